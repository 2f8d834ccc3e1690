import { assertCurrent, type DraftOrder, lockDraft, takeStep } from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";

/** Returns a submitted draft to those who edit it, with a note that says why. */
export async function returnDraft(
  registry: Registry,
  { draftId, base, note, actor }: DraftOrder & { note: string },
): Promise<void> {
  assertMay(actor, "review");
  if (note.trim() === "") throw new Refusal("no-note", "A draft is returned with a note that says why.");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    assertCurrent(draft, base);
    await takeStep(tx, draft, { step: "return", actor, action: "return-draft", note: note.trim() });
  });
}
