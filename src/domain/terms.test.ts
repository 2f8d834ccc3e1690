import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Punishment, type Term } from "#domain/case-file/prosecutions.ts";
import { comparePunishments, compareTerms, longestTerm } from "#domain/terms.ts";
import { publicForm, toldIn } from "../../tests/support/public-form.ts";

const basis = toldIn("2023-05-21");
const punishment = (id: string, type: string, term?: Term) => Punishment.parse({ id, basis, type, term });

const terms: fc.Arbitrary<Term> = fc
  .record(
    {
      years: fc.integer({ min: 1, max: 25 }),
      months: fc.integer({ min: 1, max: 30 }),
      days: fc.integer({ min: 1, max: 400 }),
    },
    { requiredKeys: [] },
  )
  .filter((term) => Object.keys(term).length > 0);

describe("terms", () => {
  test.each<[Term, Term]>([
    [{ days: 15 }, { months: 1 }],
    [{ months: 1 }, { days: 45 }],
    [{ months: 11 }, { years: 1 }],
    [{ years: 1 }, { months: 18 }],
    [{ years: 2 }, { years: 2, months: 6 }],
    [
      { years: 2, months: 6 },
      { years: 2, months: 6, days: 1 },
    ],
    [{ years: 2, months: 6 }, { years: 3 }],
    [{ days: 30 }, { months: 1 }],
    [{ months: 1 }, { days: 31 }],
  ])("%j is shorter than %j", (shorter, longer) => {
    expect(compareTerms(shorter, longer)).toBeLessThan(0);
    expect(compareTerms(longer, shorter)).toBeGreaterThan(0);
  });

  test("years and their months are alike", () => {
    for (let years = 1; years <= 25; years += 1) {
      expect(compareTerms({ years }, { months: years * 12 })).toBe(0);
    }
  });

  test("a longer part makes a longer term", () => {
    fc.assert(
      fc.property(terms, fc.constantFrom("years", "months", "days"), (term, part) => {
        expect(compareTerms(term, { ...term, [part]: (term[part] ?? 0) + 1 })).toBeLessThan(0);
      }),
    );
  });
});

test("punishments go by type, then from the longest, those without a term last", () => {
  const sorted = [
    punishment("f1", "imprisonment", { years: 12 }),
    punishment("f2", "imprisonment", { months: 18 }),
    punishment("f3", "imprisonment"),
    punishment("f4", "open-facility", { years: 3 }),
    punishment("f5", "fine"),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(sorted), (some) => {
      const ids = [...some].sort(comparePunishments).map((it) => it.id);
      expect(ids).toEqual([...ids].sort());
    }),
  );
});

describe("the longest term", () => {
  const prosecution = (id: string, sentence: Punishment[], inAbsentia = false) => ({
    id,
    basis,
    articles: [],
    sentence,
    ...(inAbsentia && { inAbsentia: { id: `${id}0`, basis, value: "yes" } }),
  });

  test("is found in any prosecution, with where it stands", () => {
    const form = publicForm({
      prosecutions: [
        prosecution("p1", [punishment("f1", "arrest", { days: 90 }), punishment("f2", "fine")]),
        prosecution("p2", [punishment("f3", "imprisonment", { years: 5 })], true),
        prosecution("p3", [punishment("f4", "suspended", { years: 8 })]),
      ],
    });
    expect(longestTerm(form)).toEqual({
      term: { years: 5 },
      type: "imprisonment",
      punishment: "f3",
      prosecution: "p2",
      inAbsentia: true,
    });
  });

  test("is none where no court gave one to be served", () => {
    const sentence = [punishment("f1", "fine"), punishment("f2", "suspended", { years: 2 })];
    expect(longestTerm(publicForm({ prosecutions: [prosecution("p1", sentence)] }))).toBeNull();
    expect(longestTerm(publicForm({}))).toBeNull();
  });
});
