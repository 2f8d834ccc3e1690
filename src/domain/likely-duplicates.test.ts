import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftFile, emptyFile } from "#domain/draft-file.ts";
import { type Comparison, compareTraits, type Reason } from "#domain/likely-duplicates.ts";
import { traitsOf } from "#domain/person-traits.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

type Said = {
  names?: unknown[];
  birth?: string;
  sex?: string;
  events?: unknown[];
  prosecutions?: unknown[];
  residences?: unknown[];
  death?: string;
  more?: DraftFile;
};

const fact = (value: unknown) => ({ id: "x1", value, basis: [] });
const dated = (edtf: string | undefined) => (edtf === undefined ? undefined : fact({ edtf }));
const event = (kind: string, edtf: string, more: object = {}) => ({
  id: "e1",
  kind,
  date: { edtf },
  ...more,
});
const verdict = (edtf: string, ...codes: string[]) => ({
  id: "p1",
  verdictDate: dated(edtf),
  articles: codes.map((code) => ({ id: "a1", code })),
});

const inBelarusian = { language: "be", script: "Cyrl", kind: "legal", given: "Марыя", family: "Калеснікава" };
const inRussian = { language: "ru", script: "Cyrl", kind: "legal", given: "Мария", family: "Колесникова" };
const inEnglish = {
  language: "en",
  script: "Latn",
  kind: "legal",
  given: "Maryia",
  family: "Kalesnikava",
};
const sister = { ...inBelarusian, given: "Таццяна" };

function file({ names = [inBelarusian], birth, sex, death, more, ...lists }: Said): DraftFile {
  return {
    ...emptyFile(),
    names,
    ...(birth !== undefined && { birth: { date: dated(birth) } }),
    ...(sex !== undefined && { sex: fact(sex) }),
    ...(death !== undefined && { death: { date: dated(death) } }),
    ...lists,
    ...more,
  };
}

function compare(one: Said, other: Said): Comparison | undefined {
  return compareTraits(traitsOf(file(one)), traitsOf(file(other)));
}

function speaks(comparison: Comparison | undefined, about: Reason["about"]): string | undefined {
  return comparison?.reasons.find((it) => it.about === about)?.speaks;
}

describe("names", () => {
  test("a sure name alone, in whatever spelling, makes it possible", () => {
    for (const name of [inBelarusian, inRussian, inEnglish]) {
      expect(compare({}, { names: [name] })).toMatchObject({
        likeness: "possible",
        reasons: [{ about: "name", strength: "sure", speaks: "for" }],
      });
    }
  });

  test("an initial alone, or a letter that differs, doesn't; with a trait or two it does", () => {
    for (const other of [{ given: "М." }, { family: "Калеснікавак" }]) {
      const names = [{ ...inBelarusian, ...other }];
      expect(compare({}, { names })?.likeness, JSON.stringify(other)).toBe("slight");
    }
    const names = [{ ...inBelarusian, given: "М." }];
    expect(compare({}, { names })?.reasons).toMatchObject([{ strength: "likely", speaks: "nearly" }]);
    const said = { birth: "1982", prosecutions: [verdict("2021-09", "361-3")] };
    expect(compare(said, { names, ...said })?.likeness).toBe("possible");
  });

  test("others' names are not held against each other", () => {
    const birth = "1982-04-24";
    const names = [{ ...inBelarusian, given: "Уладзімір", family: "Рудамін" }];
    expect(compare({ birth }, { names, birth })).toBeUndefined();
  });

  test("the nearest two of all spellings are shown", () => {
    const names = [{ ...inBelarusian, given: "Ганна", family: "Рудамін" }, inRussian];
    const [reason] = compare({ names: [inEnglish] }, { names })?.reasons ?? [];
    expect(reason?.sides).toMatchObject([
      { values: [{ value: { text: "Maryia Kalesnikava", language: "en" }, agrees: true }] },
      { values: [{ value: { text: "Мария Колесникова", language: "ru" }, agrees: true }] },
    ]);
  });

  test("who is protected is never sure by the name", () => {
    const protectedName = { ...inBelarusian, kind: "pseudonym" };
    const said = { names: [protectedName] };
    expect(compare(said, said)).toMatchObject({ likeness: "slight", reasons: [{ strength: "likely" }] });
    const whole = { more: { protectedIdentity: fact("yes") } };
    expect(compare(whole, {})).toMatchObject({ likeness: "slight", reasons: [{ strength: "likely" }] });
    const alone = {
      names: [{ language: "be", kind: "given-name-only", given: "Марыя" }],
      birth: "1982-04-24",
    };
    expect(compare(alone, alone)?.likeness).not.toBe("very-likely");
  });

  test("names that are merely near need a day that both share", () => {
    const names = [sister];
    const same = { residences: [{ place: { original: "be", be: "Мінск" } }], birth: "1982" };
    const near = compare(
      { ...same, prosecutions: [verdict("2021-09", "361-3")] },
      { ...same, names, prosecutions: [verdict("2021-09", "361-3")] },
    );
    expect(near?.likeness ?? "slight").toBe("slight");
    const typo = { ...inBelarusian, family: "Каласнікаўка" };
    expect(compare({ birth: "1982-04-24" }, { names: [typo], birth: "1982-04-24" })?.likeness).toBe(
      "possible",
    );
  });

  test("another father speaks against it, the same one for it, and two languages' forms of one are one", () => {
    const ivan = { ...inBelarusian, given: "Іван", family: "Рудамін" };
    const son = (patronymic: string, more: object = {}) => ({
      names: [{ ...ivan, patronymic, ...more }, ivan],
    });
    const another = compare(son("Пятровіч"), son("Сяргеевіч"));
    expect([another?.likeness, speaks(another, "patronymic")]).toEqual(["slight", "against"]);
    expect(speaks(compare(son("Пятровіч"), son("Пятровіч")), "patronymic")).toBe("for");
    const russian = { language: "ru", given: "Иван", family: "Рудамин" };
    const twoLanguages = compare(son("Мікалаевіч"), son("Николаевич", russian));
    expect(speaks(twoLanguages, "patronymic")).not.toBe("against");
    expect(speaks(compare(son("Пятровіч"), {}), "patronymic")).not.toBe("for");
  });
});

