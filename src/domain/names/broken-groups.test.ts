import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { divider, mendedGroups } from "#domain/names/broken-groups.ts";
import { soundsOf } from "#domain/names/sounds.ts";

const latin = (letters: string) => ({ letters, script: "Latn" as const });
const cyrillic = (letters: string) => ({ letters, script: "Cyrl" as const });
const lettersOf = (word: Parameters<typeof mendedGroups>[0]) =>
  mendedGroups(word).map(({ letters }) => letters);

describe("a group of letters that a slip has broken is mended", () => {
  test.each([
    ["sxulman", "shulman", "its second letter replaced"],
    ["xhuk", "zhuk", "its first letter replaced"],
    ["sulman", "shulman", "its second letter left out"],
    ["huk", "zhuk", "its first letter left out"],
    ["hsulman", "shulman", "its letters swapped"],
    ["plysehuski", "plysheuski", "its second letter moved on"],
    ["esphtein", "epshtein", "its first letter moved back"],
    ["srhulman", "shulman", "a letter put into it"],
    ["sbchur", "shchur", "one of two groups"],
    ["tikhanovsaka", "tikhanovshaka", "where there was none, too"],
  ])("%s: %s, %s", (typed, meant) => {
    expect(mendedGroups(latin(typed))).toContainEqual({ letters: meant, cost: 0.9, slip: true });
  });

  test.each([
    ["взік", "дзік"],
    ["шасны", "шчасны"],
    ["мядевдзеў", "мядзевдзеў"],
  ])("in Cyrillic: %s, %s", (typed, meant) => {
    expect(lettersOf(cyrillic(typed))).toContain(meant);
  });
});

describe("letters that only a slip may have brought together", () => {
  test.each([
    ["alekhandr", "alek|handr"],
    ["bairashetskaya", "bairashet|skaya"],
    ["liushyts", "li|ushyts"],
    ["xapo", "kapo"],
  ])("%s are taken apart: %s", (typed, meant) => {
    expect(mendedGroups(latin(typed))).toContainEqual({ letters: meant, cost: 0.2, slip: false });
  });

  test("are read apart", () => {
    expect(soundsOf(latin(`alek${divider}handr`))).toBe("alekhandr");
    expect(soundsOf(latin(`shet${divider}skaya`))).toBe("SetskaA");
    expect(soundsOf(latin(`li${divider}ushyts`))).toBe("liuSyc");
    expect(soundsOf(cyrillic(`д${divider}зік`))).toBe("dzik");
  });
});

test("a word without groups stays as it is", () => {
  expect(mendedGroups(latin("borna"))).toEqual([]);
  expect(mendedGroups(cyrillic("кулеба"))).toEqual([]);
});

test("the ways are few, each once, and none is the word itself", () => {
  const word = fc.string({ unit: fc.constantFrom(..."shzkctdaiueyx"), maxLength: 60 });
  fc.assert(
    fc.property(word, (letters) => {
      const ways = lettersOf(latin(letters));
      expect(ways.length).toBeLessThanOrEqual(60);
      expect(new Set(ways).size).toBe(ways.length);
      expect(ways).not.toContain(letters);
    }),
    { numRuns: 200 },
  );
});
