import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import {
  type PeopleFilter,
  type PeopleQuery,
  peopleFilters,
  peopleQueryString,
  type QueryProblem,
  withoutFilter,
} from "#domain/filters.ts";
import type { PersonCard } from "#domain/person-card.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { ChosenFilters } from "#ui/chosen-filters.tsx";
import { useFilterLabel } from "#ui/filter-label.ts";
import { Pagination } from "#ui/pagination.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";
import { QueryProblems } from "#ui/query-problems.tsx";

type Props = {
  query: PeopleQuery;
  problems: readonly QueryProblem[];
  cards: readonly PersonCard[];
  total: number;
  pages: number;
  facets: Readonly<Record<PeopleFilter, readonly { value: string; people: number }[]>>;
  /** What the codes in the facets are called. */
  facilities: readonly Facility[];
  articles: readonly Article[];
};

/** The list of people with its filters: which are chosen, what else can be, and what in the address was not understood. */
export function PeopleList({ query, problems, cards, total, pages, facets, facilities, articles }: Props) {
  const t = useTranslations("people");
  const counts = useTranslations("counts");
  const language = useLocale();
  const label = useFilterLabel(facilities, articles);
  const href = (other: PeopleQuery) => {
    const queryString = peopleQueryString(other);
    return localizedPath("/people", language) + (queryString === "" ? "" : `?${queryString}`);
  };
  return (
    <>
      <h1>{t("title")}</h1>
      <QueryProblems problems={problems} />
      <div className="listing">
        <section aria-labelledby="count">
          <h2 id="count">{counts("cards", { count: total })}</h2>
          <p className="to-filters">
            <a href="#filters">{t("toFilters")}</a>
          </p>
          <ChosenFilters
            filters={query}
            label={label}
            hrefWithout={(filter) =>
              href(filter === undefined ? { page: 1 } : { ...withoutFilter(query, filter), page: 1 })
            }
          />
          {total === 0 && <p>{t("empty")}</p>}
          <ul className="cards">
            {cards.map((card) => (
              <PersonCardItem key={card.number} card={card} />
            ))}
          </ul>
          <Pagination page={query.page} pages={pages} href={(page) => href({ ...query, page })} />
        </section>
        <aside id="filters" aria-labelledby="filters-title">
          <h2 id="filters-title">{t("filters")}</h2>
          <p className="soft">{t("filtersNote")}</p>
          {peopleFilters
            .filter((filter) => facets[filter].length > 0)
            .map((filter) => (
              <details key={filter} open={query[filter] !== undefined}>
                <summary>{t(`filter.${filter}`)}</summary>
                <ul>
                  {facets[filter].map(({ value, people }) => (
                    <li key={value}>
                      <a
                        href={href({ ...query, [filter]: value, page: 1 })}
                        aria-current={query[filter] === value ? "true" : undefined}
                      >
                        {label(filter, value)}
                      </a>{" "}
                      <span className="typed">{people}</span>
                    </li>
                  ))}
                </ul>
              </details>
            ))}
        </aside>
      </div>
    </>
  );
}
