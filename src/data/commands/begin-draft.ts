import { audit } from "#data/commands/audit.ts";
import { storable, writeStep } from "#data/commands/draft.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import type { Transaction } from "#db/registry.ts";
import { type DraftFile, highestIds } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";

/** A draft to be begun. */
export type Beginning = {
  personId: string;
  /** The person's current version; 0 before the first. */
  baseVersion: number;
  file: DraftFile;
  /** The version that the file is from, where it is an older one. */
  fromVersion?: number;
  /** The highest number that each prefix of an id has had in the person's files. */
  lastIds: Readonly<Record<string, number>>;
  actor: Actor;
};

/** Writes a new draft with its first save, step and audit. The person's row is locked by the caller. */
export async function beginDraft(tx: Transaction, beginning: Beginning): Promise<string> {
  const { personId, baseVersion, fromVersion = baseVersion, actor } = beginning;
  const file = storable(beginning.file);
  const { id } = await tx.draft.create({
    data: {
      personId,
      baseVersion,
      lastIds: highestIds(file, { ...beginning.lastIds }),
      createdBy: actor.id,
      saves: { create: { number: 1, file, manner: "opened", savedBy: actor.id } },
    },
  });
  await writeStep(tx, { draftId: id, save: 1, step: "open", by: actor.id });
  await writePersonNames(tx, personId);
  await audit(tx, {
    actor: actor.id,
    action: "open-draft",
    personId,
    draftId: id,
    details: { save: 1, baseVersion, fromVersion },
  });
  return id;
}
