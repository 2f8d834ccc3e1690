import type { Word } from "#domain/names/letters.ts";

// Two letters that write one sound. A slip in one of them changes more than one sound: «Sxulman» is read сксульман. So
// where sounds find nobody, words are asked for that may have been meant.
const groups: Readonly<Record<Word["script"], readonly string[]>> = {
  Latn: ["sh", "zh", "kh", "ch", "ts", "dz", "cz", "sz"],
  Cyrl: ["дз", "дж", "шч", "сч", "тс"],
};

/** Read as one, too, but each of them says nearly the same alone: that they may be two is all there is to them. */
const blends: Readonly<Record<Word["script"], readonly string[]>> = {
  Latn: ["ia", "ie", "io", "iu", "ya", "ye", "yo", "yu", "ja", "je", "jo", "ju", "ph", "th", "tz", "qu"],
  Cyrl: [],
};

/** Stands between two letters that are no group. */
export const divider = "|";

/** A slip in a group, in letters; that two letters are none is a question of reading. */
const slip = 0.9;
const otherReading = 0.2;

/** More ways than this only a word has that is no name. */
const mostWays = 60;

/** Letters that may have been meant, and what it costs to take the word for them: nearly nothing without a slip. */
type MendedGroup = { letters: string; cost: number; slip: boolean };

/**
 * What a word may have been before one slip in a group of letters: with a letter of the group replaced, left out, moved by
 * one place or put between the two; or where no group was meant.
 */
export function mendedGroups({ letters, script }: Pick<Word, "letters" | "script">): MendedGroup[] {
  const mended = new Map<string, number>();
  const add = (cost: number, ...parts: (string | undefined)[]) => {
    const word = parts.join("");
    if (word !== letters && !mended.has(word)) mended.set(word, cost);
  };
  for (let at = 0; at < letters.length; at++) {
    const before = letters.slice(0, at);
    const [one = "", two, three] = letters.slice(at, at + 3);
    const after = (count: number) => letters.slice(at + count);
    // One letter that writes two sounds, when it stands for one that writes one.
    if (one === "x") add(otherReading, before, "k", after(1));
    for (const blend of blends[script]) {
      if (one + two === blend) add(otherReading, before, one, divider, after(1));
    }
    for (const group of groups[script]) {
      const [first, second] = group;
      if (one + two === group) {
        add(otherReading, before, one, divider, after(1));
        continue;
      }
      if (one === first || two === second) add(slip, before, group, after(2));
      if (one === first) add(slip, before, group, after(1));
      if (one === first && three === second) {
        add(slip, before, group, two, after(3));
        add(slip, before, two, group, after(3));
        add(slip, before, group, after(3));
      }
      if (one === second && before.at(-1) !== first) add(slip, before, group, after(1));
      if (one === second && two === first) add(slip, before, group, after(2));
    }
  }
  return [...mended].slice(0, mostWays).map(([word, cost]) => ({ letters: word, cost, slip: cost === slip }));
}
