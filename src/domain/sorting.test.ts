import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareIn } from "#domain/sorting.ts";

const alphabets = {
  be: "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
  ru: "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
  en: "abcdefghijklmnopqrstuvwxyz",
} as const;

describe.each(["be", "ru", "en"] as const)("sorting in %s", (language) => {
  const letters = [...alphabets[language]];

  test("follows the alphabet, in small letters and capitals", () => {
    const capitals = letters
      .filter((letter) => letter !== "ь" && letter !== "ъ")
      .map((it) => it.toUpperCase());
    for (const all of [letters, capitals]) {
      fc.assert(
        fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
          expect([...shuffled].sort(compareIn(language))).toEqual(all);
        }),
        { numRuns: 20 },
      );
    }
  });
});

test("Belarusian names stand as in a Belarusian index", () => {
  const names = [
    "Елкіна",
    "Еўдакімава",
    "Ёлкін",
    "Жук",
    "Зуй",
    "Іваноў",
    "Ільін",
    "Клімовіч",
    "Уласаў",
    "Ўласаў",
    "Фёдараў",
  ];
  expect([...names].reverse().sort(compareIn("be"))).toEqual(names);
});

test("names of the other alphabet stand behind those of the language's own", () => {
  expect(["Babaryka", "Бабарыка", "Ёлкін"].sort(compareIn("be"))).toEqual(["Бабарыка", "Ёлкін", "Babaryka"]);
  expect(["Бабарыка", "Zolatava"].sort(compareIn("en"))).toEqual(["Zolatava", "Бабарыка"]);
});
