import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { publicRegistry } from "#db/public.ts";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { migrate } from "../../ops/migrations.ts";
import { startPostgres } from "../../ops/postgres.ts";
import { editorRole, makeRole, publicRole } from "../../ops/roles.ts";
import { atShutdown, shutDownOnSignals } from "../../ops/shutdown.ts";

/** A database of a bench's own, migrated and empty. */
export type ScratchDatabase = {
  url: string;
  /** As the role of public pages. */
  publicUrl: string;
  /** Path of the server's log. */
  log: string;
  stop: () => Promise<void>;
};

/** Brings up PostgreSQL in a temporary folder. What `#data/public` reads in this process is that database. */
export async function startScratchDatabase(): Promise<ScratchDatabase> {
  const dataDir = await makeTemporaryFolder();
  const remove = () => rm(dataDir, { recursive: true, force: true });
  const server = await startPostgres(dataDir, { fast: true }).catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= (async () => {
      await publicRegistry().$disconnect();
      await server.stop();
      await remove();
    })();
    return stopped;
  };
  atShutdown(stop);
  shutDownOnSignals(1);
  try {
    const publicUrl = await makeRole(server.url(), publicRole, "public");
    await makeRole(server.url(), editorRole, "editor");
    env.set("PUBLIC_DATABASE_URL", publicUrl);
    await migrate(server.url());
    return { url: server.url(), publicUrl, log: join(dataDir, "postgres.log"), stop };
  } catch (error) {
    await stop();
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
