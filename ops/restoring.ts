import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { audit } from "#data/commands/audit.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { rebuild } from "#data/commands/rebuild.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import { erasuresSince, type Ledger, positionOf } from "#domain/erasure-ledger.ts";
import { type Header, readBackup, readHeader } from "./backup-file.ts";
import { isKept, keptTables, loadRows, settleSequences } from "./backup-tables.ts";
import { withClient } from "./client.ts";
import { bringUpDatabase, type Database, type DatabasePlace } from "./database.ts";
import { ledgerAt, ledgerFile, writeLedger } from "./erasure-ledger.ts";
import { appliedMigrations, migrate, migrationNames, migrationsFolder } from "./migrations.ts";
import { asOwner } from "./owner.ts";
import { editionLink } from "./publishing.ts";
import { Failure } from "./report.ts";
import { publicRules } from "./seed.ts";
import { isUnfinished, markFinished, markUnfinished } from "./unfinished-restore.ts";
import { type Found, verify } from "./verifying.ts";

/** A backup that was read from its beginning to its end, and the ledger of what was erased up to today. */
export type Restorable = { path: string; header: Header; ledger: Ledger };

/**
 * Reads a backup through and finds the ledger that goes on from it. Throws `Failure` for a backup that is damaged or
 * newer than this code, and where there is no such ledger. Nothing is changed.
 */
export async function restorable(
  path: string,
  { dataDir, ledgerPath }: { dataDir: string; ledgerPath: string | undefined },
  onRows: (done: number, total: number) => void = () => {},
): Promise<Restorable> {
  const header = await readHeader(path);
  await refuseUnknownMigrations(path, header);
  const ledger = await ledgerFor(header, dataDir, ledgerPath);
  const total = rowsIn(header);
  let done = 0;
  for await (const _ of readBackup(path)) onRows(++done, total);
  return { path, header, ledger };
}

/**
 * Restores a backup into the empty database of a place: loads it, brings it to today's migrations, erases what was
 * erased since, makes from it what is not in backups, and checks all hashes. Whoever cuts it off has a database that is
 * refused by everything but another restore.
 */
export async function restoreInto(
  place: DatabasePlace,
  backup: Restorable,
  { actor, onRows = () => {} }: { actor: string; onRows?: (done: number, total: number) => void },
): Promise<{ database: Database; found: Found }> {
  const { dataDir } = place;
  const database = await bringUpDatabase(place, (databaseUrl) =>
    load(backup, { databaseUrl, dataDir }, onRows),
  );
  try {
    const { url: databaseUrl } = database;
    await asOwner(databaseUrl, async (owner) => {
      await writeAllNames(owner);
      await rebuild(owner, { actor, rules: await publicRules() });
      await audit(owner, { actor, action: "restore-backup", details: { rows: rowsIn(backup.header) } });
    });
    const found = await verify({ databaseUrl, dataDir });
    if (found.faults.length > 0) {
      throw new Failure(
        `What was restored isn't whole:\n${found.faults.join("\n")}`,
        "It is not shown. Take another backup.",
      );
    }
    await withClient(databaseUrl, markFinished);
    return { database, found };
  } catch (error) {
    await database.stop();
    throw error;
  }
}

/** What editors find persons by is made from versions and drafts. */
async function writeAllNames(owner: Registry): Promise<void> {
  const persons = await owner.person.findMany({ select: { id: true } });
  for (const { id } of persons) await inTransaction(owner, (tx) => writePersonNames(tx, id));
}

/**
 * Loads a backup into an empty database as its owner, at the level of migrations that the backup has: the first part of
 * a restore.
 */
export async function load(
  { path, header, ledger }: Restorable,
  { databaseUrl, dataDir }: { databaseUrl: string; dataDir: string },
  onRows: (done: number, total: number) => void = () => {},
): Promise<void> {
  await withClient(databaseUrl, (client) => makeEmpty(client, header));
  await migrate(
    databaseUrl,
    header.migrations.map(({ name }) => name),
  );
  // Pages of another time; none is shown before a whole edition is made from what is restored.
  const link = editionLink(dataDir);
  for (const path of [link, `${link}s`]) await rm(path, { recursive: true, force: true });
  await writeLedger(ledgerFile(dataDir), ledger);
  await withClient(databaseUrl, async (client) => {
    await client.query("begin");
    await client.query("set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0");
    await removeSeeds(client, header);
    await loadAll(client, path, rowsIn(header), onRows);
    await settleSequences(client);
    await refuseOtherCounts(client, header);
    await markUnfinished(client);
    await client.query("commit");
  });
}

