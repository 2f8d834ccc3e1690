import type { Language } from "#domain/languages.ts";

const collators = {
  be: new Intl.Collator("be"),
  ru: new Intl.Collator("ru"),
  en: new Intl.Collator("en-GB"),
} as const satisfies Record<Language, Intl.Collator>;

/** Compares two texts by the alphabet of a language, for sorting. */
export function compareIn(language: Language): (a: string, b: string) => number {
  return collators[language].compare;
}
