import { expect, test } from "vitest";
import type { Basis } from "#domain/case-file/fact.ts";
import { citationsOf } from "#ui/profile/citations.ts";
import { publicForm } from "../../../tests/support/public-form.ts";

const note = (en: string) => ({ original: "en", en });
const stated = (source: string, rest: object = {}) => ({ source, asOf: "2023", manner: "stated", ...rest });

function sexResting(...basis: object[]) {
  return { id: "x1", value: "female", basis };
}

function marks(form: ReturnType<typeof publicForm>, bases: readonly Basis[]) {
  return bases.map((basis) => citationsOf(form).cite(basis).mark);
}

test("sources are numbered in the order of the file's list, whichever is cited first", () => {
  const form = publicForm({ sex: sexResting(stated("s4"), stated("s2")) });
  expect(marks(form, form.sex?.basis ?? [])).toEqual(["4", "2"]);
  expect(
    citationsOf(form)
      .sources.map((it) => [it.number, it.source.id])
      .slice(0, 2),
  ).toEqual([
    [1, "s1"],
    [2, "s2"],
  ]);
});

test("a note gets a letter under its source, the same note the same letter", () => {
  const form = publicForm({
    sex: sexResting(
      stated("s1", { note: note("From a pronoun.") }),
      stated("s2", { note: note("From a pronoun.") }),
      stated("s1", { note: note("From the name."), asOf: "2024" }),
    ),
    calledPoliticalPrisoner: {
      id: "x2",
      value: "yes",
      basis: [stated("s1", { note: note("From a pronoun.") })],
    },
  });
  expect(marks(form, form.sex?.basis ?? [])).toEqual(["1a", "2a", "1b"]);
  expect(marks(form, form.calledPoliticalPrisoner?.basis ?? [])).toEqual(["1a"]);
  expect(citationsOf(form).sources[0]?.notes.map((it) => [it.id, it.note.en])).toEqual([
    ["s1a", "From a pronoun."],
    ["s1b", "From the name."],
  ]);
});

test("the twenty-seventh note to a source is aa", () => {
  const basis = Array.from({ length: 27 }, (_, index) => stated("s1", { note: note(`Note ${index}.`) }));
  const form = publicForm({ sex: sexResting(...basis) });
  expect(marks(form, form.sex?.basis.slice(25) ?? [])).toEqual(["1z", "1aa"]);
});

test("the day that a basis speaks of is told where it isn't the source's own", () => {
  const dated = { id: "s1", title: "A statement", language: "en", date: { edtf: "2023-05-21" } };
  const form = {
    ...publicForm({
      sex: sexResting(stated("s1", { asOf: "2023-05-21" }), stated("s1", { asOf: "2023-04" })),
    }),
    sources: [dated],
  };
  const [same, other] = (form.sex?.basis ?? []).map((basis) => citationsOf(form).cite(basis));
  expect(same).not.toHaveProperty("asOf");
  expect(other?.asOf).toBe("2023-04");
});
