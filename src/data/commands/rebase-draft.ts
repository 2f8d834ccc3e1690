import { audit } from "#data/commands/audit.ts";
import { assertCurrent, type DraftOrder, lockDraft, stateAfter, writeSave } from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { versionsOf } from "#data/commands/person.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import { highestIds } from "#domain/draft-file.ts";
import { type Choices, mergeFiles } from "#domain/draft-merge.ts";

/**
 * Brings a draft onto the version that was published since it was begun. What only one of the two changed is taken
 * from that one; for every other key the editor says whose holds, having seen the version `onto`.
 */
export async function rebaseDraft(
  registry: Registry,
  { draftId, base, onto, choices, actor }: DraftOrder & { onto: number; choices: Choices },
): Promise<{ save: number }> {
  assertMay(actor, "edit");
  return inTransaction(registry, async (tx) => {
    const draft = await lockDraft(tx, draftId);
    stateAfter("save", draft);
    assertCurrent(draft, base);
    const versions = await versionsOf(tx, draft.person.id);
    const current = versions.at(-1);
    if (current?.number === draft.baseVersion) {
      throw new Refusal("base-is-current", "The draft stands on the current version already.");
    }
    if (current === undefined || current.number !== onto) {
      throw new Refusal("stale-base", `The current version is ${current?.number}, not ${onto}.`, {
        current: current?.number ?? 0,
        base: onto,
      });
    }
    const begun = versions.find(({ number }) => number === draft.baseVersion)?.file ?? {};
    const { file, open } = mergeFiles(begun, { draft: draft.file, version: current.file }, choices);
    if (open.length > 0) throw new Refusal("choose-all", `Nobody has said whose ${open.join(", ")} holds.`);
    const lastIds = highestIds(versions, { ...draft.lastIds });
    await tx.draft.update({ where: { id: draft.id }, data: { baseVersion: onto } });
    const save = await writeSave(
      tx,
      { ...draft, lastIds },
      {
        file,
        manner: "manual",
        basedOn: draft.save,
        by: actor.id,
      },
    );
    await audit(tx, {
      actor: actor.id,
      action: "rebase-draft",
      personId: draft.person.id,
      draftId: draft.id,
      details: { save, before: draft.save, from: draft.baseVersion, onto },
    });
    return { save };
  });
}
