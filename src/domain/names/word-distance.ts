import { addition, substitution } from "#domain/names/sound-costs.ts";

/** Two neighbouring letters that changed places: one slip, not two. */
const transposition = 0.8;

/** A word as the comparison takes it: its sounds, and what each of them costs where the other word lacks it. */
export type Sounded = { sounds: string; additions: readonly number[] };

export function sounded(sounds: string): Sounded {
  return { sounds, additions: [...sounds].map((_, at) => addition(sounds, at)) };
}

/**
 * How far two words are from each other: the cheapest way from one to the other by other, added, left out and swapped
 * sounds. 0 is the same word, about 1 a letter. With `limit`, any distance above it comes out as Infinity, sooner.
 */
export function wordDistance(a: Sounded, b: Sounded, limit = Number.POSITIVE_INFINITY): number {
  return lastRow(a, b, limit)?.at(-1) ?? Number.POSITIVE_INFINITY;
}

/** How far `a` is from the nearest beginning of `b`. */
export function beginningDistance(a: Sounded, b: Sounded): number {
  return Math.min(...(lastRow(a, b, Number.POSITIVE_INFINITY) ?? []));
}

function lastRow(a: Sounded, b: Sounded, limit: number): Float64Array | undefined {
  const { sounds: left, additions: leftOut } = a;
  const { sounds: right, additions: added } = b;
  const width = right.length + 1;
  let before2 = new Float64Array(width);
  let before = new Float64Array(width);
  let row = new Float64Array(width);
  for (let j = 1; j < width; j++) before[j] = (before[j - 1] ?? 0) + (added[j - 1] ?? 0);
  for (let i = 1; i <= left.length; i++) {
    const sign = left.charCodeAt(i - 1);
    row[0] = (before[0] ?? 0) + (leftOut[i - 1] ?? 0);
    let least = row[0];
    for (let j = 1; j < width; j++) {
      let cost = (before[j - 1] ?? 0) + substitution(sign, right.charCodeAt(j - 1));
      cost = Math.min(
        cost,
        (before[j] ?? 0) + (leftOut[i - 1] ?? 0),
        (row[j - 1] ?? 0) + (added[j - 1] ?? 0),
      );
      if (
        i > 1 &&
        j > 1 &&
        sign === right.charCodeAt(j - 2) &&
        left.charCodeAt(i - 2) === right.charCodeAt(j - 1)
      ) {
        cost = Math.min(cost, (before2[j - 2] ?? 0) + transposition);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return undefined;
    [before2, before, row] = [before, row, before2];
  }
  return before;
}
