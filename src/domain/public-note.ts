import { z } from "zod";
import { typedText } from "#domain/form/typed-text.ts";
import { Language, languages } from "#domain/languages.ts";
import { type LocalizedText, originalHash } from "#domain/localized-text.ts";

const longest = 2_000;

const Text = z
  .string()
  .max(longest, { error: "too-long" })
  .default("")
  .transform((text) => typedText(text));

/** The fields of a version's public note: a text in up to three languages, and which of them is the original. */
export const publicNoteFields = {
  "note.original": Language.optional(),
  "note.be": Text,
  "note.ru": Text,
  "note.en": Text,
};
type PublicNoteFields = z.output<z.ZodObject<typeof publicNoteFields>>;

/** Refuses a note whose original is not there. */
export function checkPublicNote(
  fields: PublicNoteFields,
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
): void {
  const original = fields["note.original"];
  if (!languages.some((language) => fields[`note.${language}`] !== "")) return;
  if (original === undefined) {
    context.addIssue({ code: "custom", path: ["note.original"], message: "missing" });
  } else if (fields[`note.${original}`] === "") {
    context.addIssue({
      code: "custom",
      path: [`note.${original}`],
      message: "original-missing",
    });
  }
}

/** The note that somebody has written, its translations named as those of this original; undefined where none is. */
export function publicNoteOf(fields: PublicNoteFields): LocalizedText | undefined {
  const original = fields["note.original"];
  if (original === undefined || fields[`note.${original}`] === "") return undefined;
  const written = languages.filter((language) => fields[`note.${language}`] !== "");
  const hash = originalHash(fields[`note.${original}`]);
  const translations = written.filter((language) => language !== original);
  return {
    original,
    ...Object.fromEntries(written.map((language) => [language, fields[`note.${language}`]])),
    ...(translations.length > 0 && {
      translates: Object.fromEntries(translations.map((language) => [language, hash])),
    }),
  };
}
