import fc from "fast-check";
import { expect, test } from "vitest";
import { walkFacts } from "#domain/case-file/walk.ts";
import { withholdableFacts } from "#domain/withholdable.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

test("of a case file every fact can be withheld, at the place that a walk finds it in", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), (file) => {
      const walked = [...walkFacts(file)].map(({ id, section, within }) => ({ id, section, within }));
      const found = [...withholdableFacts(file)].map(({ id, section, within }) => ({
        id,
        section,
        within: within.at(-1),
      }));
      expect(found).toEqual(walked);
    }),
  );
});

test("of a draft a fact counts whose basis is not a basis yet, and nothing whose id is none", () => {
  const draft = {
    events: [
      { id: "e1", basis: "nothing chosen", date: "soon" },
      { id: "v2", basis: [] },
      { id: 7, basis: [] },
    ],
    sources: [{ id: "s1", title: "No basis, no fact" }],
  };
  expect([...withholdableFacts(draft)].map((it) => it.id)).toEqual(["e1"]);
});
