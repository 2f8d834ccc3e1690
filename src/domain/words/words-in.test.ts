import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wordsIn } from "#domain/words/words-in.ts";

const words = (text: string) => wordsIn(text).map(({ word }) => word);

describe("the words of a text", () => {
  test.each([
    ["Сям’я, пад'езд ʼі З‘ЕЗД", ["сям'я", "пад'езд", "і", "з'езд"]],
    ["калоніі № 2 (ИК-2)", ["калоніі", "2", "ик", "2"]],
    ["Kaleśnikava naïve Łódź", ["kalesnikava", "naive", "lodz"]],
    ["Ў 2020-м; 10.05.2023", ["ў", "2020", "м", "10", "05", "2023"]],
    ["ма\u0301ці ёлка йод", ["маці", "ёлка", "йод"]],
    ["👩‍⚕️ % \\ ' \" \0 \ud800 & | ! : * <->", []],
    ["'quoted' prisoner's", ["quoted", "prisoner's"]],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("stand where they are said to, in their order, and are letters and digits with apostrophes inside", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."аБўЁ'’é ́1-\u{1f600}\ud800\n") }), (text) => {
        let last = 0;
        for (const { word, start, end } of wordsIn(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).not.toMatch(/[\s-]/);
          expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+(?:'[\p{L}\p{N}\p{M}]+)*$/u);
          last = end;
        }
      }),
    );
  });

  test("are cut where they are too long for an index", () => {
    expect(words("ы".repeat(300))).toEqual(["ы".repeat(60)]);
  });
});
