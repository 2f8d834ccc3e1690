import { expect, test } from "vitest";
import { headingNames, typedNames } from "#domain/draft-names.ts";
import { fullName } from "#domain/person-card.ts";

const name = (language: string, given: unknown, more: Record<string, unknown> = {}) => ({
  id: "n1",
  basis: [{ source: "s1", asOf: "2021" }],
  language,
  script: "Cyrl",
  kind: "legal",
  given,
  preferred: false,
  ...more,
});

test("the preferred name heads a language, else the first", () => {
  const names = [name("be", "Ганна"), name("be", "Аня", { preferred: true }), name("ru", "Анна")];
  expect(headingNames(names)).toEqual({ be: "Аня", ru: "Анна" });
});

test("half-typed names are read as far as they go", () => {
  const names = [
    { language: "be", family: "  Кандраценка " },
    { language: "be", given: " ", family: 7 },
    { language: "xx", given: "Нехта" },
    "no name",
    name("en", "Hanna", { script: "?", kind: "?", preferred: "yes", family: "Kandratsenka" }),
  ];
  expect(headingNames(names)).toEqual({ be: "Кандраценка", en: "Hanna Kandratsenka" });
  expect(typedNames(names).map(fullName)).toEqual(["Кандраценка", "Hanna Kandratsenka"]);
  expect(typedNames("typed")).toEqual([]);
});
