import type { Client } from "pg";
import type { Exclusively, Locks, StillHeld, Turn } from "#publisher/ports.ts";
import { withClient } from "./client.ts";

const numbers = { pages: 7_204_551_002, whole: 7_204_551_003, exclusively: 7_204_551_004 };

/**
 * The publisher's locks between processes: PostgreSQL's, on connections of their own, so that a killed process loses
 * them. Whoever waits for one gets it in turn.
 */
export function publisherLocks(databaseUrl: string): Locks {
  return {
    exclusively: (work) => withClient(databaseUrl, (client) => exclusivelyOn(client)(work)),
    pages: turn(databaseUrl, numbers.pages),
    whole: turn(databaseUrl, numbers.whole),
  };
}

function turn(databaseUrl: string, number: number): Turn {
  return {
    wait: (work) =>
      withClient(databaseUrl, async (client) => {
        await client.query("select pg_advisory_lock($1)", [number]);
        return work(exclusivelyOn(client));
      }),
    attempt: (work) =>
      withClient(databaseUrl, async (client) => {
        const { rows } = await client.query<{ locked: boolean }>(
          "select pg_try_advisory_lock($1) as locked",
          [number],
        );
        if (rows[0]?.locked !== true) return false;
        await work(exclusivelyOn(client));
        return true;
      }),
  };
}

/** On the connection of the lock that is held: with that one lost, this one cannot be had any more. */
function exclusivelyOn(client: Client): Exclusively {
  return async (work) => {
    await client.query("select pg_advisory_lock($1)", [numbers.exclusively]);
    try {
      return await work(answers(client));
    } finally {
      // A broken connection has lost it already, and that is no news about the work.
      await client.query("select pg_advisory_unlock($1)", [numbers.exclusively]).catch(() => undefined);
    }
  };
}

/** A lock lasts as long as its connection. */
function answers(client: Client): StillHeld {
  let asked: Promise<unknown> = Promise.resolve();
  return async () => {
    // One after the other: several pages are written at once, and the client takes one query at a time.
    asked = asked.then(() => client.query("select"));
    await asked;
  };
}
