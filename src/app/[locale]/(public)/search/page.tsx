import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { searchPeople } from "#data/public/search.ts";
import { parseSearchQuery, searchQueryString } from "#domain/filters.ts";
import { Page } from "#ui/page.tsx";
import { QueryProblems } from "#ui/query-problems.tsx";
import { SearchResults } from "#ui/search.tsx";
import { SearchForm } from "#ui/search-form.tsx";

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("search");
  const indexed = (await searchParamsOf(searchParams)).size === 0;
  return pageMetadata({ address: "/search", title: t("title"), description: t("description"), indexed });
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("search");
  const { query, problems } = parseSearchQuery(await searchParamsOf(searchParams));
  const queryString = searchQueryString(query);
  const found = query.q === "" ? undefined : await searchPeople(query, await getLocale());
  return (
    <Page address="/search" query={queryString === "" ? "" : `?${queryString}`}>
      <h1>{t("title")}</h1>
      <QueryProblems problems={problems} />
      <SearchForm q={query.q} />
      {found !== undefined && (
        <SearchResults
          query={query}
          results={found.people.map(({ card, matched }) => ({
            card,
            ...(matched && { matched: matched.text }),
          }))}
          total={found.total}
          pages={found.pages}
        />
      )}
    </Page>
  );
}
