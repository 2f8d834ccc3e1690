import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import { chosenFilters, type SearchQuery, searchQueryString } from "#domain/filters.ts";
import type { Reading } from "#domain/names/find-by-name.ts";

const ways = ["people", "facilities", "articles"] as const;

type Props = {
  query: SearchQuery;
  tried: readonly Reading[];
  /** What comes nearest to it. */
  children: ReactNode;
};

/** Says that nothing was found, what comes nearest, what was tried, and where else to look. */
export function NothingFound({ query, tried, children }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const isWordless = !/[\p{L}\p{N}]/u.test(query.q);
  const bdi = (text: ReactNode) => <bdi>{text}</bdi>;
  const everything = `${localizedPath("/search", language)}?${searchQueryString({ q: query.q, page: 1 })}`;
  return (
    <>
      <section aria-labelledby="nothing">
        <h2 id="nothing">{t.rich(isWordless ? "search.wordless" : "search.nothing", { q: query.q, bdi })}</h2>
        {chosenFilters(query).length > 0 && !isWordless && (
          <p className="note">
            {t.rich("search.withoutFilters", { all: (text) => <a href={everything}>{text}</a> })}
          </p>
        )}
        <p>{t(isWordless ? "search.wordlessText" : "search.nothingHint")}</p>
      </section>
      {children}
      {!isWordless && (
        <section aria-labelledby="tried">
          <h2 id="tried">{t("search.tried.title")}</h2>
          <ul>
            {tried.map(({ text, way }) => (
              <li key={text}>{t.rich(`search.tried.${way}`, { text, bdi })}</li>
            ))}
          </ul>
          <p>{t("search.tried.where")}</p>
        </section>
      )}
      <section aria-labelledby="elsewhere">
        <h2 id="elsewhere">{t("search.elsewhere")}</h2>
        <ul>
          {ways.map((way) => (
            <li key={way}>
              <a href={localizedPath(`/${way}`, language)}>{t(`nav.${way}`)}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
