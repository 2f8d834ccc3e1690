import { describe, expect, test } from "vitest";
import { indexedTerm, readTerms, tsqueryOf } from "#domain/words/word-query.ts";

describe("what was typed", () => {
  test.each([
    ["штрафны ізалятар", [["штрафны"], ["ізалятар"]]],
    ["«штрафны ізалятар» Гомель", [["штрафны", "ізалятар"], ["гомель"]]],
    [
      '"у калоніі" “без лячэння” „без пісем“',
      [
        ["у", "калоніі"],
        ["без", "лячэння"],
        ["без", "пісем"],
      ],
    ],
    [
      "ИК-2 361–4 10.05.2023",
      [
        ["ик", "2"],
        ["361", "4"],
        ["10", "05", "2023"],
      ],
    ],
    ['не "закрыта', [["не"], ["закрыта"]]],
    ["& | ! : * <-> () ' \\ %", []],
    ['"" «»', []],
    [" \t\n", []],
    ["\0\ud800🙂", []],
  ])("%j is terms", (q, terms) => {
    expect(readTerms(q)).toEqual(terms);
  });

  test("keeps the distance over words that the index leaves out", () => {
    expect(indexedTerm(["суд", undefined, "ім"])).toEqual([
      { lexeme: "суд", offset: 0 },
      { lexeme: "ім", offset: 2 },
    ]);
    expect(indexedTerm([undefined, "суд", undefined])).toEqual([{ lexeme: "суд", offset: 0 }]);
    expect(indexedTerm([undefined])).toEqual([]);
  });

  test("is a tsquery in which every word is quoted", () => {
    const phrase = indexedTerm(["o'neil", undefined, "b"]);
    expect(tsqueryOf([phrase, indexedTerm(["c"])])).toBe("('o''neil'<2>'b')&('c')");
    expect(tsqueryOf([indexedTerm(["'\\"])])).toBe("('''\\\\')");
  });
});
