import type { Name } from "#domain/case-file/names.ts";

/** BCP 47 tag of a spelling: Łacinka is Belarusian in Latin letters. */
export function nameLang({ language, script }: Pick<Name, "language" | "script">): string {
  const usual = language === "en" ? "Latn" : "Cyrl";
  return script === usual ? language : `${language}-${script}`;
}
