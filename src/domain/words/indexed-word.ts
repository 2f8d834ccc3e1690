import type { Language } from "#domain/languages.ts";
import { stemBelarusian } from "#domain/words/belarusian-stem.ts";
import { belarusianStopWords } from "#domain/words/belarusian-stop-words.ts";

/**
 * A word of a text or of a query, as the index of a language takes it: in Belarusian its stem, in the other two what
 * PostgreSQL's own dictionary makes the stem of. Undefined for a Belarusian word that says nothing by itself; for the
 * others, that dictionary knows.
 */
export function indexedWord(word: string, language: Language): string | undefined {
  if (language === "be") return belarusianStopWords.has(word) ? undefined : stemBelarusian(word);
  // Russian is printed with ё or, mostly, without.
  return language === "ru" ? word.replaceAll("ё", "е") : word;
}
