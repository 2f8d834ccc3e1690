import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import {
  type LockedPerson,
  lockPerson,
  publishedNow,
  type StoredVersion,
  versionsOf,
} from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { contentHash, hashScheme, versionHash } from "#domain/canonical.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { idSections, referencedArticles, referencedFacilities } from "#domain/case-file/references.ts";
import { concernedBy } from "#domain/concerned.ts";
import type { LocalizedText } from "#domain/localized-text.ts";

/** What a publication needs. Without `number` the file is a new person's and is given the next number. */
export type Publication = {
  file: unknown;
  number?: number;
  /** The version that the file was made from: 0 for a new person. Another one published since is a refusal. */
  baseVersion: number;
  publicNote?: LocalizedText;
  internalNote?: string;
  actor: string;
};

/** Publishes a file as the next version of a person, with its public form, projection and outbox, or refuses. */
export async function publish(
  registry: Registry,
  publication: Publication,
): Promise<{ number: number; version: number }> {
  const file = parsed(publication.file);
  return inTransaction(registry, async (tx) => {
    const person = await personFor(tx, publication);
    const versions = person.id === undefined ? [] : await versionsOf(tx, person.id);
    refuseReusedIds(file, versions);
    await refuseUnknownReferences(tx, file);
    const before = person.locked && (await publishedNow(tx, person.locked));
    const number = person.locked?.number ?? (await nextNumber(tx));
    const version = versions.length + 1;
    const id = await writeVersion(tx, { id: person.id, number, version, file, publication });
    const after = await writePublicForm(tx, { id, number, state: "published", currentVersion: version });
    await addToOutbox(tx, concernedBy(before, after));
    await audit(tx, {
      actor: publication.actor,
      action: "publish",
      personId: id,
      details: { number, version },
    });
    return { number, version };
  });
}

function parsed(file: unknown): CaseFile {
  const result = CaseFile.safeParse(file);
  if (!result.success) throw new Refusal("invalid-file", z.prettifyError(result.error));
  if (result.data.names.length === 0) throw new Refusal("invalid-file", "A file needs a name.");
  return result.data;
}

async function personFor(
  tx: Transaction,
  { number, baseVersion }: Publication,
): Promise<{ id?: string; locked?: LockedPerson }> {
  if (number === undefined) {
    if (baseVersion !== 0) throw new Refusal("stale-base", "A new person has no version to begin from.");
    return {};
  }
  const locked = await lockPerson(tx, number);
  if (locked.state === "withdrawn") {
    throw new Refusal("withdrawn", `№ ${number} is withdrawn. Restore it before you publish.`);
  }
  if (locked.currentVersion !== baseVersion) {
    throw new Refusal(
      "stale-base",
      `№ ${number} is at version ${locked.currentVersion}; your file was made from version ${baseVersion}. Look at what has changed and begin from there.`,
    );
  }
  return { id: locked.id, locked };
}

/** An id stands for one fact forever: links and withholdings name it. It may come back, but not as something else. */
function refuseReusedIds(file: CaseFile, versions: readonly StoredVersion[]): void {
  const before = new Map(versions.flatMap((version) => [...idSections(version.file)]));
  for (const [id, section] of idSections(file)) {
    const was = before.get(id);
    if (was !== undefined && was !== section) {
      throw new Refusal("reused-id", `The id ${id} stood in ${was}; it cannot be used in ${section}.`);
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
    throw new Refusal("unknown-reference", `The registry has no ${what} "${missing.join('", "')}".`);
  }
}

// Numbers are given one by one, under a lock, so that none is left out and none says anything.
const numberLock = 0x6b61_7274;

async function nextNumber(tx: Transaction): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${numberLock})`;
  const { _max } = await tx.person.aggregate({ _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

type NewVersion = {
  id: string | undefined;
  number: number;
  version: number;
  file: CaseFile;
  publication: Publication;
};

async function writeVersion(
  tx: Transaction,
  { id, number, version, file, publication }: NewVersion,
): Promise<string> {
  const personId = id ?? (await tx.person.create({ data: {} })).id;
  const last = await tx.version.findUnique({
    where: { personId_number: { personId, number: version - 1 } },
  });
  const content = contentHash(file);
  if (last?.contentHash === content) {
    throw new Refusal("unchanged", `The file is the same as version ${last.number}. Nothing was published.`);
  }
  const previous = last?.hash ?? null;
  const publicNote = publication.publicNote ?? null;
  await tx.version.create({
    data: {
      personId,
      number: version,
      file,
      ...(publicNote && { publicNote }),
      internalNote: publication.internalNote ?? null,
      createdBy: publication.actor,
      contentHash: content,
      previousHash: previous,
      hash: versionHash({ content, number: version, previous, publicNote }),
      hashScheme,
    },
  });
  await tx.person.update({
    where: { id: personId },
    data: { number, state: "published", currentVersion: version },
  });
  return personId;
}
