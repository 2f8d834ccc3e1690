import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { type SearchQuery, searchQueryString } from "#domain/filters.ts";
import { foldName } from "#domain/fold-name.ts";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { Pagination } from "#ui/pagination.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";

type Props = {
  query: SearchQuery;
  results: readonly { card: PersonCard; matched?: string }[];
  total: number;
  pages: number;
};

/** What a search found, with the spelling that matched where it isn't the heading. */
export function SearchResults({ query, results, total, pages }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const words = foldName(query.q).split(" ");
  const isInHeading = (card: PersonCard) => {
    const heading = foldName(cardName(card, language)?.text ?? "");
    return words.every((word) => heading.includes(word));
  };
  if (total === 0) {
    return (
      <section aria-labelledby="results">
        <h2 id="results">{t("search.nothing", { q: query.q })}</h2>
        <p>{t("search.nothingHint")}</p>
        <p>
          <a href={localizedPath("/people", language)}>{t("search.all")}</a>
        </p>
      </section>
    );
  }
  return (
    <section aria-labelledby="results">
      <h2 id="results">{t("search.results", { q: query.q })}</h2>
      <p>{t("counts.cards", { count: total })}</p>
      <ul className="cards">
        {results.map(({ card, matched }) => (
          <PersonCardItem key={card.number} card={card}>
            {matched !== undefined && !isInHeading(card) && (
              <p className="soft">{t("search.matched", { name: matched })}</p>
            )}
          </PersonCardItem>
        ))}
      </ul>
      <Pagination
        page={query.page}
        pages={pages}
        href={(page) => `${localizedPath("/search", language)}?${searchQueryString({ ...query, page })}`}
      />
    </section>
  );
}
