/**
 * How fast passwords may be tried, by what they are counted under. So many go at once; then each waits longer than the
 * one before, up to `longest` seconds. Nothing is ever locked.
 *
 * A browser that somebody has signed in from, and said that it is theirs, is counted by itself: what strangers try with
 * their name doesn't slow them there. Everybody else is counted under the address alone, the name that they type
 * together with the address, and the name alone. The last is counted apart for those who have used up their free tries
 * from their address: whoever has just come doesn't stand in line behind them. Waits that fall on others are short.
 */
export const lanes = {
  device: { free: 5, longest: 8 },
  pair: { free: 5, longest: 8 },
  account: { free: 20, longest: 2 },
  insistent: { free: 20, longest: 2 },
  address: { free: 30, longest: 2 },
} as const;
export type Lane = keyof typeof lanes;

/** After this long without a try, in milliseconds, counting begins anew. */
export const forgottenAfter = 60 * 60_000;

/** A try that would have to wait longer than this, in milliseconds, is turned away: its password isn't looked at. */
export const longestWait = 8_000;

/** How many tries were let through lately, and when the last one's turn was or will be. */
export type Pace = { failures: number; lastAt: Date };

/** Whether a try is one of those that its lane lets go at once. */
export function isFree(lane: Lane, { failures }: Pace): boolean {
  return failures <= lanes[lane].free;
}

/** The turn of the next try in a lane: when it is, and the pace after it. */
export function nextTurn(lane: Lane, pace: Pace | undefined, now: Date): Pace {
  if (pace === undefined || pace.lastAt.getTime() < now.getTime() - forgottenAfter) {
    return { failures: 1, lastAt: now };
  }
  const at = Math.max(now.getTime(), pace.lastAt.getTime() + interval(lane, pace.failures));
  return { failures: pace.failures + 1, lastAt: new Date(at) };
}

/** Milliseconds between the last try and the next one, after so many. */
function interval(lane: Lane, failures: number): number {
  const { free, longest } = lanes[lane];
  return failures < free ? 0 : Math.min(longest, 2 ** Math.min(failures - free, 10)) * 1000;
}
