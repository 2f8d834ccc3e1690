import { refuseErased } from "#data/commands/erased-ids.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import { type LockedPerson, publishedNow, type StoredVersion, versionsOf } from "#data/commands/person.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import type { Transaction } from "#db/registry.ts";
import { contentHash, hashScheme, versionHash } from "#domain/canonical.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { idSections, referencedArticles, referencedFacilities } from "#domain/case-file/references.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import { concernedBy } from "#domain/concerned.ts";
import type { LocalizedText } from "#domain/localized-text.ts";

/** Somebody, locked, whose next version is to be written; `published` is missing before the first. */
export type Versioned = { id: string; published: LockedPerson | undefined };

/** A version to be written. */
export type NewVersion = {
  file: CaseFile;
  publicNote?: LocalizedText | undefined;
  internalNote?: string | undefined;
  /** A user's id, or `command line: …`. */
  by: string;
};

/**
 * Writes a file as somebody's next version, with its public form, projection and outbox: the one way in which versions
 * come to be. Gives the number that they have, or are given now. Refuses what `assertPublishable` refuses.
 */
export async function writeVersion(
  tx: Transaction,
  person: Versioned,
  { file, publicNote, internalNote, by }: NewVersion,
): Promise<{ number: number; version: number }> {
  const { id, published } = person;
  const versions = await versionsOf(tx, id);
  await refuseErased(tx, id, file);
  await assertPublishable(tx, file, versions);
  const number = published?.number ?? (await nextNumber(tx));
  const version = (versions.at(-1)?.number ?? 0) + 1;
  const before = await publishedNow(tx, published, versions);
  const last = await tx.version.findUnique({
    where: { personId_number: { personId: id, number: version - 1 } },
    select: { hash: true },
  });
  const [content, previous] = [contentHash(file), last?.hash ?? null];
  const row = await tx.version.create({
    data: {
      personId: id,
      number: version,
      file,
      ...(publicNote && { publicNote }),
      internalNote: internalNote ?? null,
      createdBy: by,
      contentHash: content,
      previousHash: previous,
      hash: versionHash({ content, number: version, previous, publicNote: publicNote ?? null }),
      hashScheme,
    },
  });
  const state = { number, state: "published", currentVersion: version } as const;
  await tx.person.update({ where: { id }, data: state });
  const written = { ...row, file: readCaseFile(row.file), publicNote: publicNote ?? null };
  const after = await writePublicForm(tx, { id, ...state }, [...versions, written]);
  await addToOutbox(tx, concernedBy(before, after));
  await writePersonNames(tx, id);
  return { number, version };
}

/** Refuses to publish for somebody who is withdrawn. */
export function assertNotWithdrawn({ published }: Versioned): void {
  if (published?.state === "withdrawn") {
    throw new Refusal("withdrawn", `№ ${published.number} is withdrawn. Restore it before you publish.`);
  }
}

/** Refuses what was made from another version than today's. */
export function assertBase({ published }: Versioned, baseVersion: number): void {
  const current = published?.currentVersion ?? 0;
  if (current !== baseVersion) {
    throw new Refusal(
      "stale-base",
      `№ ${published?.number} is at version ${current}; your file was made from version ${baseVersion}. Look at what has changed and begin from there.`,
      { current, base: baseVersion },
    );
  }
}

/**
 * Refuses a file that says the same as the current version, that uses an id for another thing than before, or that
 * names a facility or an article which the registry doesn't have.
 */
export async function assertPublishable(
  tx: Transaction,
  file: CaseFile,
  versions: readonly StoredVersion[],
): Promise<void> {
  const last = versions.at(-1);
  if (last && contentHash(last.file) === contentHash(file)) {
    throw new Refusal("unchanged", `The file is the same as version ${last.number}. Nothing was published.`, {
      version: last.number,
    });
  }
  refuseReusedIds(file, versions);
  await refuseUnknownReferences(tx, file);
}

/** An id stands for one fact forever: links and withholdings name it. It may come back, but not as something else. */
function refuseReusedIds(file: CaseFile, versions: readonly StoredVersion[]): void {
  const before = new Map(versions.flatMap((version) => [...idSections(version.file)]));
  for (const [id, section] of idSections(file)) {
    const was = before.get(id);
    if (was !== undefined && was !== section) {
      throw new Refusal("reused-id", `The id ${id} stood in ${was}; it cannot be used in ${section}.`, {
        id,
      });
    }
  }
}

async function refuseUnknownReferences(tx: Transaction, file: CaseFile): Promise<void> {
  const codes = referencedFacilities(file);
  const facilities = await tx.facility.findMany({ where: { code: { in: codes } }, select: { code: true } });
  refuseMissing("facility", codes, facilities);
  const articleCodes = referencedArticles(file);
  const articles = await tx.article.findMany({
    where: { code: { in: articleCodes } },
    select: { code: true },
  });
  refuseMissing("article", articleCodes, articles);
}

function refuseMissing(what: string, codes: readonly string[], rows: readonly { code: string }[]): void {
  const there = new Set(rows.map((row) => row.code));
  const missing = codes.filter((code) => !there.has(code));
  if (missing.length > 0) {
    throw new Refusal("unknown-reference", `The registry has no ${what} "${missing.join('", "')}".`, {
      code: missing.join(", "),
    });
  }
}

// Numbers are given one by one, under a lock, so that none is left out and none says anything.
const numberLock = 0x6b61_7274;

async function nextNumber(tx: Transaction): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${numberLock})`;
  const { _max } = await tx.person.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}
