import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { erasers, type Row, type Tombstone } from "#domain/erasure.ts";
import { erasuresSince, type Ledger, positionOf } from "#domain/erasure-ledger.ts";
import { type BackupRow, type Header, readBackup, readHeader, writeBackup } from "./backup-file.ts";
import { isAlive } from "./processes.ts";
import { Failure } from "./report.ts";

/**
 * Writes the backups of a folder anew without what was erased since each was made, each whole or not at all. Gives the
 * names of those that were, and of those that couldn't be read. Files that are no backups of this registry stay as they
 * are.
 */
export async function rewriteBackups(
  folder: string,
  ledger: Ledger,
  tombstones: readonly Tombstone[],
): Promise<{ rewritten: string[]; unreadable: string[] }> {
  const [rewritten, unreadable]: [string[], string[]] = [[], []];
  for (const name of (await readdir(folder)).sort()) {
    const path = join(folder, name);
    if (await removeCutOff(path)) continue;
    const header = await readHeader(path).catch(() => undefined);
    if (header === undefined || header.registry !== ledger.registry) continue;
    const since = erasuresSince(ledger, header.erasures);
    if (since?.length === 0) continue;
    const erasures = tombstones.filter(({ id }) => since?.some((it) => it.id === id));
    try {
      if (since === undefined) throw new Failure(`${path} has another ledger.`, "");
      await rewrite(path, header, ledger, erasures);
      rewritten.push(name);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      unreadable.push(name);
    }
  }
  return { rewritten, unreadable };
}

/** What a process that was killed has left of a backup. */
async function removeCutOff(path: string): Promise<boolean> {
  const pid = /\.(\d+)\.new$/.exec(path)?.[1];
  if (pid === undefined || isAlive(Number(pid))) return false;
  await rm(path, { force: true });
  return true;
}

async function rewrite(
  path: string,
  header: Header,
  ledger: Ledger,
  erasures: readonly Tombstone[],
): Promise<void> {
  const persons = new Set<string>();
  for await (const { table, row } of readBackup(path)) {
    if (table === "person") persons.add(z.object({ id: z.string() }).parse(JSON.parse(row)).id);
  }
  const own = erasures.filter(({ person }) => persons.has(person));
  const rows = readBackup(path);
  const erased = erasedRows(own);
  let next = await rows.next();
  const { kartateka: _, format: __, ...rest } = header;
  const fresh = {
    ...rest,
    tables: header.tables.map((it) => (it.name === "erasure" ? { ...it, rows: it.rows + own.length } : it)),
    erasures: positionOf(ledger),
  };
  await writeBackup(
    path,
    fresh,
    async function* (table) {
      for (; !next.done && next.value.table === table; next = await rows.next()) yield [erased(next.value)];
      if (table === "erasure") yield own.map((it) => JSON.stringify(tombstoneRow(it)));
    },
    { replace: true },
  );
}

/** What becomes of each row; it learns from the drafts, which come before their saves, whose they are. */
function erasedRows(erasures: readonly Tombstone[]): (row: BackupRow) => string {
  const drafts = new Map(erasures.map(({ id }) => [id, new Set<string>()]));
  return ({ table, row: text }) => {
    const eraser = erasers[table];
    if (eraser === undefined) return text;
    const before = JsonRow.parse(JSON.parse(text));
    let row: Row = before;
    for (const erasure of erasures) {
      const theirs = drafts.get(erasure.id) ?? new Set();
      if (table === "draft" && row.person_id === erasure.person) theirs.add(String(row.id));
      row = eraser(row, erasure, { drafts: theirs, by: erasure.by });
    }
    return JSON.stringify(row) === JSON.stringify(before) ? text : JSON.stringify(row);
  };
}

const JsonRow = z.record(z.string(), z.unknown());

function tombstoneRow({ id, person, fact, versions, ids, notes, basis, at, by }: Tombstone): Row {
  return { id, person_id: person, fact_id: fact, versions, ids, notes, basis, at, by };
}
