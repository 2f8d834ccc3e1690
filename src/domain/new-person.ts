import { z } from "zod";
import { type DraftFile, emptyFile } from "#domain/draft-file.ts";
import { idPrefix } from "#domain/form/id-prefixes.ts";
import { typedText } from "#domain/form/typed-text.ts";
import { type Language, languages } from "#domain/languages.ts";

/** How somebody new is recorded: by their name, or, for their safety, by another or by the given name alone. */
export const recordedNames = ["legal", "pseudonym", "given-name-only"] as const;

/** Parts of a name, in the order in which they are asked for. */
export const nameParts = ["given", "patronymic", "family"] as const;
type NamePart = (typeof nameParts)[number];

/** The field of a part of the name in a language. */
export function namePartField(language: Language, part: NamePart): `${Language}.${NamePart}` {
  return `${language}.${part}`;
}

const Part = z
  .string()
  .max(300, { error: "too-long" })
  .default("")
  .transform((text) => typedText(text));

/** The fields of the form that makes a person: names in up to three languages, and how they are recorded. */
export const newPersonFields = {
  kind: z.enum(recordedNames, { error: "missing" }),
  "be.given": Part,
  "be.patronymic": Part,
  "be.family": Part,
  "ru.given": Part,
  "ru.patronymic": Part,
  "ru.family": Part,
  "en.given": Part,
  "en.patronymic": Part,
  "en.family": Part,
};
export type NewPerson = z.output<z.ZodObject<typeof newPersonFields>>;

/** Refuses names that say more than they are meant to, and somebody without one. */
export function checkNewPerson(
  person: NewPerson,
  context: { addIssue: (issue: { code: "custom"; path: string[]; message: string }) => void },
): void {
  const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  const isNamed = languages.some((language) => person[`${language}.given`] || person[`${language}.family`]);
  if (!isNamed) add(namePartField("be", "given"), "no-name");
  for (const language of languages) {
    for (const part of ["patronymic", "family"] as const) {
      const field = namePartField(language, part);
      if (person.kind === "given-name-only" && person[field] !== "") add(field, "given-name-only");
    }
  }
}

/** The first draft of somebody: names, and the protection that they ask for; their sources are still to be named. */
export function fileOfNewPerson(person: NewPerson): DraftFile {
  const names = languages.flatMap((language) => {
    const parts = nameParts.map((part) => [part, person[namePartField(language, part)]] as const);
    const given = parts.filter(([, text]) => text !== "");
    if (!given.some(([part]) => part !== "patronymic")) return [];
    return [{ language, ...Object.fromEntries(given) }];
  });
  const entries = names.map((name, index) => ({
    id: `${idPrefix("names")}${index + 1}`,
    basis: [],
    script: name.language === "en" ? "Latn" : "Cyrl",
    kind: person.kind,
    preferred: true,
    ...name,
  }));
  const protectedIdentity = { id: `${idPrefix("protectedIdentity")}1`, value: "yes", basis: [] };
  return {
    ...emptyFile(),
    names: entries,
    ...(person.kind !== "legal" && { protectedIdentity }),
  };
}
