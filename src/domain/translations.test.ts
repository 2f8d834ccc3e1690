import { expect, test } from "vitest";
import { originalHash } from "#domain/localized-text.ts";
import { translationGaps } from "#domain/translations.ts";

const event = (id: string, more: Record<string, unknown>) => ({
  id,
  kind: "charge",
  basis: [{ source: "s1", asOf: "2021" }],
  ...more,
});

test("a missing and an outdated translation are told with their fact; a whole text is not", () => {
  const translates = { be: originalHash("Held."), ru: originalHash("As it was.") };
  const events = [
    event("e1", { note: { original: "en", en: "Held.", be: "Трымаецца.", ru: "Содержится.", translates } }),
    event("e2", { place: { original: "be", be: "Мінск" } }),
    event("e3", {
      note: { original: "en", en: "a", be: "b", translates: { be: originalHash("a") } },
      basis: [{ source: "s1", asOf: "2021", note: { original: "ru", ru: "в" } }],
    }),
    event("e4", { note: { original: "en", be: "half typed" } }),
    event("e5", {}),
  ];
  expect(translationGaps({ events })).toEqual([
    { id: "e1", section: "events", missing: [], outdated: ["ru"] },
    { id: "e2", section: "events", missing: ["ru", "en"], outdated: [] },
    { id: "e3", section: "events", missing: ["be", "ru", "en"], outdated: [] },
  ]);
});

test("facts within a fact tell of their own texts", () => {
  const judge = { id: "f1", value: { original: "be", be: "Суддзя" }, basis: [] };
  const prosecutions = [{ id: "p1", basis: [], articles: [], sentence: [], judge }];
  expect(translationGaps({ prosecutions })).toEqual([
    { id: "f1", section: "prosecutions.judge", missing: ["ru", "en"], outdated: [] },
  ]);
});
