import {
  assertCurrent,
  type DraftOrder,
  lockDraft,
  stateAfter,
  takeStep,
  validFile,
} from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { assertBase, assertNotWithdrawn, writeVersion } from "#data/commands/version.ts";
import { authorsOf } from "#data/editor/draft-authors.ts";
import type { Registry } from "#db/registry.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { mayPublish } from "#domain/policy.ts";

/** A draft to be published; `base` is the save that the reviewer has read. */
export type DraftPublication = DraftOrder & {
  publicNote?: LocalizedText | undefined;
  internalNote?: string | undefined;
};

/**
 * Publishes a submitted draft as the person's next version. Refuses everybody who saved it, once even and however
 * little; a draft or a person that has changed since it was read; and a file that isn't one.
 */
export async function publishDraft(
  registry: Registry,
  { draftId, base, publicNote, internalNote, actor }: DraftPublication,
): Promise<{ number: number; version: number }> {
  assertMay(actor, "review");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    stateAfter("publish", draft);
    if (!mayPublish(actor, await authorsOf(tx, { ...draft, personId: draft.person.id }))) {
      throw new Refusal("own-draft", "Somebody who hasn't saved this draft has to publish it.");
    }
    assertCurrent(draft, base);
    assertNotWithdrawn(draft.person);
    assertBase(draft.person, draft.baseVersion);
    const file = validFile(draft);
    const done = await writeVersion(tx, draft.person, { file, publicNote, internalNote, by: actor.id });
    await takeStep(tx, draft, {
      step: "publish",
      actor,
      action: "publish",
      publishedVersion: done.version,
      details: done,
    });
    return done;
  });
}
