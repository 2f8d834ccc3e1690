import { open, readFile, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { Erasure, type Tombstone } from "#domain/erasure.ts";
import {
  continued,
  emptyLedger,
  erasuresSince,
  type Ledger,
  ledgerText,
  positionOf,
  readLedger,
} from "#domain/erasure-ledger.ts";
import { registryOf } from "./backup-tables.ts";
import { exists, makeFolder, writeWhole } from "./files.ts";
import { Failure, say, wordsOf } from "./report.ts";

/** The ledger of what was erased, in the data folder. */
export function ledgerFile(dataDir: string): string {
  return join(dataDir, "erasures.jsonl");
}

/** Reads a ledger from a file; undefined where there is none. */
export async function ledgerAt(path: string): Promise<Ledger | undefined> {
  const text = await textOf(path);
  if (text === undefined) return undefined;
  try {
    return readLedger(text);
  } catch (cause) {
    throw new Failure(
      `${path} cannot be taken for the ledger of erasures: ${wordsOf(cause)}.`,
      "Take another copy of it. Without it a backup could bring back what was erased.",
      { cause },
    );
  }
}

/**
 * Brings the data folder's ledger and the database's own list together: what only the database knows is added. Gives the
 * erasures of persons who are there that the database doesn't know. Only while the data folder is ours.
 */
export async function keepLedger(dataDir: string, client: Client): Promise<Erasure[]> {
  const registry = await registryOf(client);
  const path = ledgerFile(dataDir);
  let ledger = (await ownLedger(path, registry)) ?? emptyLedger(registry);
  const known = new Set(ledger.erasures.map(({ id }) => id));
  const done = await erasuresIn(client);
  for (const erasure of done) if (!known.has(erasure.id)) ledger = continued(ledger, erasure);
  const text = ledgerText(ledger);
  if ((await textOf(path)) !== text) await writeLedger(path, ledger);
  const ids = new Set(done.map(({ id }) => id));
  const open = ledger.erasures.filter(({ id }) => !ids.has(id));
  const { rows } = await client.query<{ id: string }>(
    "select id::text as id from person where id = any($1::uuid[])",
    [open.map(({ person }) => person)],
  );
  return open.filter(({ person }) => rows.some(({ id }) => id === person));
}

/** Writes a whole ledger, and the folder that it is in. */
export async function writeLedger(path: string, ledger: Ledger): Promise<void> {
  await makeFolder(dirname(path));
  await writeWhole(path, ledgerText(ledger), 0o600);
}

/** Adds an erasure to the data folder's ledger. It is on the disk when this resolves. */
export async function addToLedger(dataDir: string, erasure: Erasure): Promise<Ledger> {
  const path = ledgerFile(dataDir);
  const before = await ledgerAt(path);
  if (before === undefined) throw new Failure(`${path} is missing.`, "Run `npm start` once, which makes it.");
  const ledger = continued(before, erasure);
  const file = await open(path, "a", 0o600);
  try {
    await file.write(ledgerText(ledger).slice(ledgerText(before).length));
    await file.sync();
  } finally {
    await file.close();
  }
  return ledger;
}

const Tombstones = z.array(z.strictObject({ ...Erasure.shape, basis: z.string(), by: z.string() }));

/** What a database says was erased, in the order in which it was. */
export async function tombstonesIn(client: Client): Promise<Tombstone[]> {
  const { rows } = await client.query(
    `select id::text, person_id::text as person, fact_id as fact, notes, coalesce(ids, '{}') as ids, versions, basis, by,
       to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
     from erasure order by erasure.at, id`,
  );
  return Tombstones.parse(rows);
}

/** The same as a ledger has it. */
export async function erasuresIn(client: Client): Promise<Erasure[]> {
  return (await tombstonesIn(client)).map(({ basis: _, by: __, ...erasure }) => erasure);
}

/** Puts the ledger beside backups, in the place of an older one. Another registry's stays, and that is said. */
export async function keepLedgerBeside(folder: string, ledger: Ledger): Promise<void> {
  const path = join(folder, "erasures.jsonl");
  const there = await ledgerAt(path).catch(() => undefined);
  if (there === undefined ? !(await exists(path)) : erasuresSince(ledger, positionOf(there)) !== undefined) {
    return writeLedger(path, ledger);
  }
  say(`${path} belongs to another registry and is left as it is: copy the ledger of erasures elsewhere`);
}

/** The ledger of this registry. One of another registry that was in this data folder before is put aside. */
async function ownLedger(path: string, registry: string): Promise<Ledger | undefined> {
  await dropCutLine(path);
  const ledger = await ledgerAt(path);
  if (ledger === undefined || ledger.registry === registry) return ledger;
  const aside = path.replace(/\.jsonl$/, `-of-${ledger.registry}.jsonl`);
  await rename(path, aside);
  say(`The ledger of erasures that was here belongs to another registry; it is ${aside} now`);
  return undefined;
}

/** A line that was cut off while it was written belongs to an erasure that wasn't done either. */
async function dropCutLine(path: string): Promise<void> {
  const text = await textOf(path);
  if (text === undefined || text === "" || text.endsWith("\n")) return;
  await writeWhole(path, text.slice(0, text.lastIndexOf("\n") + 1), 0o600);
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
