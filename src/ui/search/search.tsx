import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import {
  chosenFilters,
  peopleQueryString,
  type QueryProblem,
  type SearchQuery,
  searchQueryString,
  withoutFilter,
} from "#domain/filters.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { ChosenFilters } from "#ui/chosen-filters.tsx";
import { useFilterLabel } from "#ui/filter-label.ts";
import { QueryProblems } from "#ui/query-problems.tsx";
import { FilterFields } from "#ui/search/filter-fields.tsx";
import { SearchHelp } from "#ui/search/search-help.tsx";
import { type Found, SearchResults } from "#ui/search/search-results.tsx";
import { SearchForm } from "#ui/search-form.tsx";

type Props = {
  query: SearchQuery;
  /** All that was typed, where it is more than is searched. */
  typed: string;
  problems: readonly QueryProblem[];
  /** Left out where no words were asked for. */
  found: Found | undefined;
  /** What the filters' codes are called. */
  facilities: readonly Facility[];
  articles: readonly Article[];
};

/** The search: its form with the list's filters, which of them are set, and what was found. */
export function Search({ query, typed, problems, found, facilities, articles }: Props) {
  const t = useTranslations("search");
  const language = useLocale();
  const label = useFilterLabel(facilities, articles);
  const { q, part: _part, page: _page, ...filters } = query;
  const href = (other: typeof filters) => {
    const queryString = searchQueryString({ ...other, q, page: 1 });
    return localizedPath("/search", language) + (queryString === "" ? "" : `?${queryString}`);
  };
  const isFiltered = chosenFilters(filters).length > 0;
  const list = `${localizedPath("/people", language)}?${peopleQueryString({ ...filters, page: 1 })}`;
  const safety = `${localizedPath("/about", language)}#safety`;
  return (
    <>
      <h1>{t("title")}</h1>
      <QueryProblems problems={problems} />
      <SearchForm q={typed} hint={found === undefined ? t("hint") : undefined}>
        <FilterFields
          filters={filters}
          open={found === undefined && isFiltered}
          facilities={facilities}
          articles={articles}
        />
      </SearchForm>
      <ChosenFilters
        filters={filters}
        label={label}
        hrefWithout={(filter) => href(filter === undefined ? {} : withoutFilter(filters, filter))}
      />
      {found !== undefined && <SearchResults query={query} found={found} />}
      {found === undefined && isFiltered && (
        <p>{t.rich("wordsMissing", { list: (text) => <a href={list}>{text}</a> })}</p>
      )}
      {found === undefined && <SearchHelp />}
      <p className="note history">{t.rich("history", { safety: (text) => <a href={safety}>{text}</a> })}</p>
    </>
  );
}
