import { expect, test } from "vitest";
import { z } from "zod";
import { readDraft } from "#domain/draft-file.ts";
import { checkNewPerson, fileOfNewPerson, newPersonFields } from "#domain/new-person.ts";

const NewPerson = z.strictObject(newPersonFields).superRefine(checkNewPerson);
const problemsOf = (fields: Record<string, string>) =>
  NewPerson.safeParse(fields).error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

test("names in three languages make a draft that lacks nothing but its sources", () => {
  const person = NewPerson.parse({
    kind: "legal",
    "be.given": " Ганна ",
    "be.family": "Кандраценка",
    "en.given": "Hanna",
    "en.family": "Kandratsenka",
    "ru.patronymic": "Ивановна",
  });
  const file = fileOfNewPerson(person);
  expect(file.names).toEqual([
    {
      id: "n1",
      language: "be",
      script: "Cyrl",
      kind: "legal",
      given: "Ганна",
      family: "Кандраценка",
      preferred: true,
      basis: [],
    },
    expect.objectContaining({ id: "n2", language: "en", script: "Latn", given: "Hanna" }),
  ]);
  expect(file.protectedIdentity).toBeUndefined();
  const read = readDraft(file);
  expect("problems" in read && read.problems.every(({ path }) => path.endsWith("basis"))).toBe(true);
});

test("whoever is protected is so from the first save on", () => {
  const file = fileOfNewPerson(NewPerson.parse({ kind: "given-name-only", "be.given": "Ганна" }));
  expect(file).toMatchObject({ names: [{ kind: "given-name-only" }], protectedIdentity: { value: "yes" } });
});

test("a person without a name, or with a family name that is not to be kept, is none", () => {
  expect(problemsOf({ kind: "legal", "be.given": "  " })).toEqual([["be.given", "no-name"]]);
  expect(problemsOf({ "be.given": "Ганна" })).toEqual([["kind", "missing"]]);
  expect(problemsOf({ kind: "given-name-only", "be.given": "Ганна", "en.family": "K." })).toEqual([
    ["en.family", "given-name-only"],
  ]);
  expect(problemsOf({ kind: "pseudonym", "be.given": "Ганна", "en.family": "K." })).toEqual([]);
  expect(problemsOf({ kind: "legal", "be.given": "Г".repeat(301) })).toEqual([["be.given", "too-long"]]);
});
