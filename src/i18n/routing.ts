import type { Language } from "#domain/languages.ts";

/** The language of a reader whose browser asks for none of ours. */
export const fallbackLanguage: Language = "be";

/** Each language by its own name, as the switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  be: "Беларуская",
  ru: "Русский",
  en: "English",
};
