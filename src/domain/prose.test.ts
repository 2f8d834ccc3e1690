import fc from "fast-check";
import { expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose } from "#domain/disclosure.ts";
import { proseOf } from "#domain/prose.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { kalesnikava } from "../../tests/support/drafts.ts";

const basis = [{ source: "s1", asOf: "2021", note: { original: "en", en: "BASIS" } }];

test("is every text that tells of the person, in each of its languages, and says where it stands", () => {
  const file = CaseFile.parse({
    ...kalesnikava,
    events: [
      {
        id: "e1",
        kind: "other",
        date: { edtf: "2021", words: { original: "en", en: "DATE" } },
        place: { original: "en", en: "place" },
        note: { original: "en", en: "note", ru: "заметка", translates: { ru: "0123456789ab" } },
        basis,
      },
    ],
    death: {
      officialCause: {
        id: "d1",
        value: { original: "en", en: "said" },
        basis,
        disputed: [{ value: { original: "en", en: "disputed" }, basis }],
      },
    },
    prosecutions: [
      {
        id: "p1",
        basis,
        articles: [],
        sentence: [],
        judge: { id: "p2", value: { original: "en", en: "judge" }, basis },
      },
    ],
  });
  const said = proseOf(disclose(file, [])).filter(({ factId }) => ["e1", "d1", "p1", "p2"].includes(factId));
  expect(said.map((it) => Object.values(it).join(" "))).toEqual([
    "events e1 en place",
    "events e1 ru заметка",
    "events e1 en note",
    "prosecutions.judge p2 en judge",
    "death.officialCause d1 en said",
    "death.officialCause d1 en disputed",
  ]);
});

test("has nothing of a fact that is withheld", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.nat(), (file, pick) => {
      const facts = [...walkFacts(file)];
      const withheld = facts[pick % facts.length]?.id;
      if (withheld === undefined) return;
      const inside = facts
        .filter(({ id, within }) => id === withheld || within === withheld)
        .map(({ id }) => id);
      const form = disclose(file, [{ fact: withheld, manner: "told" }]);
      for (const { factId } of proseOf(form)) expect(inside).not.toContain(factId);
    }),
    { numRuns: 30 },
  );
});
