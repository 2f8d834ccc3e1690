import type { Language } from "#domain/languages.ts";

const administrativeCode: Readonly<Record<Language, string>> = { be: "КаАП", ru: "КоАП", en: "CAO" };

/** An article by its number, `342-2`; one of the administrative code says so: "19.11 CAO". */
export function articleLabel(code: string, language: Language): string {
  return code.startsWith("koap-") ? `${code.slice("koap-".length)} ${administrativeCode[language]}` : code;
}
