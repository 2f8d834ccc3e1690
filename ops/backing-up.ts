import type { Client } from "pg";
import {
  continued,
  emptyLedger,
  type Ledger,
  type LedgerPosition,
  positionOf,
} from "#domain/erasure-ledger.ts";
import { type Header, writeBackup } from "./backup-file.ts";
import { type KeptTable, keptTables, registryOf, rowsOf } from "./backup-tables.ts";
import { withClient } from "./client.ts";
import { erasuresIn, ledgerAt, ledgerFile } from "./erasure-ledger.ts";
import { appliedMigrations } from "./migrations.ts";
import { Failure } from "./report.ts";

/** What a backup is made of: the database as its owner, and the data folder with the ledger of erasures. */
export type BackupSource = { databaseUrl: string; dataDir: string };

/** Held, together with others, while a backup is being written; by an erasure alone while it goes through backups. */
export const backupLock = 7_204_551_011;

/**
 * Writes everything that the registry keeps into one file, as of one moment, while others go on working. Gives the
 * header of what was written.
 */
export async function backUp(
  source: BackupSource,
  path: string,
  onRows: (done: number, total: number) => void = () => {},
): Promise<Omit<Header, "kartateka" | "format">> {
  return withClient(source.databaseUrl, async (client) => {
    await client.query("select pg_advisory_lock_shared($1)", [backupLock]);
    // Everything is read as it was when the first table was looked at, however long that takes.
    await client.query("begin transaction isolation level repeatable read, read only");
    await client.query(
      "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set local time zone 'UTC'",
    );
    const tables = await keptTables(client);
    const header = await headerOf(client, source.dataDir, tables);
    const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
    let done = 0;
    await writeBackup(path, header, async function* (name) {
      const table = tables.find((it) => it.name === name);
      if (table === undefined) return;
      for await (const rows of rowsOf(client, table)) {
        yield rows;
        done += rows.length;
        onRows(done, total);
      }
    });
    await client.query("commit");
    return header;
  });
}

async function headerOf(client: Client, dataDir: string, tables: readonly KeptTable[]) {
  const counts: Header["tables"] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from "${name}"`);
    counts.push({ name, rows: Number(rows[0]?.count) });
  }
  if (!counts.some(({ name, rows }) => (name === "person" || name === "user") && rows > 0)) {
    throw new Failure(
      "The registry holds nothing yet.",
      "Look whether DATA_DIR and DATABASE_URL are the right ones.",
    );
  }
  return {
    at: new Date().toISOString(),
    registry: await registryOf(client),
    migrations: await appliedMigrations(client),
    tables: counts,
    erasures: await positionIn(client, dataDir),
  };
}

/** How far the ledger of erasures had got when the tables were as they are read. */
async function positionIn(client: Client, dataDir: string): Promise<LedgerPosition> {
  const registry = await registryOf(client);
  const done = await erasuresIn(client);
  const kept = await ledgerAt(ledgerFile(dataDir));
  const ledger =
    kept?.registry === registry ? upTo(kept, done.length) : done.reduce(continued, emptyLedger(registry));
  const ids = new Set(ledger.erasures.map(({ id }) => id));
  if (ids.size === done.length && done.every(({ id }) => ids.has(id))) return positionOf(ledger);
  throw new Failure(
    `${ledgerFile(dataDir)} and the database don't say the same of what was erased.`,
    "Stop `npm start` and start it again: it brings them together.",
  );
}

function upTo(ledger: Ledger, entries: number): Ledger {
  return {
    ...ledger,
    erasures: ledger.erasures.slice(0, entries),
    hashes: ledger.hashes.slice(0, entries + 1),
  };
}
