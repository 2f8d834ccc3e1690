import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import { factWithholdingsOf, lockAnyone, publishedNow, versionsOf } from "#data/commands/person.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { asPublished } from "#domain/as-published.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import { concernedBy } from "#domain/concerned.ts";
import { noteId } from "#domain/disclosure.ts";
import { type Erasure, erasers, type Row, type Tombstone } from "#domain/erasure.ts";
import { sameWordsShown } from "#domain/hiding.ts";
import { isRecord } from "#domain/json.ts";
import { idsIn, withoutFact } from "#domain/without-fact.ts";
import { openStates } from "#domain/workflow.ts";
import type { Concealment } from "#publisher/publisher.ts";
import { Failure, wordsOf } from "./report.ts";

/** What is to be erased, why and by whom. */
export type ErasureOrder = Pick<Erasure, "person" | "fact" | "notes"> & { basis: string; by: string };

/**
 * Erases something of a person for good, in one transaction as the owner, who alone may take the triggers away: from
 * every version, draft, public table and basis. `commit` is called with the tombstone right before it is committed.
 */
export async function erase(
  owner: Registry,
  order: ErasureOrder,
  commit: (erasure: Erasure) => Promise<void>,
): Promise<Erasure> {
  return whenIdle(() =>
    inTransaction(owner, async (tx) => {
      await takeTables(tx);
      const erasure = await eraseRows(tx, { ...(await planned(tx, order)), ...order });
      await commit(erasure);
      return erasure;
    }),
  );
}

/** Erases once more what a ledger says was erased: after a restoring, or where it was cut off. */
export async function eraseAgain(owner: Registry, erasures: readonly Erasure[]): Promise<void> {
  const again = { basis: "As the ledger of erasures says.", by: "ledger of erasures" };
  for (const erasure of erasures) {
    await whenIdle(() =>
      inTransaction(owner, async (tx) => {
        await takeTables(tx);
        await eraseRows(tx, { ...erasure, ...again });
      }),
    );
  }
}

/** What an erasure will concern: addresses that are taken down before it is written, and the number of who goes whole. */
export function concernedByErasure(
  db: Registry,
  { person, fact }: Pick<ErasureOrder, "person" | "fact">,
): Promise<Concealment> {
  return inTransaction(db, async (tx) => {
    const { published } = await lockAnyone(tx, { personId: person });
    const before = await publishedNow(tx, published);
    if (published === undefined || before === undefined) return { addresses: [] };
    const { number } = published;
    if (fact === null) return { addresses: concernedBy(before, undefined), gone: number };
    const versions = (await versionsOf(tx, person)).map((version) => ({
      ...version,
      file: readCaseFile(withoutFact(version.file, fact)?.file ?? version.file),
      publicNote: fact === noteId(version.number) ? null : version.publicNote,
    }));
    const after = asPublished(number, versions, await factWithholdingsOf(tx, person));
    return { addresses: concernedBy(before, after) };
  });
}

/** Where else in a person's files the words of a fact stand, that is still there when the fact is erased. */
export async function sameWordsBesides(
  db: Registry,
  { person, fact }: Pick<ErasureOrder, "person" | "fact">,
): Promise<{ id: string; section: string }[]> {
  if (fact === null) return [];
  const versions = await versionsOf(db, person);
  const open = await db.draft.findFirst({ where: { personId: person, state: { in: [...openStates] } } });
  const save =
    open &&
    (await db.draftSave.findUnique({
      where: { draftId_number: { draftId: open.id, number: open.save } },
      select: { file: true },
    }));
  return sameWordsShown(fact, { versions, draft: isRecord(save?.file) ? save.file : undefined }, new Set());
}

/** What would go with an erasure: versions and ids. Refuses what isn't there. */
export async function planned(
  db: Registry | Transaction,
  { person, fact, notes }: ErasureOrder,
): Promise<Erasure> {
  if ((await db.erasure.count({ where: { personId: person, factId: null } })) > 0) {
    throw new Refusal("erased", "The whole file of this person was erased already.");
  }
  const [gone, stays, holding] = [new Set<string>(), new Set<string>(), new Set<number>()];
  for await (const { version, file, hasNotes } of filesOf(db, person)) {
    const less = fact === null ? { file: {}, ids: idsIn(file) } : withoutFact(file, fact);
    for (const id of less?.ids ?? []) gone.add(id);
    for (const id of idsIn(less?.file ?? file)) stays.add(id);
    const holds = less !== undefined || (fact === `v${version}` && hasNotes);
    if (version !== undefined && holds) holding.add(version);
  }
  if (fact !== null && holding.size === 0 && gone.size === 0) {
    throw new Refusal("unknown-fact", `${fact} stands in no version and in no draft of this person.`);
  }
  return {
    id: randomUUID(),
    person,
    fact,
    notes,
    ids: [...gone].filter((id) => !stays.has(id)).sort(),
    versions: [...holding],
    at: new Date().toISOString(),
  };
}

type KeptFile = { version?: number; file: Row; hasNotes: boolean };

