"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { noPublisher, revealed } from "#actions/revealed.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import * as publishing from "#data/commands/publish-draft.ts";
import * as returning from "#data/commands/return-draft.ts";
import { pathWhenDone } from "#domain/done.ts";
import { draftFields } from "#domain/draft-order.ts";
import { typedText } from "#domain/form/typed-text.ts";
import { checkPublicNote, publicNoteFields, publicNoteOf } from "#domain/public-note.ts";

const Note = z
  .string()
  .max(4_000, { error: "too-long" })
  .transform((text) => typedText(text));

/** Returns a submitted draft with a note. */
export const returnDraft = editorAction(
  "returnDraft",
  z.strictObject({
    ...formFields,
    ...draftFields,
    reason: Note.pipe(z.string().min(1, { error: "missing" })),
  }),
  async ({ actor, input: { draft: draftId, base, reason: note, language } }) => {
    await returning.returnDraft(registryForActions(), { draftId, base, note, actor });
    redirect(pathWhenDone(`/editor/drafts/${draftId}`, language, "draft-returned"));
  },
);

/** Publishes a submitted draft, and ends when its pages can be read. */
export const publishDraft = editorAction(
  "publishDraft",
  z
    .strictObject({ ...formFields, ...draftFields, ...publicNoteFields, internal: Note.default("") })
    .superRefine(checkPublicNote),
  async ({ actor, input }) => {
    const { draft: draftId, base, internal, language } = input;
    const order = {
      draftId,
      base,
      publicNote: publicNoteOf(input),
      internalNote: internal || undefined,
      actor,
    };
    const done = await revealed(() => publishing.publishDraft(registryForActions(), order));
    if (done === undefined) return noPublisher;
    const code = done.remade ? "published" : "published-remaking";
    redirect(pathWhenDone(`/editor/drafts/${draftId}`, language, code));
  },
);
