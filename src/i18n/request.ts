import { getRequestConfig } from "next-intl/server";
import { Language } from "#domain/languages.ts";
import { currentLanguage } from "#i18n/current-language.ts";
import { messagesIn } from "#i18n/messages.ts";

/** Tells next-intl the language and messages of the page that is being rendered. */
export default getRequestConfig(async ({ locale }) => {
  const language = locale === undefined ? await currentLanguage() : Language.parse(locale);
  return { locale: language, messages: messagesIn(language), timeZone: "UTC", onError: fail };
});

// A message that is missing or broken is our mistake: better no page than one with a key in it.
function fail(error: Error): never {
  throw error;
}
