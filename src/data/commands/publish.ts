import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import { lockPerson } from "#data/commands/person.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { assertBase, assertNotWithdrawn, type Versioned, writeVersion } from "#data/commands/version.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
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

/**
 * Publishes a file without a draft, from the command line: as the next version of a person, or as a new one's first.
 * In the editors' pages two people publish a draft instead (`publishDraft`).
 */
export async function publish(
  registry: Registry,
  publication: Publication,
): Promise<{ number: number; version: number }> {
  const { publicNote, internalNote, actor } = publication;
  const file = parsed(publication.file);
  return inTransaction(registry, async (tx) => {
    const person = await personFor(tx, publication);
    assertNotWithdrawn(person);
    assertBase(person, publication.baseVersion);
    const done = await writeVersion(tx, person, { file, publicNote, internalNote, by: actor });
    await audit(tx, { actor, action: "publish", personId: person.id, details: done });
    return done;
  });
}

function parsed(file: unknown): CaseFile {
  const result = CaseFile.safeParse(file);
  if (!result.success) throw new Refusal("invalid-file", z.prettifyError(result.error));
  if (result.data.names.length === 0) throw new Refusal("invalid-file", "A file needs a name.");
  return result.data;
}

async function personFor(tx: Transaction, { number }: Publication): Promise<Versioned> {
  if (number === undefined) return { ...(await tx.person.create({ data: {} })), published: undefined };
  const published = await lockPerson(tx, number);
  return { id: published.id, published };
}
