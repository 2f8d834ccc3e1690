import { Refusal } from "#data/commands/refusal.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import type { PublishedPerson } from "#domain/concerned.ts";
import { disclose, FactWithholding, noteId } from "#domain/disclosure.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** A published person as a command finds it, with its row locked until the transaction ends. */
export type LockedPerson = {
  id: string;
  number: number;
  state: "published" | "withdrawn";
  currentVersion: number;
};

/** Locks the person with this public number. Refuses an unknown one. */
export async function lockPerson(tx: Transaction, number: number): Promise<LockedPerson> {
  await tx.$queryRaw`SELECT 1 FROM person WHERE number = ${number} FOR UPDATE`;
  const person = await tx.person.findUnique({ where: { number } });
  if (person?.number == null || person.state === null || person.currentVersion === null) {
    throw new Refusal("unknown-person", `There is no record № ${number}.`);
  }
  return {
    id: person.id,
    number: person.number,
    state: person.state,
    currentVersion: person.currentVersion,
  };
}

/** A stored version with its file read by today's schema. */
export type StoredVersion = {
  number: number;
  file: CaseFile;
  publicNote: LocalizedText | null;
  createdAt: Date;
};

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

/** A person as the public would meet them under these withholdings. */
export function asPublished(
  number: number,
  versions: readonly StoredVersion[],
  withholdings: readonly FactWithholding[],
): PublishedPerson {
  const withheld = new Set(withholdings.map((it) => it.fact));
  return {
    number,
    versions: versions.map(({ number: version, file, publicNote }) => ({
      form: disclose(file, withholdings),
      publicNote: withheld.has(noteId(version)) ? null : publicNote,
    })),
  };
}

/** A person as the public meets them now; undefined for one that was withdrawn. */
export async function publishedNow(
  db: Registry | Transaction,
  person: LockedPerson,
): Promise<PublishedPerson | undefined> {
  if (person.state === "withdrawn") return undefined;
  const versions = await versionsOf(db, person.id);
  return asPublished(person.number, versions, await factWithholdingsOf(db, person.id));
}
