"use server";

import { redirect } from "next/navigation";
import { dayInMinsk } from "#actions/day-in-minsk.ts";
import { editorAction } from "#actions/editor-action.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { findKnownSource, findPersonToUpdate } from "#data/editor/case-update.ts";
import { CaseUpdateForm, readCaseUpdate, withCaseUpdate } from "#domain/case-update.ts";
import { pathWhenDone } from "#domain/done.ts";
import type { DraftFile, NewId } from "#domain/draft-file.ts";

export const addCaseUpdate = editorAction("addCaseUpdate", CaseUpdateForm, async ({ actor, input }) => {
  const found = await findPersonToUpdate(actor, input.person);
  if (found === undefined) throw new Refusal("unknown-person", "There is nobody with this id.");
  // Whoever wrote into it, even aside, could not publish it any more.
  if (found.draft?.state === "submitted") {
    throw new Refusal("wrong-state", "The draft is submitted.", { state: found.draft.state });
  }
  const update = readCaseUpdate(input, {
    file: found.file,
    known: await findKnownSource(actor, input.address),
    today: dayInMinsk(),
  });
  if ("problems" in update) return { outcome: "refused", problems: update.problems };

  const registry = registryForActions();
  const draftId = found.draft?.id ?? (await openDraft(registry, { personId: input.person, actor })).draftId;
  let eventId = "";
  const saved = await saveDraft(registry, {
    draftId,
    base: found.draft?.save ?? 1,
    // It adds to both lists, and replaces nothing in them.
    touches: [],
    write: (file: DraftFile, newId: NewId) => {
      const added = withCaseUpdate(file, update, newId);
      eventId = added.eventId;
      return added.file;
    },
    manner: "manual",
    actor,
  });
  const done =
    input.after === "save"
      ? "case-update-saved"
      : (await isSubmitted({ draftId, base: saved.save, actor }))
        ? "case-update-submitted"
        : "case-update-not-submitted";
  redirect(`${pathWhenDone(`/editor/drafts/${draftId}`, input.language, done)}&event=${eventId}`);
});

/** Hands the draft over; false where it can't be, which its page tells more of. */
async function isSubmitted(order: Parameters<typeof submitDraft>[1]): Promise<boolean> {
  try {
    await submitDraft(registryForActions(), order);
    return true;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}
