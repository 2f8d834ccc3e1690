import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { forgottenAfter, type Lane, lanes, longestWait, nextTurn, type Pace } from "#domain/sign-in-pace.ts";

const start = new Date("2026-01-31T12:00:00Z");
const names: Lane[] = ["device", "pair", "account", "insistent", "address"];

/** The turns of so many tries that come at once. */
function turns(lane: Lane, count: number, now = start): Pace[] {
  const taken: Pace[] = [];
  for (let index = 0; index < count; index++) taken.push(nextTurn(lane, taken.at(-1), now));
  return taken;
}

const seconds = (lane: Lane, count: number) =>
  turns(lane, count).map(({ lastAt }) => (lastAt.getTime() - start.getTime()) / 1000);

describe("the pace of tries", () => {
  test("lets a few go at once, then has each wait longer, up to some seconds", () => {
    expect(seconds("pair", 11)).toEqual([0, 0, 0, 0, 0, 1, 3, 7, 15, 23, 31]);
    expect(seconds("account", 24).slice(19)).toEqual([0, 1, 3, 5, 7]);
  });

  test.each(names)("never locks: the next turn of a %s is always some seconds away", (lane) => {
    fc.assert(
      fc.property(fc.nat(2 ** 31 - 2), fc.integer({ min: 0, max: forgottenAfter }), (failures, ago) => {
        const pace = { failures: failures + 1, lastAt: new Date(start.getTime() - ago) };
        const { lastAt } = nextTurn(lane, pace, start);
        expect(lastAt.getTime() - pace.lastAt.getTime()).toBeLessThanOrEqual(
          Math.max(ago, lanes[lane].longest * 1000),
        );
        expect(lastAt.getTime()).toBeGreaterThanOrEqual(start.getTime());
        // So that there is a turn to wait for.
        expect(lanes[lane].longest * 1000).toBeLessThanOrEqual(longestWait);
      }),
    );
  });

  test.each(names)("gives tries of a %s that come at once turns of their own", (lane) => {
    const { free, longest } = lanes[lane];
    const last = seconds(lane, free + 100).at(-1);
    expect(last).toBeGreaterThan(90 * longest);
  });

  test("begins anew when nobody has tried for long", () => {
    const tired = { failures: 1000, lastAt: start };
    const later = new Date(start.getTime() + forgottenAfter + 1);
    expect(nextTurn("pair", tired, later)).toEqual({ failures: 1, lastAt: later });
    const sooner = new Date(start.getTime() + forgottenAfter - 1);
    expect(nextTurn("pair", tired, sooner)).toEqual({ failures: 1001, lastAt: sooner });
  });
});
