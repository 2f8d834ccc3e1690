import { z } from "zod";
import { nameKinds, scripts } from "#domain/case-file/names.ts";
import { type Language, languages } from "#domain/languages.ts";
import { fullName, headingName } from "#domain/person-card.ts";

/** The name of somebody in each language that their file has one in: as `PersonCard.names`. */
export type NamesByLanguage = { [language in Language]?: string };

const Part = z.string().trim().min(1).optional().catch(undefined);

// As far as what was typed allows: a name without a word in it is none, and what it lacks otherwise is guessed.
const TypedName = z.object({
  id: z.string().catch(""),
  basis: z.array(z.never()).catch([]),
  language: z.enum(languages),
  script: z.enum(scripts).catch("Cyrl"),
  kind: z.enum(nameKinds).catch("known-as"),
  given: Part,
  patronymic: Part,
  family: Part,
  preferred: z.boolean().catch(false),
});
type TypedName = z.infer<typeof TypedName>;

/** The names that can be read from a draft, or from the part of a file under `names`. */
export function typedNames(names: unknown): TypedName[] {
  if (!Array.isArray(names)) return [];
  return names.flatMap((name: unknown) => {
    const parsed = TypedName.safeParse(name);
    return parsed.success && fullName(parsed.data) !== "" ? [parsed.data] : [];
  });
}

/** The name that heads a draft in each language, from what stands under `names`. */
export function headingNames(names: unknown): NamesByLanguage {
  const typed = typedNames(names);
  const heading: NamesByLanguage = {};
  for (const language of languages) {
    const name = headingName(typed, language);
    if (name !== undefined) heading[language] = fullName(name);
  }
  return heading;
}
