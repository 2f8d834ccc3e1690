import {
  assertCurrent,
  type DraftOrder,
  lockDraft,
  stateAfter,
  takeStep,
  validFile,
} from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { versionsOf } from "#data/commands/person.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { assertBase, assertPublishable } from "#data/commands/version.ts";
import type { Registry } from "#db/registry.ts";

/**
 * Hands a draft over for review. Refuses one that could not be published as it stands; somebody who is withdrawn can be
 * shown again once it is read.
 */
export async function submitDraft(registry: Registry, { draftId, base, actor }: DraftOrder): Promise<void> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    stateAfter("submit", draft);
    assertCurrent(draft, base);
    assertBase(draft.person, draft.baseVersion);
    await assertPublishable(tx, validFile(draft), await versionsOf(tx, draft.person.id));
    await takeStep(tx, draft, { step: "submit", actor, action: "submit-draft" });
  });
}
