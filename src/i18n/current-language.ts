import { notFound } from "next/navigation";
import { locale } from "next/root-params";
import { Language } from "#domain/languages.ts";

/** The language of the page that is being rendered, from its address. A 404 for anything that isn't one. */
export async function currentLanguage(): Promise<Language> {
  const language = Language.safeParse(await locale());
  return language.success ? language.data : notFound();
}
