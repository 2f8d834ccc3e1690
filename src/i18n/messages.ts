import type { Language } from "#domain/languages.ts";
import be from "../../messages/be.json" with { type: "json" };
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };

/** All messages of a language. The English ones give the type of the keys, in every language. */
export type Messages = typeof en;

const catalogues: Readonly<Record<Language, Messages>> = { be, ru, en };

/** The messages of a language. */
export function messagesIn(language: Language): Messages {
  return catalogues[language];
}

declare module "next-intl" {
  interface AppConfig {
    Locale: Language;
    Messages: Messages;
  }
}
