import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import { chosenFilters, type SearchQuery, searchQueryString } from "#domain/filters.ts";
import type { Reading } from "#domain/names/find-by-name.ts";

const ways = ["people", "facilities", "articles"] as const;

type Props = { query: SearchQuery; tried: readonly Reading[] };

/** Says that nothing was found, what was tried, and where else to look. */
export function NothingFound({ query, tried }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const bdi = (text: ReactNode) => <bdi>{text}</bdi>;
  const isWordless = !/[\p{L}\p{N}]/u.test(query.q);
  const everything = `${localizedPath("/search", language)}?${searchQueryString({ q: query.q, page: 1 })}`;
  return (
    <section aria-labelledby="nothing">
      <h2 id="nothing">{t.rich(isWordless ? "search.wordless" : "search.nothing", { q: query.q, bdi })}</h2>
      {isWordless ? (
        <p>{t("search.wordlessText")}</p>
      ) : (
        <>
          {chosenFilters(query).length > 0 && (
            <p className="note">
              {t.rich("search.withoutFilters", { all: (text) => <a href={everything}>{text}</a> })}
            </p>
          )}
          <p>{t("search.nothingHint")}</p>
          <h3>{t("search.tried.title")}</h3>
          <ul>
            {tried.map(({ text, layout }) => (
              <li key={text}>{t.rich(`search.tried.${layout ?? "typed"}`, { text, bdi })}</li>
            ))}
          </ul>
          <p>{t("search.tried.where")}</p>
        </>
      )}
      <h3>{t("search.elsewhere")}</h3>
      <ul>
        {ways.map((way) => (
          <li key={way}>
            <a href={localizedPath(`/${way}`, language)}>{t(`nav.${way}`)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
