import { expect, test } from "vitest";
import { fullName } from "#domain/person-card.ts";
import { isFalselySure } from "./figures.ts";
import { forms } from "./forms.ts";
import { indexInMemory } from "./in-memory.ts";
import { measureNames } from "./measure.ts";
import type { NameIndex, Offered } from "./name-index.ts";
import { type BenchPerson, parsePeople } from "./people.ts";

const person = (id: string, be: string, ru: string, set = "own"): BenchPerson[] =>
  parsePeople(JSON.stringify({ id, set, be: [be], ru: [ru] }), "a list");

const people = [
  ...person("1", "Марыя Калеснікава", "Мария Колесникова"),
  ...person("2", "Алесь Бяляцкі", "Алесь Беляцкий"),
  ...person("3", "Мікола Статкевіч", "Николай Статкевич"),
];

/** Offers what a test says, by the names that it was filled with. */
function offering(offers: (names: ReadonlyMap<string, number>, q: string) => Partial<Offered>[]): NameIndex {
  let names = new Map<string, number>();
  return {
    fill: async (filled) => {
      names = new Map(filled.map(({ person, parts }) => [fullName(parts), person]));
    },
    leaveOut: async (out) => {
      for (const [name, person] of names) if (out.includes(person)) names.delete(name);
    },
    find: async (q) =>
      offers(names, q).map((offer) => ({
        person: 0,
        text: "",
        strength: "sure",
        cost: 0,
        reasons: [],
        ...offer,
      })),
    close: async () => undefined,
  };
}

test("everybody is asked for in every pair of their spellings and every form", async () => {
  const { pairs } = await measureNames(indexInMemory(), people, [], forms);
  expect(pairs.map(({ from, to, form, n }) => [from, to, form, n])).toEqual([
    ...forms.map((form) => ["be", "ru", form, 3]),
    ...forms.map((form) => ["ru", "be", form, 3]),
  ]);
});

test("places count people as they are offered", async () => {
  const index = offering((names) => [...names.values()].map((person) => ({ person })));
  const { answers, pairs } = await measureNames(index, people, [], ["whole"]);
  expect(answers.map(({ place }) => place).sort()).toEqual([1, 1, 2, 2, 3, 3]);
  expect(pairs.map(({ recall1, recall10 }) => [recall1, recall10])).toEqual([
    [0.3333, 1],
    [0.3333, 1],
  ]);
});

test("who is only near doesn't stand among those who are found", async () => {
  const index = offering((names) =>
    [...names].map(([name, person]) => ({
      person,
      strength: /Кал|Кол/.test(name) ? "near" : "likely",
    })),
  );
  const { answers } = await measureNames(index, people, [], ["whole"]);
  expect(answers.filter(({ place }) => place === 0).map(({ query }) => query.person.id)).toEqual(["1", "1"]);
});

test("somebody else is a right answer who has the same name, as asked or as indexed", async () => {
  const others = [
    ...person("4", "Марыя Калясьнікава", "Мария КОЛЕСНИКОВА", "other"),
    ...person("5", "Марыя КАЛЕСНІКАВА", "Мария Калесникова", "other"),
    ...person("6", "Марына Калеснікава", "Марина Колесникова", "other"),
  ];
  const answered = async (name: string) => {
    const index = offering((names) => [{ person: names.get(name) ?? -1 }]);
    const { answers } = await measureNames(index, people.slice(0, 1), others, ["whole"]);
    const [fromBe] = answers;
    return [fromBe?.place, fromBe?.onlySameInIndex];
  };
  expect(await answered("Марыя Калеснікава")).toEqual([1, false]);
  expect(await answered("Марыя Калясьнікава")).toEqual([1, false]);
  expect(await answered("Марыя КАЛЕСНІКАВА")).toEqual([1, true]);
  expect(await answered("Марына Калеснікава")).toEqual([0, false]);
});

test("whom nobody is called like is asked for in vain, and who is sure of somebody then is wrong", async () => {
  const index = offering((names) => [{ person: [...names.values()][0] ?? -1 }]);
  const sure = await measureNames(index, people, [], ["whole", "surname"]);
  expect(sure.inVain.map(({ query }) => [query.person.id, query.form])).toEqual([
    ["1", "whole"],
    ["1", "whole"],
  ]);
  expect(sure.inVain.filter(isFalselySure)).toHaveLength(2);

  const namesake = person("4", "Марыя КАЛЕСНІКАВА", "Маша Колесникова", "other");
  const { inVain } = await measureNames(index, people, namesake, ["whole"]);
  expect(inVain).toEqual([]);
});
