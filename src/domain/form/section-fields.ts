import { z } from "zod";
import { sectionNames } from "#domain/draft-file.ts";
import { draftFields } from "#domain/draft-order.ts";

/** The name of a section, as its form sends it and its address holds it. */
export const SectionName = z.enum(sectionNames);

/** Id of a section's form in its page, with which those of its fields begin. */
export const sectionFormId = "section";

/** What the form of a section sends beside the section's own fields, and the language of the page. */
export const sectionFields = {
  ...draftFields,
  section: SectionName,
  /** The save that it is to be put together with, after a conflict. */
  over: draftFields.base.optional(),
  manner: z.enum(["manual", "automatic"]).default("manual"),
  /** Sent by JavaScript: the answer goes into the form, which stays as it is. */
  live: z.literal("yes").optional(),
  /** What a button does beside saving, as `readEdit` reads it. */
  do: z.string().max(220).optional(),
  /** Last in the form: without it a part of the form was lost on the way. */
  complete: z.literal("yes", { error: "incomplete-form" }),
};

/** Begins the names of fields by which a form says that it still shows a key as it was at a save: `shown.birth`. */
export const shownPrefix = "shown.";

/** Begins the names of fields with the kind of what is to be added to a list: `add.events`. */
export const addPrefix = "add.";

/** Whether a field of the form is the section's own, with a name such as `events.3.date`. */
export function isSectionsOwn(name: string): boolean {
  return (
    name !== "language" &&
    !Object.hasOwn(sectionFields, name) &&
    !name.startsWith(shownPrefix) &&
    !name.startsWith(addPrefix)
  );
}
