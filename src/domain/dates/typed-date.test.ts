import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateWords } from "#domain/dates/date-words.ts";
import { dateBounds, Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { readTypedDate } from "#domain/dates/typed-date.ts";
import { languages } from "#domain/languages.ts";
import { formatDate } from "#i18n/dates.ts";
import { arbitraryDate } from "../../../tests/support/arbitrary-case-file.ts";

/** The EDTF that is read, or the problem. */
function read(text: string, today?: string): string {
  const typed = readTypedDate(text, today);
  return "problem" in typed ? typed.problem : typed.edtf;
}

/** Texts between semicolons, all of which mean the same. */
function expectAll(texts: string, edtf: string) {
  const all = texts.split(";").map((it) => it.trim());
  expect(all.map((it) => `${it} → ${read(it)}`)).toEqual(all.map((it) => `${it} → ${edtf}`));
}

describe("a date is understood:", () => {
  test.each([
    [
      "2023-05-10",
      `10.05.2023; 10/05/2023; 10-05-2023; 10.5.2023; 10. 05. 2023.; 2023-05-10; 2023.05.10; 2023/05/10; 2023–05–10;
      10 May 2023; 10th of May, 2023; May 10, 2023; May 10th 2023; on 10 may 2023; 10-May-2023; the 10th of May 2023;
      10 мая 2023 г.; 10 мая 2023г; 10 мая 2023 года; 10-е мая 2023 года; 10-го мая 2023;
      10 траўня 2023 года; 10 мая 2023-га; 10-га траўня 2023-га года; 2023, 10 мая; «10» мая 2023 г.`,
    ],
    [
      "2023-05",
      `May 2023; may, 2023; in May 2023; 05.2023; 5.2023; 05/2023; 05-2023; 2023-05; 2023/05; 2023–05; 2023 May;
      май 2023; у траўні 2023; у маі 2023 года; травень 2023; Травень 2023-га; в мае 2023; в мае 2023-го; мая 2023 г.;
      на працягу траўня 2023; during May 2023; в течение мая 2023 года; мае месяце 2023; May, of 2023`,
    ],
    [
      "2023",
      "2023; 2023 год; у 2023 годзе; ў 2023 г.; в 2023 году; the year 2023; 2023-й год; 2023 г; in 2023.",
    ],
    [
      "2023-21",
      "spring 2023; spring of 2023; in the spring of 2023; вясна 2023; увесну 2023; вясной 2023 года; весной 2023 года; весна 2023 г.; 2023-21",
    ],
    ["2023-22", "summer 2023; улетку 2023; летам 2023 года; летом 2023; лета 2023"],
    ["2023-23", "autumn 2023; fall 2023; увосень 2023; восенню 2023 года; осень 2023; осенью 2023 года"],
    ["2023-24", "winter 2023; узімку 2023; зімой 2023 года; зима 2023; зимой 2023-го"],
    [
      "2023~",
      `about 2023; around 2023; c. 2023; c 2023; ca. 2023; circa 2023; approximately 2023; approx. 2023; ~2023; 2023~;
      каля 2023; прыблізна 2023 год; прыкладна ў 2023 годзе; недзе ў 2023; около 2023; примерно в 2023 году; ок. 2023;
      где-то в 2023; приблизительно 2023; 2023 (approximately); 2023, примерно`,
    ],
    [
      "2023-05~",
      "about May 2023; каля траўня 2023; прыблізна ў маі 2023; около мая 2023; ~05.2023; ~ 2023-05; 2023-05~",
    ],
    [
      "2023-05-10~",
      "about 10 May 2023; c. 10.05.2023; каля 10 траўня 2023; около 10 мая 2023 г.; прыблізна 10.05.2023",
    ],
    [
      "2023?",
      `2023?; ?2023; 2023 (?); maybe 2023; perhaps 2023; possibly in 2023; магчыма, 2023; мабыць, у 2023 годзе;
      можа быць, 2023; возможно, в 2023; вероятно, 2023 год; может быть, 2023; 2023 (магчыма)`,
    ],
    [
      "2023-05%",
      `maybe about May 2023; about May 2023?; ~May 2023?; магчыма, каля траўня 2023; возможно, около мая 2023;
      май 2023 (магчыма, прыблізна); 2023-05%; 2023-05~?; 2023-05 (возможно, примерно); прыблізна май 2023?`,
    ],
    [
      "2020/2023",
      "2020–2023; 2020-2023; 2020 — 2023; 2020/2023; 2020 to 2023; from 2020 to 2023; 2020–2023 гг.; 2020-2023 гады; с 2020 по 2023 год; з 2020 па 2023; ад 2020 да 2023; от 2020 до 2023; between 2020 and 2023; паміж 2020 і 2023 гадамі".replace(
        "гадамі",
        "годам",
      ),
    ],
    [
      "2020-05/2021-06",
      `from May 2020 to June 2021; May 2020 – June 2021; з мая 2020 да чэрвеня 2021; з траўня 2020 па чэрвень 2021;
      с мая 2020 по июнь 2021; 05.2020–06.2021; 05.2020 - 06.2021; 2020-05/2021-06; 2020-05 – 2021-06; 05/2020-06/2021;
      between May 2020 and June 2021; between May 2020 to June 2021; паміж маем 2020 і чэрвенем 2021; между маем 2020 и июнем 2021`,
    ],
    [
      "2023-05-10/2023-05-15",
      `10–15 May 2023; 10-15 May 2023; 10 to 15 May 2023; from 10 to 15 May 2023; between 10 and 15 May 2023;
      May 10–15, 2023; May 10 to 15 2023; с 10 по 15 мая 2023; з 10 па 15 траўня 2023 года; 10–15.05.2023; 10.05–15.05.2023;
      10.05.2023–15.05.2023; 10.05.2023 - 15.05.2023; 10/05/2023-15/05/2023; 10.05.2023/15.05.2023;
      с 10-го по 15-е мая 2023 года; між 10 і 15 траўня 2023; 2023-05-10 – 2023-05-15; 10 May to 15 May 2023; May 10 – May 15, 2023`,
    ],
    [
      "2023-05/2023-07",
      `between May and July 2023; May–July 2023; May-July 2023; май-ліпень 2023; май – июль 2023 года; с мая по июль 2023;
      между маем и июлем 2023; паміж траўнем і ліпенем 2023 года; ад мая да ліпеня 2023; 05–07.2023`,
    ],
    [
      "2023-05~/2023-07~",
      "about May–July 2023; ~May to July 2023; каля мая – ліпеня 2023; May to July 2023 (approximately)",
    ],
    ["2020~/2023", "about 2020 to 2023; каля 2020 – 2023; from c. 2020 to 2023"],
    ["2020/2023?", "2020–2023?; from 2020 to maybe 2023; 2020 to 2023 (?)"],
    [
      "2020?/2023?",
      "perhaps from 2020 to 2023; магчыма, з 2020 да 2023; 2020–2023 (возможно); maybe between 2020 and 2023",
    ],
    [
      "2020/..",
      `since 2020; from 2020; after 2020; з 2020; з 2020 года; са 2020 года; с 2020; c 2020 года; пасля 2020; после 2020 г.;
      not earlier than 2020; не раней за 2020; не ранее 2020; 2020/..; from 2020 onwards; 2020–present;
      с 2020 по настоящее время; з 2020 па цяперашні час`,
    ],
    ["2020~/..", "since about 2020; з каля 2020; з 2020 года (прыблізна); since 2020~"],
    [
      "../2021-05",
      `before May 2021; until May 2021; till May 2021; by May 2021; up to May 2021; no later than May 2021; до мая 2021;
      да мая 2021; да траўня 2021 года; к маю 2021; не позднее мая 2021; не пазней за май 2021; по май 2021; перад маем 2021; ../2021-05`,
    ],
    [
      "2022-12/2023-02",
      "winter 2022–2023; winter 2022/2023; winter of 2022-2023; зіма 2022–2023; зимой 2022/2023 года; узімку 2022–2023 гг.",
    ],
    ["2022-12/..", "since winter 2022–2023"],
    ["2022-22/2023", "summer 2022 to 2023"],
  ])("%s", (edtf, texts) => expectAll(texts, edtf));

  test("whatever the case, the spaces, the marks over letters and the alphabet of look-alikes", () => {
    expectAll(
      "10 MAY 2023; 10\u00a0мая\u00a02023\u00a0года;  10   мая  2023 ; 10\tmay\n2023; 10 ма\u0301я 2023",
      "2023-05-10",
    );
    // Latin i, a, c, e, o among Cyrillic; Cyrillic М and а among Latin.
    expectAll("10 лiпеня 2023; 10 ліпеня 2023; 10 липеня 2023", "2023-07-10");
    expectAll("мaй 2023; y мае 2023; Маy 2023; маі 2023", "2023-05");
    expectAll("10 сьнежня 2023; 10 снежня 2023; 10 cнежня 2023", "2023-12-10");
    expectAll("c мая 2020 года; с мая 2020; ca мая 2020", "2020-05/..");
    expectAll("２０２３; \u200e2023\u200f; 2023\u00ad", "2023");
    for (const dash of "-‐‑‒–—―−﹣－") expect(read(`2020${dash}2023`)).toBe("2020/2023");
    for (const dash of "-‐‑‒–—―−﹣－") expect(read(`10 ${dash} 15 мая 2023`)).toBe("2023-05-10/2023-05-15");
  });

  test("with every month's name in every case", () => {
    const months = {
      en: "january february march april may june july august september october november december",
      be: "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
      beGenitive:
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
      beLocative:
        "студзені лютым сакавіку красавіку маі чэрвені ліпені жніўні верасні кастрычніку лістападзе снежні",
      beInstrumental:
        "студзенем лютым сакавіком красавіком маем чэрвенем ліпенем жніўнем вераснем кастрычнікам лістападам снежнем",
      ru: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
      ruGenitive: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
      ruPrepositional: "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
      ruInstrumental:
        "январем февралем мартом апрелем маем июнем июлем августом сентябрем октябрем ноябрем декабрем",
      ruDative: "январю февралю марту апрелю маю июню июлю августу сентябрю октябрю ноябрю декабрю",
    };
    for (const names of Object.values(months)) {
      expect(names.split(" ").map((it) => read(`${it} 2023`))).toEqual(
        Array.from({ length: 12 }, (_, index) => `2023-${String(index + 1).padStart(2, "0")}`),
      );
    }
  });

  test("from the day of typing, where it is given", () => {
    const typed = (text: string) => read(text, "2024-03-01");
    for (const text of ["today", "сёння", "сегодня", "Сення"]) expect(typed(text)).toBe("2024-03-01");
    for (const text of ["yesterday", "учора", "ўчора", "вчера"]) expect(typed(text)).toBe("2024-02-29");
    expect(typed("since yesterday")).toBe("2024-02-29/..");
    expect(typed("maybe yesterday")).toBe("2024-02-29?");
    expect(read("yesterday")).toBe("not-understood");
    expect(read("yesterday", "no day")).toBe("not-understood");
  });
});

describe("words that EDTF cannot say", () => {
  test.each([
    ["early April 2023", "2023-04~", "en"],
    ["at the beginning of April 2023", "2023-04~", "en"],
    ["mid-April 2023", "2023-04~", "en"],
    ["late 2022", "2022~", "en"],
    ["the second half of 2022", "2022~", "en"],
    ["possibly early April 2023", "2023-04%", "en"],
    ["пачатак красавіка 2023", "2023-04~", "be"],
    ["у пачатку красавіка 2023 года", "2023-04~", "be"],
    ["напрыканцы 2022", "2022~", "be"],
    ["канец 2022", "2022~", "be"],
    ["позняй восенню 2022", "2022-23~", "be"],
    ["у другой палове траўня 2022", "2022-05~", "be"],
    ["в начале апреля 2023", "2023-04~", "ru"],
    ["конец 2022", "2022~", "ru"],
    ["в середине мая 2022 г.", "2022-05~", "ru"],
    ["ранней весной 2022", "2022-21~", "ru"],
    ["from early May 2020 to late 2021", "2020-05~/2021~", "en"],
    ["early May to mid-June 2020", "2020-05~/2020-06~", "en"],
    ["early May to June 2020", "2020-05~/2020-06", "en"],
    ["by the end of 2023", "../2023~", "en"],
    ["с начала мая 2020", "2020-05~/..", "ru"],
    ["да канца 2022", "../2022~", "be"],
  ])("%s", (text, edtf, language) => {
    expect(readTypedDate(text)).toEqual({ edtf, words: true, language });
  });

  test("are not kept where EDTF says all", () => {
    expect(readTypedDate("каля мая 2023")).toEqual({ edtf: "2023-05~" });
  });
});

describe("no date:", () => {
  test.each([
    [
      "no-such-day",
      "31.02.2023; 31 April 2023; 29 лютага 2023; 2023-02-30; 10/13/2023; 2023-13; 13.2023; 0 мая 2023; 10.00.2023; 2023-02-30/2023-03; ../2023-02-30; since 31 June 2020; 30–31 февраля 2023",
    ],
    [
      "two-digit-year",
      "10.05.23; 10/05/23; 10 May 23; 10 мая 23 г.; May 23; вясна 23; 23; '23; 2022/23; 2020–21; winter 2022–23; зіма 2022/23; 10–15.05.23; since 20; 2023-30",
    ],
    [
      "no-year",
      "10 May; 10 мая; травень; в мае; spring; 10.05; 10–15 May; from May to June; since May; 10 May 2023 – 12 June".replace(
        "травень",
        "травень",
      ),
    ],
    [
      "out-of-order",
      "2023–2020; 15–10 May 2023; from June 2021 to May 2020; from November to February 2023; 2023/2020; 2023-06/2023-05",
    ],
    [
      "not-understood",
      `; ?; ~; about; in; not known; невядома; 2020s; канец 2020-х; 2020-е; 20230510; 203; 12023; 2023 2024; 10 15 May 2023; May May 2023;
      May and July 2023; 10, 15 May 2023; 2023 (; (2023; 10-15.2023 a; 2020–; – 2023; 2020/; early 10 May 2023; from; between 2020;
      ад 10 мая 2023; от 10.05.2023; now; ..; ../..; Tuesday; 10.05-2023; May – 2023; 10 May 2023 12:00; <b>2023</b>; 2023!; spring of 2022–2023–2024`,
    ],
  ])("%s", (problem, texts) => expectAll(texts, problem));

  test("a hostile or an endless text", () => {
    expect(read("1".repeat(1_000_000))).toBe("not-understood");
    expect(read("-".repeat(200))).toBe("not-understood");
    expect(read("from ".repeat(40))).toBe("not-understood");
    expect(read("\ud800")).toBe("not-understood");
    expect(read("2023\0")).toBe("not-understood");
  });
});

/** Texts of the words and marks that dates are made of, most of them no date. */
const dateLike = fc
  .array(
    fc.oneof(
      fc.constantFrom(...dateWords.keys()),
      fc.constantFrom(
        "2023",
        "2020",
        "10",
        "5",
        "31",
        "05",
        "99",
        "~",
        "?",
        "%",
        "-",
        "–",
        "/",
        ".",
        "..",
        "(",
        ")",
        ",",
      ),
      fc.constantFrom("c", "y", "10th", "2023-га", "2020-х", "г.", "x", "\u00a0"),
    ),
    { maxLength: 9 },
  )
  .chain((pieces) => fc.constantFrom(" ", "").map((space) => pieces.join(space)));

test("whatever is typed, the answer is a date of the schema or a problem", () => {
  let dates = 0;
  fc.assert(
    fc.property(fc.oneof(dateLike, fc.string({ unit: "binary", maxLength: 40 })), (text) => {
      const typed = readTypedDate(text, "2024-03-01");
      if ("problem" in typed) return;
      dates += 1;
      const words = typed.words && typed.language && { original: typed.language, [typed.language]: "words" };
      PartialDate.parse({ edtf: typed.edtf, ...(words && { words }) });
      expect(typed.words === true).toBe(typed.language !== undefined);
    }),
    { numRuns: 20_000 },
  );
  expect(dates).toBeGreaterThan(100);
});

test("what is read is within the years that were typed", () => {
  fc.assert(
    fc.property(dateLike, (text) => {
      const typed = readTypedDate(text);
      if ("problem" in typed) return;
      const years = text.match(/\d{4}/g);
      for (const year of typed.edtf.match(/\d{4}/g) ?? []) expect(years).toContain(year);
    }),
    { numRuns: 5_000 },
  );
});

test("EDTF is read as it stands", () => {
  fc.assert(
    fc.property(arbitraryDate(), (edtf) => {
      expect(readTypedDate(edtf)).toEqual({ edtf });
    }),
  );
});

describe("what a page prints is read as the same date", () => {
  for (const language of languages) {
    for (const style of ["long", "short"] as const) {
      test(`in ${language}, ${style}`, () => {
        fc.assert(
          fc.property(arbitraryDate(), (edtf) => {
            const [first, last] = edtf.split("/");
            // Printed as the one date that both ends are.
            const expected = first === last ? first : edtf;
            const printed = formatDate(edtf, language, style);
            expect({ printed, ...readTypedDate(printed) }).toEqual({ printed, edtf: expected });
          }),
          { numRuns: 3_000 },
        );
      });
    }
  }
});

test("an understood date covers what was typed: bounds can be told of each", () => {
  for (const text of ["c. 10.05.2023", "winter 2022–2023", "до мая 2021"]) {
    expect(() => dateBounds(Edtf.parse(read(text)))).not.toThrow();
  }
});
