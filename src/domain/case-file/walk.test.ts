import fc from "fast-check";
import { expect, test } from "vitest";
import { walkFacts } from "#domain/case-file/walk.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { publicForm, toldIn } from "../../../tests/support/public-form.ts";

const basis = toldIn("2021");

test("a walk meets every fact, outer before inner, with its section and the fact around it", () => {
  const text = { original: "en", en: "A text" };
  const form = publicForm({
    birth: { place: { id: "b1", basis, value: text } },
    events: [{ id: "e1", basis, kind: "charge", note: text }],
    prosecutions: [
      {
        id: "p1",
        basis,
        articles: [{ id: "a1", basis, code: "342" }],
        judge: { id: "j1", basis, value: text },
        sentence: [{ id: "u1", basis, type: "fine" }],
      },
    ],
    death: { autopsy: { id: "d1", basis: [], value: "not-known" } },
  });
  const met = [...walkFacts(form)].map(({ id, section, within }) => [id, section, within]);
  expect(met.sort()).toEqual([
    ["a1", "prosecutions.articles", "p1"],
    ["b1", "birth.place", undefined],
    ["d1", "death.autopsy", undefined],
    ["e1", "events", undefined],
    ["j1", "prosecutions.judge", "p1"],
    ["p1", "prosecutions", undefined],
    ["u1", "prosecutions.sentence", "p1"],
  ]);
  expect([...walkFacts(form.prosecutions)][0]?.id).toBe("p1");
});

test("a fact's bases are its own and those of what is said against it, not those of the facts inside it", () => {
  const [first, second, third] = toldIn("2021", "2022", "2023");
  const form = publicForm({
    sex: { id: "x1", value: "female", basis: [first], disputed: [{ value: "male", basis: [second] }] },
    prosecutions: [
      { id: "p1", basis: [first], articles: [{ id: "a1", basis: [third], code: "342" }], sentence: [] },
    ],
  });
  const bases = new Map([...walkFacts(form)].map((it) => [it.id, it.bases]));
  expect(bases.get("x1")).toEqual([first, second]);
  expect(bases.get("p1")).toEqual([first]);
});

test("in any file it meets as many facts as there are ids of facts", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), (file) => {
      const ids = JSON.stringify(file).match(/"id":"f[0-9]+"/g) ?? [];
      expect([...walkFacts(file)].map((it) => `"id":"${it.id}"`).sort()).toEqual([...ids].sort());
    }),
  );
});
