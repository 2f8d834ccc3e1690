import type { Language } from "#domain/languages.ts";

/** Each language by its own name, as the switch shows it. */
export const languageNames: Readonly<Record<Language, string>> = {
  be: "Беларуская",
  ru: "Русский",
  en: "English",
};
