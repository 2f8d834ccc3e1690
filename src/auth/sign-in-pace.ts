import { createHmac } from "node:crypto";
import { z } from "zod";
import type { Registry, Transaction } from "#db/registry.ts";
import { forgottenAfter, isFree, type Lane, longestWait, nextTurn, type Pace } from "#domain/sign-in-pace.ts";

/**
 * What a try of a password is counted under: a lane, and in it a name, an address or a browser. Some only `after` a
 * free turn in the lane before, or after one that wasn't.
 */
export type Counted = readonly { lane: Lane; value: string; after?: "free" | "waiting" }[];

/** The turn of a try: how long it waits, and how to take it out of the count when the password was right. */
type Turn = { wait: number; giveBack: () => Promise<void> };

const Row = z.object({ failures: z.number(), lastAt: z.date() });

// Whoever tries many at once waits for himself.
const limits = { maxWait: 20_000, timeout: 20_000 };

type Where = { registry: Registry; secret: string; now: Date };

/**
 * Takes a turn in every lane or, when one of them would have it wait for too long, in none; then gives the seconds
 * after which there is one. A try counts as failed before anybody looks at it: of many at once, each has its own turn.
 */
export async function takeTurn(
  counted: Counted,
  { registry, secret, now }: Where,
): Promise<Turn | { turnedAwayFor: number }> {
  const latest = now.getTime() + longestWait;
  const keys: string[] = [];
  try {
    const at = await registry.$transaction(async (tx) => {
      let last = now.getTime();
      let before: "free" | "waiting" | undefined;
      // Always in the same order of lanes, so that no two wait for each other.
      for (const { lane, value, after } of counted) {
        if (after !== undefined && after !== before) continue;
        const key = keyOf(lane, value, secret);
        const pace = await lockedPace(tx, key);
        const turn = nextTurn(lane, pace, now);
        last = Math.max(last, turn.lastAt.getTime());
        if (last > latest) throw new TurnedAway(Math.ceil((last - latest) / 1000));
        await tx.signInThrottle.update({ where: { key }, data: turn });
        before = isFree(lane, turn) ? "free" : "waiting";
        keys.push(key);
      }
      return last;
    }, limits);
    return { wait: at - now.getTime(), giveBack: () => giveBack(registry, keys) };
  } catch (thrown) {
    if (thrown instanceof TurnedAway) return { turnedAwayFor: thrown.seconds };
    throw thrown;
  }
}

/** The pace under a key, which nobody else changes before the transaction ends. */
async function lockedPace(tx: Transaction, key: string): Promise<Pace | undefined> {
  const rows = await tx.$queryRaw`
    insert into sign_in_throttle as kept (key, failures, last_at) values (${key}, 1, 'epoch')
    on conflict (key) do update set failures = kept.failures
    returning failures, last_at as "lastAt"`;
  return z.array(Row).parse(rows)[0];
}

/** Removes counts that would begin anew; those in use are left for another time. */
export async function forgetOldTurns(registry: Registry, now: Date): Promise<void> {
  await registry.$executeRaw`
    delete from sign_in_throttle where key in (
      select key from sign_in_throttle where last_at < ${new Date(now.getTime() - forgottenAfter)}
      for update skip locked)`;
}

class TurnedAway extends Error {
  readonly seconds: number;

  constructor(seconds: number) {
    super("turned away");
    this.seconds = seconds;
  }
}

async function giveBack(registry: Registry, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    const { count } = await registry.signInThrottle.updateMany({
      where: { key, failures: { gt: 1 } },
      data: { failures: { decrement: 1 } },
    });
    if (count === 0) await registry.signInThrottle.deleteMany({ where: { key, failures: 1 } });
  }
}

/** Neither names nor addresses are written down. */
function keyOf(lane: Lane, value: string, secret: string): string {
  return createHmac("sha256", secret).update(`sign-in pace\0${lane}\0${value}`).digest("hex");
}
