"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import * as persons from "#data/commands/create-person.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { findAlike } from "#data/editor/likely-duplicates.ts";
import { pathWhenDone } from "#domain/done.ts";
import { checkNewPerson, fileOfNewPerson, newPersonFields } from "#domain/new-person.ts";

/** Ids of those whom somebody new is said to be another than, as the form has them. */
const Others = z
  .string()
  .max(10_000)
  .default("")
  .transform((ids) => new Set(ids.split(" ")));

/**
 * Makes somebody and their first draft. Where others may be the same, they are shown first, and it is made when it was
 * said of each of them that this is another person.
 */
export const createPerson = editorAction(
  "createPerson",
  z.strictObject({ ...formFields, ...newPersonFields, another: Others }).superRefine(checkNewPerson),
  async ({ actor, input }) => {
    const file = fileOfNewPerson(input);
    const alike = await findAlike(actor, file);
    if (alike.some(({ person }) => !input.another.has(person.personId))) {
      const problem = { field: "another", code: "namesakes", values: { count: alike.length } };
      return { outcome: "refused", problems: [problem], alike };
    }
    const { draftId } = await persons.createPerson(registryForActions(), { file, actor });
    redirect(pathWhenDone(`/editor/drafts/${draftId}`, input.language, "person-created"));
  },
);
