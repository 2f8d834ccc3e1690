import type { Client } from "pg";
import { withClient } from "./client.ts";
import { Failure } from "./report.ts";

// A restore is several transactions, since migrations are. Between the first and the last the database holds a table
// that says so: nothing of it is shown before what was erased since is erased in it, too.

const marker = "restore_unfinished";

/** Says that a restore has begun, in its first transaction. */
export async function markUnfinished(client: Client): Promise<void> {
  await client.query(`create table ${marker} ()`);
}

/** Says that a restore has come to its end. */
export async function markFinished(client: Client): Promise<void> {
  await client.query(`drop table ${marker}`);
}

/** Whether a restore was begun and not ended. */
export async function isUnfinished(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('public.' || $1) is not null as there",
    [marker],
  );
  return rows[0]?.there === true;
}

/** Refuses to use a database into which a restore was begun and not ended. */
export async function refuseUnfinished(databaseUrl: string): Promise<void> {
  if (!(await withClient(databaseUrl, isUnfinished))) return;
  throw new Failure(
    "A restore into this database was cut off, so that it may hold what was erased.",
    "Restore again, with `npm run restore-backup`.",
  );
}
