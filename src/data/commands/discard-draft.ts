import { assertCurrent, type DraftOrder, lockDraft, takeStep } from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";

/** Closes a draft without publishing it. All its saves are kept. */
export async function discardDraft(registry: Registry, { draftId, base, actor }: DraftOrder): Promise<void> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    assertCurrent(draft, base);
    await takeStep(tx, draft, { step: "discard", actor, action: "discard-draft" });
  });
}
