import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Language } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";

/** The HTML of components in a language, as a page of that language has it. A missing message throws. */
export function render(language: Language, node: ReactNode): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale={language}
      messages={messagesIn(language)}
      timeZone="UTC"
      onError={(error) => {
        throw error;
      }}
    >
      {node}
    </NextIntlClientProvider>,
  );
}