/** The files of all versions of a person, first to last, and of all saves, a few at a time: these can be thousands. */
async function* filesOf(db: Registry | Transaction, personId: string): AsyncGenerator<KeptFile> {
  const versions = await db.version.findMany({ where: { personId }, orderBy: { number: "asc" } });
  for (const { number: version, file, publicNote, internalNote } of versions) {
    if (isRecord(file)) yield { version, file, hasNotes: publicNote !== null || internalNote !== null };
  }
  for (const { id: draftId } of await db.draft.findMany({ where: { personId }, select: { id: true } })) {
    for (let after = 0; ; ) {
      const saves = await db.draftSave.findMany({
        where: { draftId, number: { gt: after } },
        orderBy: { number: "asc" },
        take: 50,
      });
      for (const { file } of saves) if (isRecord(file)) yield { file, hasNotes: false };
      after = saves.at(-1)?.number ?? after;
      if (saves.length === 0) break;
    }
  }
}

const tables = Object.keys(erasers);
/** Those whose rows a trigger keeps as they are. */
const guarded = ["version", "withholding", "different_people", "draft_save", "draft_step"];

/**
 * Every command begins with a person's row: the table of persons is waited for, with nothing held, and when it is ours
 * nobody is in the middle of anything. The others are not waited for, since whoever holds one could wait for us.
 */
async function takeTables(tx: Transaction): Promise<void> {
  await tx.$executeRawUnsafe("set local lock_timeout = '30s'");
  await tx.$executeRawUnsafe("lock table person in exclusive mode");
  await tx.$executeRawUnsafe(`lock table ${tables.join(", ")}, erasure in exclusive mode nowait`);
}

async function whenIdle<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + 60_000;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!/55P03/.test(wordsOf(error))) throw error;
      if (performance.now() > until) {
        throw new Failure(
          "The registry was too busy for a minute to erase anything.",
          "Nothing was changed. Try again, if need be with `npm start` stopped.",
          { cause: error },
        );
      }
      await wait(20 + Math.random() * 80);
    }
  }
}

async function eraseRows(tx: Transaction, erasing: Tombstone): Promise<Erasure> {
  const { basis, by, ...erasure } = erasing;
  const { id, person, fact, ids, notes, versions, at } = erasure;
  const locked = await lockAnyone(tx, { personId: person });
  const before = await publishedNow(tx, locked.published);
  for (const table of guarded) await tx.$executeRawUnsafe(`alter table ${table} disable trigger user`);
  const drafts = new Set(
    (await tx.draft.findMany({ where: { personId: person }, select: { id: true } })).map((it) => it.id),
  );
  for (const [table, eraser] of Object.entries(erasers)) {
    for (const place of await rowsOf(tx, table, person, [...drafts])) {
      await rewrite(tx, table, place, (row) => eraser(row, erasure, { drafts, by }));
    }
  }
  for (const table of guarded) await tx.$executeRawUnsafe(`alter table ${table} enable trigger user`);
  await tx.erasure.create({
    data: {
      id,
      personId: person,
      factId: fact,
      versions: [...versions],
      ids: [...ids],
      notes,
      basis,
      at,
      by,
    },
  });
  await writePersonNames(tx, person);
  const { published } = await lockAnyone(tx, { personId: person });
  if (published !== undefined) {
    await addToOutbox(tx, concernedBy(before, await writePublicForm(tx, published)));
  }
  await audit(tx, {
    actor: by,
    action: "erase",
    personId: person,
    details: { fact, versions: versions.join(", "), notes: notes ? "erased" : null },
  });
  return erasure;
}

const Place = z.array(z.object({ place: z.string() }));
const Found = z.array(z.object({ row: z.record(z.string(), z.unknown()) })).length(1);

/** Whose the rows of a table are, where no column says the person's id. */
const whoseRows: Readonly<Record<string, string>> = {
  person: "id = $1::uuid",
  different_people: "$1::uuid in (one_id, other_id)",
  draft_save: "draft_id = any($2::uuid[])",
  draft_step: "draft_id = any($2::uuid[])",
};

async function rowsOf(tx: Transaction, table: string, person: string, drafts: string[]): Promise<string[]> {
  const whose = whoseRows[table] ?? "person_id = $1::uuid";
  const rows = await tx.$queryRawUnsafe(
    `select ctid::text as place from ${table} where ${whose} and $1::uuid is not null and $2::uuid[] is not null`,
    person,
    drafts,
  );
  return Place.parse(rows).map(({ place }) => place);
}

/** Writes the columns of a row that a change concerns, as PostgreSQL reads them from JSON. */
async function rewrite(
  tx: Transaction,
  table: string,
  place: string,
  change: (row: Row) => Row,
): Promise<void> {
  const found = await tx.$queryRawUnsafe(
    `select to_jsonb(t) as row from ${table} t where ctid = $1::tid`,
    place,
  );
  const [{ row: before } = { row: {} }] = Found.parse(found);
  const after = change(before);
  const columns = Object.keys(after).filter(
    (column) => JSON.stringify(after[column]) !== JSON.stringify(before[column]),
  );
  if (columns.length === 0) return;
  const assigned = columns.map((column) => `"${column}" = r."${column}"`).join(", ");
  await tx.$executeRawUnsafe(
    `update ${table} t set ${assigned} from jsonb_populate_record(null::${table}, $1::jsonb) r where t.ctid = $2::tid`,
    JSON.stringify(after),
    place,
  );
}