describe("what the files say beside names", () => {
  test.each([
    ["1982-04-24", "1982-04-24", "very-likely", "for"],
    ["1982-04-24", "1982-04", "possible", "for"],
    ["1982", "1982", "possible", "for"],
    // A year that was reckoned from an age; a slip of the hand.
    ["1982", "1983", "possible", "nearly"],
    ["1982-04-24", "1992-04-24", "possible", "nearly"],
    ["1982-04-05", "1982-05-04", "possible", "nearly"],
    ["1982~", "1985", "possible", "nearly"],
    ["1982-04-24", "1991-11-30", "slight", "against"],
    ["1982", "1991", "slight", "against"],
    // Too little to say anything.
    ["1980/1990", "1985", "possible", "nothing"],
    ["../1990", "1985-01-01", "possible", "nothing"],
  ])("birth %s and %s: %s", (one, other, likeness, said) => {
    const comparison = compare({ birth: one }, { birth: other });
    expect([comparison?.likeness, speaks(comparison, "birth")]).toEqual([likeness, said]);
  });

  test("of a disputed birth the value that fits counts", () => {
    const disputed = { ...dated("1980-01-01"), disputed: [{ value: { edtf: "1982-04-24" }, basis: [] }] };
    const comparison = compare({ more: { birth: { date: disputed } } }, { birth: "1982-04-24" });
    expect(comparison?.likeness).toBe("very-likely");
    expect(comparison?.reasons.find(({ about }) => about === "birth")?.sides[0].values).toEqual([
      { value: "1982-04-24", agrees: true },
      { value: "1980-01-01", agrees: false },
    ]);
  });

  test("another sex outweighs a sure name; the same says nothing", () => {
    const another = compare({ sex: "female" }, { sex: "male" });
    expect([another?.likeness, speaks(another, "sex")]).toEqual(["slight", "against"]);
    const same = compare({ sex: "female" }, { sex: "female" });
    expect([same?.points, speaks(same, "sex")]).toEqual([compare({}, {})?.points, "nothing"]);
  });

  test("nobody dies twice, or lives on", () => {
    expect(compare({ death: "2021-05-21" }, { death: "2021-05-21" })?.likeness).toBe("very-likely");
    const twice = compare({ death: "2021-05-21" }, { events: [event("death", "2024-01-09")] });
    expect([twice?.likeness, speaks(twice, "death")]).toEqual(["slight", "against"]);
    const later = compare({ death: "2021-05-21" }, { events: [event("contact", "2023-02-01")] });
    expect([later?.likeness, speaks(later, "death")]).toEqual(["slight", "against"]);
    const before = compare({ death: "2021-05-21" }, { events: [event("contact", "2021-02-01")] });
    expect([before?.likeness, speaks(before, "death")]).toEqual(["possible", "nothing"]);
  });

  test("the day of a verdict, with its article, makes a sure name very likely; a day of detention doesn't", () => {
    const sentenced = { prosecutions: [verdict("2021-09-06", "361-3", "130")] };
    const twice = compare(sentenced, { prosecutions: [verdict("2021-09-06", "130")] });
    expect([twice?.likeness, speaks(twice, "dates"), speaks(twice, "articles")]).toEqual([
      "very-likely",
      "for",
      "for",
    ]);
    const detained = { events: [event("detention", "2020-09-07")] };
    const held = compare(detained, detained);
    expect([held?.likeness, speaks(held, "dates")]).toEqual(["possible", "for"]);
    const otherKind = compare(detained, { events: [event("release", "2020-09-07")] });
    expect(speaks(otherKind, "dates")).toBe("nothing");
  });

  test("places agree across languages, and with what is only added; facilities by their code", () => {
    const lives = (place: object) => ({ residences: [{ place: { original: "be", ...place } }] });
    const said = (one: object, other: object) => speaks(compare(lives(one), lives(other)), "places");
    expect(said({ be: "Гродна" }, { ru: "Гродно" })).toBe("for");
    expect(said({ be: "Мінск" }, { en: "Minsk, Belarus" })).toBe("for");
    expect(said({ be: "Гродна" }, { be: "Гомель" })).toBe("nothing");
    const held = (facility: string) => ({ events: [event("transfer", "2021", { facility })] });
    expect(speaks(compare(held("ik-4"), held("ik-4")), "places")).toBe("for");
    expect(speaks(compare(held("ik-4"), held("ik-24")), "places")).toBe("nothing");
  });

  test("what both have stands first, and what is left out is counted", () => {
    const many = Array.from({ length: 9 }, (_, index) => verdict("2021", String(100 + index)));
    const reason = compare({ prosecutions: many }, { prosecutions: [verdict("2022", "108")] })?.reasons.find(
      ({ about }) => about === "articles",
    );
    expect(reason?.sides[0]).toMatchObject({ more: 3 });
    expect(reason?.sides[0].values).toHaveLength(6);
    expect(reason?.sides[0].values[0]).toEqual({ value: "108", agrees: true });
  });
});

