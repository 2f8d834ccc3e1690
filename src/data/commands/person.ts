import { z } from "zod";
import { Refusal } from "#data/commands/refusal.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { asPublished, type KeptVersion } from "#domain/as-published.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import type { PublishedPerson } from "#domain/concerned.ts";
import { FactWithholding } from "#domain/disclosure.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** A published person as a command finds it, with its row locked until the transaction ends. */
export type LockedPerson = {
  id: string;
  number: number;
  state: "published" | "withdrawn";
  currentVersion: number;
};

/** How somebody is named: by the public number, or by the id that they have before it. */
export type Whom = { number: number } | { personId: string };

/** Locks the person with this public number. Refuses an unknown one. */
export async function lockPerson(tx: Transaction, number: number): Promise<LockedPerson> {
  const { published } = await lockAnyone(tx, { number });
  if (published === undefined) throw new Refusal("unknown-person", `There is no record № ${number}.`);
  return published;
}

/** Locks a person who may not be published yet: they have no number then. Refuses an unknown one. */
export async function lockAnyone(
  tx: Transaction,
  whom: Whom,
): Promise<{ id: string; published: LockedPerson | undefined }> {
  const where = "number" in whom ? { number: whom.number } : { id: whom.personId };
  const isId = "number" in whom || z.guid().safeParse(whom.personId).success;
  const found = isId ? await tx.person.findUnique({ where, select: { id: true } }) : null;
  if (found === null) {
    const name = "number" in whom ? `record № ${whom.number}` : "such person";
    throw new Refusal("unknown-person", `There is no ${name}.`);
  }
  const { id } = found;
  await tx.$queryRaw`SELECT 1 FROM person WHERE id = ${id}::uuid FOR UPDATE`;
  const { number, state, currentVersion } = await tx.person.findUniqueOrThrow({ where: { id } });
  const published =
    number === null || state === null || currentVersion === null
      ? undefined
      : { id, number, state, currentVersion };
  return { id, published };
}

/** A stored version with its file read by today's schema. */
export type StoredVersion = KeptVersion & { createdAt: Date };

/** All versions of a person, first to last. */
export async function versionsOf(db: Registry | Transaction, personId: string): Promise<StoredVersion[]> {
  const rows = await db.version.findMany({ where: { personId }, orderBy: { number: "asc" } });
  return rows.map((row) => ({
    number: row.number,
    file: readCaseFile(row.file),
    publicNote: row.publicNote === null ? null : LocalizedText.parse(row.publicNote),
    createdAt: row.createdAt,
  }));
}

/** The withholdings of single facts that hold today. */
export async function factWithholdingsOf(
  db: Registry | Transaction,
  personId: string,
): Promise<FactWithholding[]> {
  const rows = await db.withholding.findMany({
    where: { personId, liftedAt: null, factId: { not: null } },
  });
  return rows.map((row) => FactWithholding.parse({ fact: row.factId, manner: row.manner }));
}

/** A person as the public meets them now; undefined for one who isn't published or was withdrawn. */
export async function publishedNow(
  db: Registry | Transaction,
  person: LockedPerson | undefined,
  read?: readonly StoredVersion[],
): Promise<PublishedPerson | undefined> {
  if (person?.state !== "published") return undefined;
  const versions = read ?? (await versionsOf(db, person.id));
  return asPublished(person.number, versions, await factWithholdingsOf(db, person.id));
}
