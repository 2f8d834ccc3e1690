import { setTimeout as wait } from "node:timers/promises";
import type { Client } from "pg";
import { withClient } from "./client.ts";
import { say, wordsOf } from "./report.ts";

const mostMinutes = 10;

/**
 * Has PostgreSQL forget the rows that an erasure has replaced: their space in tables and in what it has noted about
 * columns for planning, and, where we are the server's superuser, in its log of changes. Waits for whoever is reading.
 */
export async function forgetOldRows(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    // Whoever wants to read waits behind us while we wait: not for long at a time.
    await client.query("set lock_timeout = '2s'; set statement_timeout = 0");
    const { rows } = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`,
    );
    for (const { name } of rows) await whenFree(client, `vacuum (full, analyze) ${name}`);
    await whenFree(client, "vacuum (full) pg_catalog.pg_statistic");
    await forgetLog(client);
  });
}

/** The log's segments go when nothing needs them; the embedded server is started so that none is kept for later use. */
async function forgetLog(client: Client): Promise<void> {
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper as may from pg_roles where rolname = current_user",
  );
  if (rows[0]?.may !== true) return;
  // The checkpoint before the last one is kept, too.
  for (let times = 0; times < 2; times++) {
    await client.query("select pg_switch_wal()");
    await client.query("checkpoint");
  }
}

async function whenFree(client: Client, statement: string): Promise<void> {
  const until = performance.now() + mostMinutes * 60_000;
  for (;;) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const isBusy = error instanceof Error && "code" in error && error.code === "55P03";
      if (!isBusy || performance.now() > until) {
        say(
          `PostgreSQL still has old rows on its disk: "${statement}" failed (${wordsOf(error)}). Run it later`,
        );
        return;
      }
      await wait(1_000);
    }
  }
}
