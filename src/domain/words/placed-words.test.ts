import { expect, test } from "vitest";
import type { ProseText } from "#domain/prose.ts";
import { indexedWords, placedWords } from "#domain/words/placed-words.ts";

const text = (said: string, language: ProseText["language"] = "be"): ProseText => ({
  section: "events",
  factId: "e1",
  language,
  text: said,
});

test("words of a language are counted through all its texts, with room between two", () => {
  const placed = placedWords([text("Суд над"), text("Court", "en"), text("ім")], "be");
  expect(placed.map(({ word, position }) => [word, position])).toEqual([
    ["суд", 17],
    ["над", 18],
    ["ім", 35],
  ]);
});

test("the index holds Belarusian stems without stop words, and Russian without ё, at the same positions", () => {
  const said = [text("Затрыманні ў калоніі"), text("Ёлка", "ru"), text("The trials", "en")];
  expect(indexedWords(said, "be")).toEqual({ words: ["затрым", "калан"], positions: [17, 19] });
  expect(indexedWords(said, "ru")).toEqual({ words: ["елка"], positions: [17] });
  expect(indexedWords(said, "en")).toEqual({ words: ["the", "trials"], positions: [17, 18] });
});

test("an endless file is found by the words of its beginning", () => {
  const endless = Array.from({ length: 30 }, (_, part) =>
    text(Array.from({ length: 2_000 }, (_, word) => `w${part}x${word}`).join(" ")),
  );
  const { words } = indexedWords(endless, "be");
  expect(words.length).toBeGreaterThan(30_000);
  expect(words.length).toBeLessThan(60_000);
});