describe("properties", () => {
  const named = fc.constantFrom(inBelarusian, inRussian, inEnglish, sister);
  const someone = fc
    .tuple(arbitraryCaseFile(), fc.array(named, { minLength: 1, maxLength: 3 }))
    .map(([whole, names]) => ({ ...whole, names: [...whole.names, ...names] }));

  test("whichever is first, the other way round is the same with its sides swapped", () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const there = compareTraits(traitsOf(a), traitsOf(b));
        const back = compareTraits(traitsOf(b), traitsOf(a));
        const swapped = back && {
          ...back,
          reasons: back.reasons.map((it) => ({ ...it, sides: it.sides.toReversed() })),
        };
        expect(there).toEqual(swapped);
      }),
    );
  });

  test("a file and itself under another spelling are at least possibly one, and nothing speaks against it", () => {
    const open = arbitraryCaseFile().map(({ protectedIdentity: _, ...whole }) => whole);
    const spelling = fc.constantFrom(inBelarusian, inRussian, inEnglish);
    fc.assert(
      fc.property(open, spelling, spelling, (whole, one, other) => {
        const twice = compareTraits(
          traitsOf({ ...whole, names: [one] }),
          traitsOf({ ...whole, names: [other] }),
        );
        expect(twice?.likeness).not.toBe("slight");
        expect(twice?.reasons.map((it) => it.speaks)).not.toContain("against");
      }),
    );
  });

  test("another birth never makes it likelier", () => {
    const births = fc.constantFrom("1950", "1982-04-24", "1982", "2001-01-01");
    const order = ["very-likely", "possible", "slight"];
    fc.assert(
      fc.property(arbitraryCaseFile(), births, births, (whole, one, other) => {
        const of = (birth: string) =>
          traitsOf({ ...whole, names: [inBelarusian], birth: { date: dated(birth) } });
        const same = compareTraits(of(one), of(one));
        const another = compareTraits(of(one), of(other));
        expect(order.indexOf(another?.likeness ?? "slight")).toBeGreaterThanOrEqual(
          order.indexOf(same?.likeness ?? "slight"),
        );
      }),
    );
  });

  test("nothing that a draft may hold makes it fail", () => {
    const keys = Object.keys(emptyFile());
    const node = fc.letrec((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom<unknown>("2021-02-30", "2021/..", "x", null, 7, "not-known", "be", "detention"),
        fc.array(tie("node"), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            "id",
            "value",
            "kind",
            "date",
            "edtf",
            "place",
            "be",
            "disputed",
            "articles",
            "code",
          ),
          tie("node"),
        ),
      ),
    })).node;
    const draft = fc
      .dictionary(fc.constantFrom(...keys, "death", "sex"), node)
      .map((half): DraftFile => ({ names: [inBelarusian], ...half }));
    fc.assert(
      fc.property(draft, draft, (a, b) => {
        compareTraits(traitsOf(a), traitsOf(b));
      }),
    );
  });
});