async function refuseUnknownMigrations(path: string, header: Header): Promise<void> {
  const names = await migrationNames();
  for (const { name, checksum } of header.migrations) {
    const script = names.includes(name) && (await readFile(join(migrationsFolder, name, "migration.sql")));
    if (script && createHash("sha256").update(script).digest("hex") === checksum) continue;
    throw new Failure(
      `${path} was made by another Kartateka than this one: its database has gone through the migration ${name}, which ${script ? "is another one" : "isn't"} here.`,
      "Restore it with the Kartateka that made it, or with a newer one.",
    );
  }
}

/** The ledger that goes on from a backup's: the one that is given or that of the data folder, whichever goes further. */
async function ledgerFor(header: Header, dataDir: string, path: string | undefined): Promise<Ledger> {
  const own = await ledgerAt(ledgerFile(dataDir));
  const given = path === undefined ? undefined : await ledgerAt(path);
  if (path !== undefined && given === undefined) {
    throw new Failure(`${path} is not there.`, "Look whether the path is right.");
  }
  const [ledger, other] = [given, own]
    .filter((it) => it?.registry === header.registry)
    .sort((a, b) => (b?.erasures.length ?? 0) - (a?.erasures.length ?? 0));
  const advice =
    "Give the ledger of erasures of the registry that the backup is of, as it was last, with --erasures FILE: it is erasures.jsonl in that one's DATA_DIR, and beside its backups. Without it nobody knows what was erased since.";
  if (ledger === undefined) {
    throw new Failure(
      given || own
        ? "The ledger of erasures that was found is another registry's than the backup."
        : "There is no ledger of erasures.",
      advice,
    );
  }
  if (
    erasuresSince(ledger, header.erasures) === undefined ||
    (other && erasuresSince(ledger, positionOf(other)) === undefined)
  ) {
    throw new Failure(
      "The ledger of erasures doesn't go on from the backup's: it is older, or was changed.",
      advice,
    );
  }
  return ledger;
}

/** Refuses a database that holds anything. What a restore that was cut off has left in it is taken away. */
async function makeEmpty(client: Client, header: Header): Promise<void> {
  if (await isUnfinished(client)) {
    await client.query("drop schema public cascade; create schema public");
    return;
  }
  const applied = await appliedMigrations(client);
  if (applied.length === 0) return;
  if (await holdsAnything(client)) {
    throw new Failure("The database isn't empty: it holds records or users.", elsewhere);
  }
  const known = new Set(header.migrations.map(({ name }) => name));
  if (applied.some(({ name }) => !known.has(name))) {
    throw new Failure("The database is empty, but newer than the backup.", elsewhere);
  }
}

const elsewhere =
  "Restore into a new one: with DATA_DIR=FOLDER of a folder that isn't there yet, or with DATABASE_URL of an empty database.";

async function holdsAnything(client: Client): Promise<boolean> {
  for (const table of ["person", '"user"', "audit_entry"]) {
    const there = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
      table,
    ]);
    if (there.rows[0]?.there !== true) continue;
    const { rowCount } = await client.query(`select from ${table} limit 1`);
    if (rowCount !== 0) return true;
  }
  return false;
}

/** Takes away the rows that migrations themselves have written. */
async function removeSeeds(client: Client, header: Header): Promise<void> {
  const tables = await keptTables(client);
  const names = header.tables.map(({ name }) => name).filter(isKept);
  if (
    tables
      .map(({ name }) => name)
      .sort()
      .join() !== names.sort().join()
  ) {
    throw new Failure("The backup's tables are others than its migrations make.", "Take another backup.");
  }
  for (const { name } of tables.reverse()) await client.query(`delete from "${name}"`);
}

async function loadAll(
  client: Client,
  path: string,
  total: number,
  onRows: (done: number, total: number) => void,
): Promise<void> {
  let batch: string[] = [];
  let [table, length, done] = ["", 0, 0];
  const flush = async () => {
    if (batch.length === 0) return;
    await loadRows(client, table, batch);
    done += batch.length;
    onRows(done, total);
    [batch, length] = [[], 0];
  };
  for await (const { table: its, row } of readBackup(path)) {
    if (its !== table || batch.length === 500 || length > 4_000_000) await flush();
    table = its;
    batch.push(row);
    length += row.length;
  }
  await flush();
}

async function refuseOtherCounts(client: Client, header: Header): Promise<void> {
  for (const { name, rows: expected } of header.tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from "${name}"`);
    if (Number(rows[0]?.count) !== expected) {
      throw new Failure(
        `${name} has ${rows[0]?.count} rows now, and ${expected} in the backup.`,
        "Nothing of it was kept. Take another backup.",
      );
    }
  }
}

/** All rows of a backup. */
function rowsIn({ tables }: Pick<Header, "tables">): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0);
}
