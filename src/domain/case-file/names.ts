import { z } from "zod";
import { entryFields } from "#domain/case-file/fact.ts";
import { PlainText } from "#domain/plain-text.ts";

export const nameKinds = ["legal", "known-as", "alias", "pseudonym", "given-name-only"] as const;
export const scripts = ["Cyrl", "Latn"] as const;

/**
 * One spelling of a person's name. Every spelling that a source uses is a name of its own.
 * `language` is the language whose reader meets this spelling: an English romanisation is `en` in `Latn`,
 * Łacinka is `be` in `Latn`. One name per language is preferred: it heads the page.
 */
export const Name = z
  .strictObject({
    ...entryFields,
    language: z.enum(["be", "ru", "en"]),
    script: z.enum(scripts),
    kind: z.enum(nameKinds),
    given: PlainText.optional(),
    patronymic: PlainText.optional(),
    family: PlainText.optional(),
    preferred: z.boolean(),
  })
  .refine((name) => name.given !== undefined || name.family !== undefined, {
    error: "a name needs a given or a family name",
    params: { code: "empty-name" },
  });
export type Name = z.infer<typeof Name>;

export const Names = z.array(Name).superRefine((names, context) => {
  for (const language of ["be", "ru", "en"]) {
    const preferred = names.filter((name) => name.language === language && name.preferred);
    if (preferred.length > 1) {
      context.addIssue({
        code: "custom",
        message: `more than one preferred name in ${language}`,
        params: { code: "two-preferred-names" },
      });
    }
  }
});
