"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import * as discarding from "#data/commands/discard-draft.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import * as goingBack from "#data/commands/go-back-to-save.ts";
import * as opening from "#data/commands/open-draft.ts";
import * as rebasing from "#data/commands/rebase-draft.ts";
import * as submitting from "#data/commands/submit-draft.ts";
import * as takingBack from "#data/commands/take-back-draft.ts";
import type { Address } from "#domain/addresses.ts";
import { type DoneCode, pathWhenDone } from "#domain/done.ts";
import { draftFields } from "#domain/draft-order.ts";
import { SectionName } from "#domain/form/section-fields.ts";
import type { Language } from "#domain/languages.ts";

const Count = draftFields.base;
const Draft = z.strictObject({ ...formFields, ...draftFields });

/** Begins a draft from the current version of somebody, or from an older one. */
export const openDraft = editorAction(
  "openDraft",
  z.strictObject({ ...formFields, person: z.guid(), version: Count.optional() }),
  async ({ actor, input: { person: personId, version, language } }) => {
    const { draftId } = await opening.openDraft(registryForActions(), {
      personId,
      ...(version !== undefined && { fromVersion: version }),
      actor,
    });
    leadTo(draftId, language, "draft-opened");
  },
);

/** Saves a draft once more as it was at an earlier save. */
export const goBackToSave = editorAction(
  "goBackToSave",
  z.strictObject({ ...formFields, ...draftFields, to: Count, section: SectionName.optional() }),
  async ({ actor, input: { draft: draftId, base, to, section, language } }) => {
    await goingBack.goBackToSave(registryForActions(), { draftId, base, to, actor });
    leadTo(section === undefined ? draftId : `${draftId}/${section}`, language, "went-back");
  },
);

/** Hands a draft over for review. */
export const submitDraft = editorAction(
  "submitDraft",
  Draft,
  async ({ actor, input: { draft: draftId, base, language } }) => {
    await submitting.submitDraft(registryForActions(), { draftId, base, actor });
    leadTo(draftId, language, "draft-submitted");
  },
);

/** Takes a submitted draft back. */
export const takeBackDraft = editorAction(
  "takeBackDraft",
  Draft,
  async ({ actor, input: { draft: draftId, base, language } }) => {
    await takingBack.takeBackDraft(registryForActions(), { draftId, base, actor });
    leadTo(draftId, language, "draft-taken-back");
  },
);

/** Closes a draft without publishing it. */
export const discardDraft = editorAction(
  "discardDraft",
  Draft,
  async ({ actor, input: { draft: draftId, base, language } }) => {
    await discarding.discardDraft(registryForActions(), { draftId, base, actor });
    leadTo(draftId, language, "draft-discarded");
  },
);

/** Brings a draft onto the version that was published meanwhile; a field for each key that both have changed. */
export const rebaseDraft = editorAction(
  "rebaseDraft",
  z.object({ ...formFields, ...draftFields, onto: Count }).catchall(z.enum(["draft", "version"])),
  async ({ actor, input: { draft: draftId, base, onto, language, ...choices } }) => {
    await rebasing.rebaseDraft(registryForActions(), { draftId, base, onto, choices, actor });
    leadTo(draftId, language, "draft-rebased");
  },
);

function leadTo(page: string, language: Language, done: DoneCode): never {
  const address: Address = `/editor/drafts/${page}`;
  redirect(pathWhenDone(address, language, done));
}
