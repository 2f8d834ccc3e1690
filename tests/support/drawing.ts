/** Draws from a seed (mulberry32), so that a bench measures the same files each time. */
export function drawing(seed: number) {
  let state = seed;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    /** From 0 up to 1, without it. */
    next,
    /** A whole number, either end included. */
    between,
    chance: (probability: number) => next() < probability,
    of<T>(list: readonly T[]): T {
      const item = list[between(0, list.length - 1)];
      if (item === undefined) throw new RangeError("nothing to draw from");
      return item;
    },
  };
}

/** A seed that depends on these words alone (FNV-1a): for what must not change with what was drawn before it. */
export function seedOf(words: string): number {
  let value = 0x811c9dc5;
  for (const byte of Buffer.from(words)) value = Math.imul(value ^ byte, 0x01000193);
  return value >>> 0;
}
