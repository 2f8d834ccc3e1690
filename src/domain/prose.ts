import { z } from "zod";
import { walkFacts } from "#domain/case-file/walk.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import { isRecord } from "#domain/json.ts";
import { Language, languages } from "#domain/languages.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** A text of a file in one of its languages. `section` and `factId` say where it stands, as in `WalkedFact`. */
export const ProseText = z.strictObject({
  section: z.string(),
  factId: z.string(),
  language: Language,
  text: z.string(),
});
export type ProseText = z.infer<typeof ProseText>;

// What a fact rests on is said of its source, and words of a date say it once more: who looks for "Inferred from the word
// husband" or for "before May" doesn't look for a person.
const aside: ReadonlySet<string> = new Set(["basis", "words"]);

/** The texts of a public form that tell of the person, originals and translations, in the order of the file. */
export function proseOf(form: PublicForm): ProseText[] {
  return [...walkFacts(form)].flatMap(({ id, section, node }) =>
    [...ownTexts(node)].flatMap((localized) =>
      languages.flatMap((language) => {
        const text = localized[language];
        return text === undefined ? [] : [{ section, factId: id, language, text }];
      }),
    ),
  );
}

/** The texts of a fact, without those of facts inside it. */
function* ownTexts(node: Readonly<Record<string, unknown>>): Generator<LocalizedText> {
  for (const [key, value] of Object.entries(node)) if (!aside.has(key)) yield* textsIn(value);
}

function* textsIn(value: unknown): Generator<LocalizedText> {
  if (Array.isArray(value)) {
    for (const item of value) yield* textsIn(item);
    return;
  }
  if (!isRecord(value) || ("id" in value && "basis" in value)) return;
  if ("original" in value) yield LocalizedText.parse(value);
  else yield* ownTexts(value);
}
