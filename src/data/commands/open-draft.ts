import { beginDraft } from "#data/commands/begin-draft.ts";
import { fileAt, LastIds } from "#data/commands/draft.ts";
import { erasedIdsOf } from "#data/commands/erased-ids.ts";
import { assertMay } from "#data/commands/may.ts";
import { lockAnyone, type StoredVersion, versionsOf } from "#data/commands/person.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { emptyFile, highestIds } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";
import { openStates } from "#domain/workflow.ts";

/**
 * Begins a draft of somebody's next version: from the current one, or from an older one, to publish that again. Who was
 * never published goes on from the last draft, which was discarded. Refuses a second open draft.
 */
export async function openDraft(
  registry: Registry,
  { personId, fromVersion, actor }: { personId: string; fromVersion?: number; actor: Actor },
): Promise<{ draftId: string }> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    await lockAnyone(tx, { personId });
    const drafts = await tx.draft.findMany({ where: { personId }, orderBy: { createdAt: "desc" } });
    const open = drafts.find(({ state }) => openStates.some((it) => it === state));
    if (open) throw new Refusal("draft-open", "This person has an open draft.", { draft: open.id });
    const versions = await versionsOf(tx, personId);
    const [last] = drafts;
    const file = fileOf(versions, fromVersion) ?? (last ? await fileAt(tx, last.id, last.save) : emptyFile());
    const draftId = await beginDraft(tx, {
      personId,
      baseVersion: versions.at(-1)?.number ?? 0,
      file,
      ...(fromVersion !== undefined && { fromVersion }),
      lastIds: highestOf([
        ...versions.map((version) => highestIds(version.file)),
        ...drafts.map((draft) => LastIds.parse(draft.lastIds)),
        highestIds([...(await erasedIdsOf(tx, personId))].map((id) => ({ id }))),
      ]),
      actor,
    });
    return { draftId };
  });
}

/** The file of a version, of the current one where none is named; undefined where there is no version yet. */
function fileOf(versions: readonly StoredVersion[], number: number | undefined): CaseFile | undefined {
  if (number === undefined) return versions.at(-1)?.file;
  const version = versions.find((it) => it.number === number);
  if (version === undefined) {
    throw new Refusal("unknown-version", `There is no version ${number}.`, { version: number });
  }
  return version.file;
}

function highestOf(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const highest: Record<string, number> = {};
  for (const [prefix, number] of all.flatMap((it) => Object.entries(it))) {
    highest[prefix] = Math.max(highest[prefix] ?? 0, number);
  }
  return highest;
}
