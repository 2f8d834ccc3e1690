import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { publicRegistry } from "#db/public.ts";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { migrate } from "../../ops/migrations.ts";
import { startPostgres } from "../../ops/postgres.ts";
import { editorRole, makeRole, publicRole } from "../../ops/roles.ts";
import { atShutdown, shutDown, shutDownOnSignals } from "../../ops/shutdown.ts";

/** A database of a bench's own, migrated and empty. */
export type ScratchDatabase = {
  url: string;
  /** A connection as its owner. */
  owner: Client;
  /** Path of the server's log. */
  log: string;
  stop: () => Promise<void>;
};

/**
 * Brings up PostgreSQL in a temporary folder. What `#data/public` reads in this process is that database, as the role of
 * public pages. It goes with the process when that is told to end.
 */
export async function startScratchDatabase(): Promise<ScratchDatabase> {
  const dataDir = await makeTemporaryFolder();
  shutDownOnSignals(1);
  atShutdown(() => rm(dataDir, { recursive: true, force: true }));
  try {
    const server = await startPostgres(dataDir, { fast: true });
    const url = server.url();
    atShutdown(server.stop);
    env.set("PUBLIC_DATABASE_URL", await makeRole(url, publicRole, "public"));
    await makeRole(url, editorRole, "editor");
    await migrate(url);
    const owner = new Client({ connectionString: url });
    // The server may end first; the next query rejects then.
    owner.on("error", () => undefined);
    await owner.connect();
    atShutdown(() => owner.end());
    atShutdown(() => publicRegistry().$disconnect());
    return { url, owner, log: join(dataDir, "postgres.log"), stop: shutDown };
  } catch (error) {
    await shutDown();
    throw error;
  }
}

const rowsAtATime = 5_000;

/** Adds rows to a table; their keys are its columns. */
export async function insertRows(client: Client, table: string, rows: readonly object[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsAtATime) {
    const some = JSON.stringify(rows.slice(at, at + rowsAtATime));
    await client.query(
      `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [some],
    );
  }
}
