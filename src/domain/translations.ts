import type { DraftFile } from "#domain/draft-file.ts";
import { type FileFact, factsOf, ownFields } from "#domain/file-facts.ts";
import { isRecord } from "#domain/json.ts";
import { type Language, languages } from "#domain/languages.ts";
import { LocalizedText, outdatedTranslations } from "#domain/localized-text.ts";

/** A fact with a text that readers of some languages have not, or have as it was before the original changed. */
export type TranslationGap = { id: string; section: string; missing: Language[]; outdated: Language[] };

/** Where a file's translations are missing or outdated, fact by fact, in the file's order. */
export function translationGaps(file: DraftFile): TranslationGap[] {
  return factsOf(file).flatMap((fact) => {
    const texts = ownTexts(fact);
    const inAny = (of: (text: LocalizedText) => readonly Language[]) => {
      const found = new Set(texts.flatMap(of));
      return languages.filter((language) => found.has(language));
    };
    const missing = inAny(missingTranslations);
    const outdated = inAny(outdatedTranslations);
    const { id, section } = fact;
    return missing.length + outdated.length === 0 ? [] : [{ id, section, missing, outdated }];
  });
}

/** Languages that a text is not in. */
function missingTranslations(text: LocalizedText): Language[] {
  return languages.filter((language) => text[language] === undefined);
}

function ownTexts(fact: FileFact): LocalizedText[] {
  return ownFields(fact).flatMap(({ key }) => textsIn(fact.node[key]));
}

/** The texts in a part of a file; what is only half typed is none yet. */
function textsIn(node: unknown): LocalizedText[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isRecord(node)) return [];
  if ("original" in node) {
    const text = LocalizedText.safeParse(node);
    return text.success ? [text.data] : [];
  }
  return Object.values(node).flatMap(textsIn);
}
