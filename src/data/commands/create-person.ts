import { audit } from "#data/commands/audit.ts";
import { beginDraft } from "#data/commands/begin-draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";

/** Makes somebody who has no number yet, and the draft of their first version. */
export async function createPerson(
  registry: Registry,
  { file, actor }: { file: DraftFile; actor: Actor },
): Promise<{ personId: string; draftId: string }> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    const { id: personId } = await tx.person.create({ data: {} });
    await audit(tx, { actor: actor.id, action: "create-person", personId, details: {} });
    const draftId = await beginDraft(tx, { personId, baseVersion: 0, file, lastIds: {}, actor });
    return { personId, draftId };
  });
}
