import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsOf } from "#domain/names/letters.ts";
import { anyText } from "../../../tests/support/any-text.ts";

const lettersOf = (text: string) => wordsOf(text).map(({ letters }) => letters);

describe("words", () => {
  test.each([
    ["Марыя Калеснікава", ["марыя", "калеснікава"]],
    ["КАЛЕСНІКАВА, Марыя", ["калеснікава", "марыя"]],
    ["М.А.Калеснікава", ["м", "а", "калеснікава"]],
    ["Дунін-Марцінкевіч", ["дунін", "марцінкевіч"]],
    ["Дунін‑Марцінкевіч", ["дунін", "марцінкевіч"]],
    ["Дунін—Марцінкевіч", ["дунін", "марцінкевіч"]],
    ["Калеснікава (Сасноўская)", ["калеснікава", "сасноўская"]],
    ["«Баста»", ["баста"]],
    ["Купала2", ["купала"]],
    ["  Янка\t\u00a0Купала\n", ["янка", "купала"]],
    ["🕊Марыя🕊Калеснікава", ["марыя", "калеснікава"]],
    ["\u202bMaria\u202c \u200fKolesnikova\u200e", ["maria", "kolesnikova"]],
    ["%Купала_\\", ["купала"]],
  ])("of %s", (text, words) => {
    expect(lettersOf(text)).toEqual(words);
  });

  test.each(["", "   ", "…", "’ - ’", "%_\\\"'", "1982", "💛🤍", "\ud83d", "\u0361"])(
    "none where there is no letter to read: %j",
    (text) => {
      expect(wordsOf(text).filter(({ letters }) => /\p{L}/u.test(letters))).toEqual([]);
    },
  );

  // Every one of them is typed for the apostrophe, or for the sign of softness.
  test.each([..."'’‘ʼʹʺ`´′″”·"])("go on behind %s", (mark) => {
    expect(wordsOf(`Лук${mark}янаў`)).toMatchObject([{ start: 0, end: 8 }]);
  });

  test("end before what is behind their last letter", () => {
    expect(wordsOf("‘Мар’, “Рута”.")).toMatchObject([
      { letters: "мар", start: 1, end: 4 },
      { letters: "рута", start: 8, end: 12 },
    ]);
  });

  test("go on behind tie bars, soft hyphens and joiners", () => {
    for (const text of [
      "T\u0361sikhanouski\u0361a",
      "Ка\u00adлеснікава",
      "Ка\u200dлеснікава",
      "Ка\u200bлеснікава",
    ]) {
      expect(wordsOf(text)).toHaveLength(1);
    }
  });

  test("are the same composed and decomposed", () => {
    for (const text of ["Ёйў", "Śviatłana Cichanoŭskaja", "Їжакевич"]) {
      expect(lettersOf(text.normalize("NFD"))).toEqual(lettersOf(text.normalize("NFC")));
    }
  });
});

describe("the script of a word", () => {
  test.each([
    ["Калеснікава", "Cyrl", false],
    ["Kolesnikova", "Latn", false],
    // The Latin i of a keyboard without і, and all that a scanned list can hold.
    ["Калеснiкава", "Cyrl", true],
    ["Кaлecнiкaвa", "Cyrl", true],
    ["ĸалеснікава", "Cyrl", true],
    ["Каleснікава", "Cyrl", true],
    ["Коlesnikova", "Latn", true],
    ["Вialiatski", "Latn", true],
  ] as const)("%s", (text, script, mixed) => {
    expect(wordsOf(text)).toMatchObject([{ script, mixed }]);
  });

  test.each([
    ["Мaрыя Kaлеснiкaва", ["марыя", "калеснікава"]],
    ["Kyпaлa", ["купала"]],
    ["ĸупала", ["купала"]],
    ["Нanna", ["hanna"]],
    ["Xарытонаў", ["харытонаў"]],
    // Capitals look otherwise than small letters do.
    ["Hiна Bасiльеўна", ["ніна", "васільеўна"]],
    ["BIКТАР", ["віктар"]],
  ])("%s has letters of its script alone", (text, words) => {
    expect(lettersOf(text)).toEqual(words);
  });

  test("is that of the other words where it speaks for neither", () => {
    expect(wordsOf("Mо Калеснікава")[0]).toMatchObject({ script: "Cyrl", letters: "мо" });
    expect(wordsOf("Mо Kolesnikova")[0]).toMatchObject({ script: "Latn", letters: "mo" });
    expect(wordsOf("Вiĸтap Калеснікава")[0]).toMatchObject({ script: "Cyrl", letters: "віктар" });
    expect(wordsOf("Вiĸтap")[0]).toMatchObject({ script: "Cyrl", letters: "віктар" });
    expect(wordsOf("Toma Калеснікава")[0]).toMatchObject({ script: "Latn", letters: "toma", mixed: false });
  });
});

test("words stand in order where they say that they do, whatever the text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const words = wordsOf(text);
      const ends = [0, ...words.map(({ end }) => end)];
      expect(words.filter(({ start, end }, at) => start < (ends[at] ?? 0) || start >= end)).toEqual([]);
      expect(words.filter(({ letters }) => letters === "")).toEqual([]);
      const between = [...words, undefined].map((word, at) => text.slice(ends[at], word?.start));
      expect(between.join(" ")).not.toMatch(/\p{L}/u);
    }),
    { numRuns: 300 },
  );
});
