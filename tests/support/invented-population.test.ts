import { expect, test } from "vitest";
import { inventPopulation, populationSpellings } from "./invented-population.ts";

const people = inventPopulation(20_000);

function commonest(values: readonly string[]): { share: number; different: number } {
  const counts = Map.groupBy(values, (value) => value).values();
  const sizes = [...counts].map((it) => it.length);
  return { share: Math.max(...sizes) / values.length, different: sizes.length };
}

test("the same seed gives the same people, and more of them begin with the same ones", () => {
  expect(inventPopulation(50)).toEqual(people.slice(0, 50));
  expect(inventPopulation(50, 2)).not.toEqual(people.slice(0, 50));
});

test("names are about as unevenly common as real ones", () => {
  const family = commonest(people.map(({ names }) => names.be.family));
  expect(family.share).toBeLessThan(0.01);
  expect(family.different).toBeGreaterThan(5_000);
  expect(family.different).toBeLessThan(15_000);
  const given = commonest(people.map(({ names }) => names.be.given));
  expect(given.share).toBeGreaterThan(0.05);
  expect(given.share).toBeLessThan(0.15);
});

test("every name is written in the letters of its spelling", () => {
  const letters = { be: /^[А-ЯЁІЎа-яёіў’]+$/u, ru: /^[А-ЯЁа-яё]+$/u, latin: /^\p{Script=Latin}+$/u };
  for (const { names } of people) {
    for (const spelling of populationSpellings) {
      const pattern = spelling === "be" || spelling === "ru" ? letters[spelling] : letters.latin;
      for (const part of Object.values(names[spelling])) expect(part).toMatch(pattern);
    }
    expect(Object.values(names.be).join("")).not.toMatch(/[щиъ]/u);
  }
});
