import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Language } from "#domain/languages.ts";
import { Article, Facility } from "#domain/reference.ts";
import { comparedWords } from "#domain/words/compared-words.ts";
import { indexedWord } from "#domain/words/indexed-word.ts";
import { findArticles, findFacilities } from "#domain/words/reference-search.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(`prisma/reference/${name}.json`, "utf8"));
const facilities = z.array(Facility).parse(read("facilities"));
const articles = z.array(Article).parse(read("articles"));

const stopWords = new Set(["the", "of", "to", "and", "и", "в", "на", "або", "no"]);
// PostgreSQL's dictionaries stand behind it in the registry; here a word is its own stem, or its first six letters.
const stemOf = (word: string, language: Language) =>
  stopWords.has(word) ? undefined : language === "be" ? indexedWord(word, "be") : word.slice(0, 6);
const how = (language: Language) => ({
  language,
  stemOf,
  wordsOf: (text: string, of: Language) => comparedWords(text, of, stemOf),
});

const places = (q: string, language: Language = "be") =>
  findFacilities(facilities, q, how(language)).map(({ facility }) => facility.code);
const codes = (q: string, language: Language = "be") =>
  findArticles(articles, q, how(language)).map(({ article }) => article.code);
const shown = ({ parts }: { parts: readonly { text: string; marked: boolean }[] }) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join("");

describe("places of detention are found", () => {
  test.each([
    "ИК-2",
    "ик 2",
    "ік 2",
    "ІК№2",
    "ік2",
    "IK-2",
    "ПК-2",
    "калонія № 2",
    "калоніі нумар 2",
    "колония номер 2",
    "penal colony 2",
    "Penal Colony No. 2",
    "ик-2 бобруйск",
  ])("by type and number: %s", (q) => {
    expect(places(q)).toContain("ik-2");
    expect(places(q)).not.toContain("ik-22");
    expect(places(q)).not.toContain("sizo-2");
  });

  test("by number alone, all that have it", () => {
    expect(places("2").sort()).toEqual(["ik-2", "sizo-2", "vk-2"]);
    expect(places("№ 22")).toEqual(["ik-22"]);
  });

  test.each(["Наваполацк", "Новополоцк", "Navapolatsk", "Novopolotsk", "новополоцке", "наваполацку"])(
    "by the place in any spelling: %s",
    (q) => {
      for (const language of ["be", "ru", "en"] as const) expect(places(q, language)).toEqual(["ik-1"]);
    },
  );

  test.each([
    ["магілёў", "prison-4"],
    ["Mogilev", "prison-4"],
    ["Гродно", "prison-1"],
    ["Grodno", "prison-1"],
    ["жод", "prison-8"],
    ["Американка", "sizo-kgb"],
    ["СИЗО КГБ", "sizo-kgb"],
    ["Окрестина", "akrestsina"],
    ["ЦИП", "akrestsina"],
    ["волчьи норы", "ik-22"],
    ["химия 55", "iuot-55"],
  ])("by other words: %s", (q, code) => {
    expect(places(q)[0]).toBe(code);
  });

  test("not by words that none of them has, by one letter, or by nothing", () => {
    for (const q of [
      "",
      " ",
      "к",
      "№",
      "Варшава",
      "🙂",
      "%",
      "\\",
      "'",
      "(",
      "\0",
      "\ud800",
      "x".repeat(300),
    ]) {
      expect(places(q), q).toEqual([]);
    }
    expect(places("калонія Варшава")).toEqual([]);
  });

  test("at most ten at a time, and what matched is marked", () => {
    expect(places("калонія")).toHaveLength(10);
    const [found] = findFacilities(facilities, "калоніі 2 бабр", how("be"));
    expect(shown(found?.matched ?? { parts: [] })).toBe("Папраўчая [калонія] № [2], [Бабр]уйск");
  });

  test("in the page's language where it says it, else in the one that does", () => {
    const matched = (q: string) =>
      findFacilities(facilities, q, how("be"))[0]?.matched ?? { language: "be", parts: [] };
    expect(matched("Navapolatsk").language).toBe("be");
    expect(shown(matched("Navapolatsk"))).toBe("Папраўчая калонія № 1, [Наваполацк]");
    expect(matched("исправительная 15").language).toBe("ru");
    expect(shown(matched("исправительная 15"))).toBe("[Исправительная] колония № [15], Вейно");
    // No language has all of them.
    expect(shown(matched("калонія penal 15"))).toBe("Папраўчая [калонія] № [15], Вейна");
  });
});

describe("articles are found", () => {
  test.each([
    "411",
    "ст. 411",
    "ст.411",
    "арт. 411",
    "Art. 411",
    "артыкул 411 КК",
    "Art. 411-2",
    "ч. 2 ст. 411 УК",
  ])("by their number: %s", (q) => {
    expect(codes(q)).toEqual(["411"]);
  });

  test("by the number with a hyphen, and by its beginning with all that go on from it", () => {
    expect(codes("361-4")).toEqual(["361-4"]);
    expect(codes("361 – 4")).toEqual(["361-4"]);
    expect(codes("361")).toEqual(["361", "361-1", "361-2", "361-3", "361-4"]);
    expect(codes("19.11 КаАП")).toEqual(["koap-19.11"]);
    expect(codes("ч. 1 ст. 342")).toEqual(["342", "342-2"]);
  });

  test.each([
    ["масавыя беспарадкі", "293"],
    ["масавых беспарадках", "293"],
    ["Паклёп", "188"],
    ["измена", "356"],
    ["treason", "356"],
    ["абраз презідэнта", "368"],
    ["абраза Прэзідэнта", "368"],
    ["insulting the president", "368"],
    ["президента 368", "368"],
    ["президента 369", undefined],
    ["2021", undefined],
    ["ст.", undefined],
    ["", undefined],
    ["%'\\\0\ud800", undefined],
  ])("by words of the title: %s", (q, code) => {
    expect(codes(q)[0]).toBe(code);
  });

  test("best first, with what matched marked", () => {
    const found = findArticles(articles, "паклёп", how("be"));
    expect(found.map(({ article }) => article.code)).toEqual(["188", "367"]);
    expect(found.map(({ matched }) => shown(matched))).toEqual([
      "[Паклёп]",
      "[Паклёп] на Прэзідэнта Рэспублікі Беларусь",
    ]);
  });
});
