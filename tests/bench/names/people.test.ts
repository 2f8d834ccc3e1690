import { expect, test } from "vitest";
import { parsePeople, spellingsIn } from "./people.ts";

const line = JSON.stringify({ id: "1", set: "own", be: ["Ян Колас"], lat_ru: ["Yan Kolas", "Ian Kolas"] });

test("a person has the spellings of their line, with their parts", () => {
  const [person] = parsePeople(`${line}\n\n`, "names.jsonl");
  expect(person).toMatchObject({ id: "1", set: "own" });
  expect(person && spellingsIn(person, "be")).toEqual([
    { text: "Ян Колас", parts: { given: "Ян", patronymic: undefined, family: "Колас" } },
  ]);
  expect(person && spellingsIn(person, "ru")).toEqual([]);
});

test("who has no spelling of the press stands there by the romanisation from Russian", () => {
  const [person] = parsePeople(line, "names.jsonl");
  expect(person && spellingsIn(person, "lat_press").map(({ text }) => text)).toEqual([
    "Yan Kolas",
    "Ian Kolas",
  ]);
});

test.each([
  ["not JSON", "{", "names.jsonl, line 2: Expected property name"],
  [
    "no list",
    JSON.stringify({ id: "2", set: "own", be: "Ян Колас" }),
    "names.jsonl, line 2: ✖ Invalid input",
  ],
  [
    "an empty spelling",
    JSON.stringify({ id: "2", set: "own", be: [" "] }),
    "names.jsonl, line 2: ✖ Too small",
  ],
  ["no set", JSON.stringify({ id: "2", be: ["Ян Колас"] }), "→ at set"],
  ["an id for the second time", line, 'names.jsonl, line 2: "1" stands on line 1 already.'],
])("a line with %s is told with its number", (_, bad, message) => {
  expect(() => parsePeople(`${line}\n${bad}\n`, "names.jsonl")).toThrow(message);
});
