import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { Erasure } from "#domain/erasure.ts";
import { continued, emptyLedger, type Ledger, ledgerText, readLedger } from "#domain/erasure-ledger.ts";
import { registryOf } from "./backup-tables.ts";
import { makeFolder, writeWhole } from "./files.ts";
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
 * erasures that were written into the ledger and did not come to be done. Only while the data folder is ours.
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
  return ledger.erasures.filter(({ id }) => !ids.has(id));
}

/** Writes a whole ledger into a data folder. */
export async function writeLedger(path: string, ledger: Ledger): Promise<void> {
  await writeWhole(path, ledgerText(ledger), 0o600);
}

/** Adds an erasure to the data folder's ledger. It is on the disk when this resolves. */
export async function addToLedger(dataDir: string, erasure: Erasure): Promise<Ledger> {
  const path = ledgerFile(dataDir);
  const before = await ledgerAt(path);
  if (before === undefined) throw new Failure(`${path} is missing.`, "Run `npm start` once, which makes it.");
  const ledger = continued(before, erasure);
  await makeFolder(dataDir);
  const file = await open(path, "a", 0o600);
  try {
    await file.write(ledgerText(ledger).slice(ledgerText(before).length));
    await file.sync();
  } finally {
    await file.close();
  }
  return ledger;
}

const ErasureRow = z
  .object({
    id: z.string(),
    person_id: z.string(),
    fact_id: z.string().nullable(),
    notes: z.boolean(),
    ids: z.array(z.string()),
    versions: z.array(z.number()),
    at: z.date(),
  })
  .transform(({ person_id: person, fact_id: fact, at, ...row }) => ({
    ...row,
    person,
    fact,
    at: at.toISOString(),
  }))
  .pipe(Erasure);

/** What a database says was erased, in the order in which it was. */
export async function erasuresIn(client: Client): Promise<Erasure[]> {
  const { rows } = await client.query(
    `select id::text, person_id::text, fact_id, notes, coalesce(ids, '{}') as ids, versions, at
     from erasure order by at, id`,
  );
  return z.array(ErasureRow).parse(rows);
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
