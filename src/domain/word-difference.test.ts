import fc from "fast-check";
import { expect, test } from "vitest";
import { type WordPiece, wordDifference } from "#domain/word-difference.ts";

const without = (kind: WordPiece["kind"], pieces: readonly WordPiece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join("");

test("a changed word is marked, and what stands around it is not", () => {
  expect(wordDifference("Held in IK-4 since May.", "Held in SIZO-1 since May.")).toEqual([
    { kind: "same", text: "Held in " },
    { kind: "removed", text: "IK-4" },
    { kind: "added", text: "SIZO-1" },
    { kind: "same", text: " since May." },
  ]);
});

test("a comma is a change, and words with an apostrophe or a hyphen are one", () => {
  expect(wordDifference("сям’я чакае", "сям’я, чакае")).toEqual([
    { kind: "same", text: "сям’я" },
    { kind: "added", text: "," },
    { kind: "same", text: " чакае" },
  ]);
});

test("words changed one after another stand together", () => {
  expect(wordDifference("one two three", "uno dos three")).toEqual([
    { kind: "removed", text: "one two" },
    { kind: "added", text: "uno dos" },
    { kind: "same", text: " three" },
  ]);
});

test("nothing at all, and texts from nothing", () => {
  expect(wordDifference("", "")).toEqual([]);
  expect(wordDifference("", "a b")).toEqual([{ kind: "added", text: "a b" }]);
  expect(wordDifference("a b", "")).toEqual([{ kind: "removed", text: "a b" }]);
});

const text = fc
  .array(fc.constantFrom("ён", "яна", "быў", " ", "  ", ",", "\n", "🙂", "-", "IK-4"))
  .map((parts) => parts.join(""));

test("the pieces give both texts again, and the same text has no change", () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = wordDifference(before, after);
      expect(without("added", pieces)).toBe(before);
      expect(without("removed", pieces)).toBe(after);
      expect(wordDifference(before, before).every(({ kind }) => kind === "same")).toBe(true);
    }),
  );
});

test("two long texts without a word in common take no time to speak of", () => {
  const [before, after] = ["a ".repeat(10_000), "b ".repeat(10_000)];
  const begun = performance.now();
  const pieces = wordDifference(before, after);
  expect(without("added", pieces)).toBe(before);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
