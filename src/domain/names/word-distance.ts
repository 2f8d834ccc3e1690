import { addition, substitution } from "#domain/names/sound-costs.ts";

/** Two neighbouring letters that changed places: one slip, not two. */
const transposition = 0.8;

/** Up to here two words differ only as the languages' and romanisations' spellings of one name do. */
export const sameWord = 0.45;

/** A word as the comparison takes it: its sounds, and what each of them costs where the other word lacks it. */
export type Sounded = { sounds: string; additions: readonly number[] };

/** Sounds with what each of them costs alone, ready to be compared. */
export function sounded(sounds: string): Sounded {
  return { sounds, additions: [...sounds].map((_, at) => addition(sounds, at)) };
}

// Room for three rows of the table, used again for every pair of words: comparing never waits for anything.
const longest = 256;
const room = [
  new Float64Array(longest + 1),
  new Float64Array(longest + 1),
  new Float64Array(longest + 1),
] as const;

/**
 * How far two words are from each other: the cheapest way from one to the other by other, added, left out and swapped
 * sounds. 0 is the same word, about 1 a letter. With `limit`, any distance above it comes out as Infinity, sooner.
 */
export function wordDistance(a: Sounded, b: Sounded, limit = Number.POSITIVE_INFINITY): number {
  return lastRow(a, b, limit)?.[Math.min(b.sounds.length, longest)] ?? Number.POSITIVE_INFINITY;
}

/** How far `a` is from the nearest beginning of `b`. */
export function beginningDistance(a: Sounded, b: Sounded): number {
  const row = lastRow(a, b, Number.POSITIVE_INFINITY);
  return row === undefined ? Number.POSITIVE_INFINITY : Math.min(...row.subarray(0, b.sounds.length + 1));
}

/** The distances from `a` to each beginning of `b`; undefined when all of them are above the limit. */
function lastRow(a: Sounded, b: Sounded, limit: number): Float64Array | undefined {
  const left = a.sounds.slice(0, longest);
  const right = b.sounds.slice(0, longest);
  const width = right.length + 1;
  let [before2, before, row]: readonly [Float64Array, Float64Array, Float64Array] = room;
  before[0] = 0;
  for (let j = 1; j < width; j++) before[j] = (before[j - 1] ?? 0) + (b.additions[j - 1] ?? 0);
  for (let i = 1; i <= left.length; i++) {
    const sign = left.charCodeAt(i - 1);
    const signBefore = left.charCodeAt(i - 2);
    const leftOut = a.additions[i - 1] ?? 0;
    let least = (before[0] ?? 0) + leftOut;
    row[0] = least;
    for (let j = 1; j < width; j++) {
      const other = right.charCodeAt(j - 1);
      let cost = (before[j - 1] ?? 0) + substitution(sign, other);
      const without = (before[j] ?? 0) + leftOut;
      if (without < cost) cost = without;
      const added = (row[j - 1] ?? 0) + (b.additions[j - 1] ?? 0);
      if (added < cost) cost = added;
      if (i > 1 && j > 1) {
        const swapped = (before2[j - 2] ?? 0) + transposition;
        // The two may be spelled otherwise besides: Вокў is Волк.
        if (swapped < cost) {
          const both =
            swapped + substitution(sign, right.charCodeAt(j - 2)) + substitution(signBefore, other);
          if (both < cost) cost = both;
        }
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return undefined;
    [before2, before, row] = [before, row, before2];
  }
  return before;
}
