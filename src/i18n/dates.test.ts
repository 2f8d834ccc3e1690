import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { languages } from "#domain/languages.ts";
import { dateText, dateTimeValue, formatDate } from "#i18n/dates.ts";
import { arbitraryDate } from "../../tests/support/arbitrary-case-file.ts";

describe("a date in long", () => {
  test.each([
    ["2023-05-10", "10 May 2023", "10 мая 2023 года", "10 мая 2023 года"],
    ["2023-12-01", "1 December 2023", "1 снежня 2023 года", "1 декабря 2023 года"],
    ["2023-05", "May 2023", "май 2023 года", "май 2023 года"],
    ["2024-03", "March 2024", "сакавік 2024 года", "март 2024 года"],
    ["2023", "2023", "2023 год", "2023 год"],
    ["2020-21", "spring 2020", "вясна 2020 года", "весна 2020 года"],
    ["2020-22", "summer 2020", "лета 2020 года", "лето 2020 года"],
    ["2020-23", "autumn 2020", "восень 2020 года", "осень 2020 года"],
    ["2020-24", "winter 2020", "зіма 2020 года", "зима 2020 года"],
    // Approximate, uncertain, both.
    ["2025-05-21~", "about 21 May 2025", "каля 21 мая 2025 года", "около 21 мая 2025 года"],
    ["2024-08~", "about August 2024", "каля жніўня 2024 года", "около августа 2024 года"],
    ["2024~", "about 2024", "каля 2024 года", "около 2024 года"],
    ["2020-24~", "about winter 2020", "каля зімы 2020 года", "около зимы 2020 года"],
    ["2023-05-10?", "perhaps 10 May 2023", "магчыма, 10 мая 2023 года", "возможно, 10 мая 2023 года"],
    ["2024-03?", "perhaps March 2024", "магчыма, сакавік 2024 года", "возможно, март 2024 года"],
    [
      "2024-03%",
      "perhaps about March 2024",
      "магчыма, каля сакавіка 2024 года",
      "возможно, около марта 2024 года",
    ],
    ["2024%", "perhaps about 2024", "магчыма, каля 2024 года", "возможно, около 2024 года"],
    // Intervals say once what their ends share.
    ["2020/2024", "2020 to 2024", "2020–2024 гады", "2020–2024 годы"],
    ["2023-05/2023-06", "May to June 2023", "май\u00a0– чэрвень 2023 года", "май\u00a0– июнь 2023 года"],
    ["2023-05-10/2023-05-12", "10 to 12 May 2023", "10–12 мая 2023 года", "10–12 мая 2023 года"],
    [
      "2023-05-10/2023-06-12",
      "10 May to 12 June 2023",
      "10 мая\u00a0– 12 чэрвеня 2023 года",
      "10 мая\u00a0– 12 июня 2023 года",
    ],
    [
      "2020-21/2020-23",
      "spring to autumn 2020",
      "вясна\u00a0– восень 2020 года",
      "весна\u00a0– осень 2020 года",
    ],
    [
      "2022-12/2023-01",
      "December 2022 to January 2023",
      "снежань 2022 года\u00a0– студзень 2023 года",
      "декабрь 2022 года\u00a0– январь 2023 года",
    ],
    [
      "2020-08-09/2021",
      "9 August 2020 to 2021",
      "9 жніўня 2020 года\u00a0– 2021 год",
      "9 августа 2020 года\u00a0– 2021 год",
    ],
    ["2023/2023-05", "2023 to May 2023", "2023 год\u00a0– май 2023 года", "2023 год\u00a0– май 2023 года"],
    [
      "2020~/2024?",
      "about 2020 to perhaps 2024",
      "каля 2020 года\u00a0– магчыма, 2024 год",
      "около 2020 года\u00a0– возможно, 2024 год",
    ],
    [
      "2024-03/2024-05~",
      "March 2024 to about May 2024",
      "сакавік 2024 года\u00a0– каля мая 2024 года",
      "март 2024 года\u00a0– около мая 2024 года",
    ],
    ["2023-05/2023-05", "May 2023", "май 2023 года", "май 2023 года"],
    // Open ends.
    ["2020/..", "from 2020", "з 2020 года", "с 2020 года"],
    ["2020-03/..", "from March 2020", "з сакавіка 2020 года", "с марта 2020 года"],
    ["2020-01/..", "from January 2020", "са студзеня 2020 года", "с января 2020 года"],
    ["2020-08/..", "from August 2020", "са жніўня 2020 года", "с августа 2020 года"],
    ["2020-12/..", "from December 2020", "са снежня 2020 года", "с декабря 2020 года"],
    ["2020-05-02/..", "from 2 May 2020", "з 2 мая 2020 года", "со 2 мая 2020 года"],
    ["2020-05-12/..", "from 12 May 2020", "з 12 мая 2020 года", "с 12 мая 2020 года"],
    ["2020-24/..", "from winter 2020", "з зімы 2020 года", "с зимы 2020 года"],
    ["2020~/..", "from about 2020", "з 2020 года (прыблізна)", "с 2020 года (приблизительно)"],
    ["../2024", "no later than 2024", "не пазней за 2024 год", "не позднее 2024 года"],
    [
      "../2024-03",
      "no later than March 2024",
      "не пазней за сакавік 2024 года",
      "не позднее марта 2024 года",
    ],
    [
      "../2024-03-08",
      "no later than 8 March 2024",
      "не пазней за 8 сакавіка 2024 года",
      "не позднее 8 марта 2024 года",
    ],
    ["../2020-21", "no later than spring 2020", "не пазней за вясну 2020 года", "не позднее весны 2020 года"],
    ["../2020-24", "no later than winter 2020", "не пазней за зіму 2020 года", "не позднее зимы 2020 года"],
    [
      "../2024?",
      "no later than perhaps 2024",
      "не пазней за 2024 год (магчыма)",
      "не позднее 2024 года (возможно)",
    ],
    [
      "../2024%",
      "no later than perhaps about 2024",
      "не пазней за 2024 год (магчыма, прыблізна)",
      "не позднее 2024 года (возможно, приблизительно)",
    ],
  ])("%s", (edtf, en, be, ru) => {
    expect(formatDate(edtf, "en")).toBe(en);
    expect(formatDate(edtf, "be")).toBe(be);
    expect(formatDate(edtf, "ru")).toBe(ru);
  });

  test("has each month in its form", () => {
    const month = (index: number) => String(index + 1).padStart(2, "0");
    const all = (language: "be" | "ru", day: string) =>
      Array.from({ length: 12 }, (_, index) =>
        formatDate(`2023-${month(index)}${day}`, language).replace(/^7 | 2023 года$/g, ""),
      );
    expect(all("be", "-07").join(" ")).toBe(
      "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    );
    expect(all("be", "").join(" ")).toBe(
      "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань",
    );
    expect(all("ru", "-07").join(" ")).toBe(
      "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    );
    expect(all("ru", "").join(" ")).toBe(
      "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    );
  });
});

test("is said in Belarusian and Russian by whatever browser: Chromium's Intl has no Belarusian", async () => {
  class EnglishOnly extends Intl.DateTimeFormat {
    constructor(locale: string, options: Intl.DateTimeFormatOptions) {
      if (!locale.startsWith("en")) throw new RangeError(`no ${locale} here`);
      super(locale, options);
    }
  }
  vi.stubGlobal("Intl", { DateTimeFormat: EnglishOnly });
  vi.resetModules();
  const afresh = await import("#i18n/dates.ts");
  vi.unstubAllGlobals();
  expect(afresh.formatDate("2023-12-10", "be")).toBe("10 снежня 2023 года");
  expect(afresh.formatDate("2023-12-10", "ru")).toBe("10 декабря 2023 года");
});

describe("a date in short", () => {
  test.each([
    ["2023-09-05", "5 Sept 2023", "05.09.2023", "05.09.2023"],
    ["2023-09", "Sept 2023", "09.2023", "09.2023"],
    ["2023", "2023", "2023", "2023"],
    ["2020-21", "spring 2020", "вясна 2020", "весна 2020"],
    ["2025-05-21~", "about 21 May 2025", "каля 21.05.2025", "около 21.05.2025"],
    ["2024?", "perhaps 2024", "магчыма, 2024", "возможно, 2024"],
    ["2020/2024", "2020 to 2024", "2020–2024", "2020–2024"],
    [
      "2023-05-10/2023-05-12",
      "10 to 12 May 2023",
      "10.05.2023\u00a0– 12.05.2023",
      "10.05.2023\u00a0– 12.05.2023",
    ],
    ["2020-05-02/..", "from 2 May 2020", "з 02.05.2020", "со 02.05.2020"],
    ["../2024", "no later than 2024", "не пазней за 2024", "не позднее 2024"],
  ])("%s", (edtf, en, be, ru) => {
    expect(formatDate(edtf, "en", "short")).toBe(en);
    expect(formatDate(edtf, "be", "short")).toBe(be);
    expect(formatDate(edtf, "ru", "short")).toBe(ru);
  });
});

describe("a source's own words", () => {
  const hash = "0123456789ab";
  const words = {
    original: "en",
    en: "early April",
    be: "пачатак красавіка",
    translates: { be: hash },
  } as const;

  test("stand instead of the date, in the language that they are in", () => {
    const date = { edtf: "2021-04", words };
    expect(dateText(date, "be")).toEqual({ text: "пачатак красавіка", lang: "be" });
    expect(dateText(date, "ru")).toEqual({ text: "early April", lang: "en" });
    expect(formatDate(date, "ru")).toBe("early April");
  });

  test("are not missed where there are none", () => {
    expect(dateText({ edtf: "2021-04" }, "be")).toEqual({ text: "красавік 2021 года", lang: "be" });
    expect(dateText("2021-04", "en")).toEqual({ text: "April 2021", lang: "en" });
  });
});

test("every date of the registry can be said, with its years and nothing left over", () => {
  fc.assert(
    fc.property(
      arbitraryDate(),
      fc.constantFrom(...languages),
      fc.constantFrom("long", "short"),
      (edtf, language, style) => {
        const text = formatDate(edtf, language, style);
        const years = new Set(edtf.match(/\d{4}/g));
        expect(new Set(text.match(/\d{4}/g))).toEqual(years);
        expect(text).not.toMatch(/undefined|NaN|[~?%/]|\.\.|^\s|\s$|\s{2}/);
      },
    ),
    { numRuns: 1_000 },
  );
});

test.each(["", "May", "2023-5", "202X", "2023-05-10T10:00"])("%j is not a date to say", (text) => {
  expect(() => formatDate(text, "en")).toThrow(RangeError);
});

test("what machines read is an exact and certain date only", () => {
  for (const exact of ["2023-05-10", "2023-05", "2023"]) expect(dateTimeValue(exact)).toBe(exact);
  for (const other of [
    "2023-05-10~",
    "2023?",
    "2023%",
    "2023-21",
    "2020/2023",
    "2020/..",
    "../2023",
    "0000",
  ]) {
    expect(dateTimeValue(other)).toBeNull();
  }
});
