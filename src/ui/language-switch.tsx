import { useLocale, useTranslations } from "next-intl";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import { languageNames } from "#i18n/language-names.ts";

/** The same page in each language. The query, if any, comes with its "?". */
export function LanguageSwitch({ address, query = "" }: { address: Address; query?: string }) {
  const t = useTranslations("site");
  const language = useLocale();
  return (
    <nav aria-label={t("languages")} className="languages">
      <ul>
        {languages.map((it) => (
          <li key={it}>
            <a
              href={localizedPath(address, it) + query}
              lang={it}
              hrefLang={it}
              aria-current={it === language ? "true" : undefined}
            >
              {languageNames[it]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
