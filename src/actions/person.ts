"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { editorAction, formFields } from "#actions/editor-action.ts";
import * as persons from "#data/commands/create-person.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { findNamesakes } from "#data/editor/people.ts";
import { pathWhenDone } from "#domain/done.ts";
import { typedNames } from "#domain/draft-names.ts";
import { checkNewPerson, fileOfNewPerson, newPersonFields } from "#domain/new-person.ts";

/** Makes somebody and their first draft. Who has a name that is there already is made when it was said: another one. */
export const createPerson = editorAction(
  "createPerson",
  z
    .strictObject({ ...formFields, ...newPersonFields, another: z.literal("yes").optional() })
    .superRefine(checkNewPerson),
  async ({ actor, input }) => {
    const file = fileOfNewPerson(input);
    const namesakes = await findNamesakes(actor, typedNames(file.names));
    if (namesakes.length > 0 && input.another === undefined) {
      const [q = ""] = namesakes.map(({ matched }) => matched?.text ?? "");
      return {
        outcome: "refused",
        problems: [{ field: "another", code: "namesakes", values: { count: namesakes.length, q } }],
      };
    }
    const { draftId } = await persons.createPerson(registryForActions(), { file, actor });
    redirect(pathWhenDone(`/editor/drafts/${draftId}`, input.language, "person-created"));
  },
);
