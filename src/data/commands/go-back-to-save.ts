import { audit } from "#data/commands/audit.ts";
import {
  assertCurrent,
  type DraftOrder,
  fileAt,
  lockDraft,
  stateAfter,
  writeSave,
} from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import { same } from "#domain/draft-merge.ts";

/** Saves a draft once more as it was at the save `to`, one that is kept aside included. What came since stays. */
export async function goBackToSave(
  registry: Registry,
  { draftId, base, to, actor }: DraftOrder & { to: number },
): Promise<{ save: number }> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    stateAfter("save", draft);
    assertCurrent(draft, base);
    const file = await fileAt(tx, draft.id, to);
    if (same(file, draft.file)) return { save: draft.save };
    const save = await writeSave(tx, draft, { file, manner: "went_back", basedOn: to, by: actor.id });
    await audit(tx, {
      actor: actor.id,
      action: "go-back-to-save",
      personId: draft.person.id,
      draftId: draft.id,
      details: { save, before: draft.save, to },
    });
    return { save };
  });
}
