import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { readArticles, readFacilities } from "#data/public/reference.ts";
import { searchRegistry } from "#data/public/search-registry.ts";
import { parseSearchQuery, searchQueryString, unknownCodes } from "#domain/filters.ts";
import { Page } from "#ui/page.tsx";
import { Search } from "#ui/search/search.tsx";

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("search");
  const indexed = (await searchParamsOf(searchParams)).size === 0;
  return pageMetadata({ address: "/search", title: t("title"), description: t("description"), indexed });
}

export default async function SearchPage({ searchParams }: Props) {
  const { query, typed, problems } = parseSearchQuery(await searchParamsOf(searchParams));
  const [found, facilities, articles] = await Promise.all([
    query.q === "" ? undefined : searchRegistry(query, await getLocale()),
    readFacilities(),
    readArticles(),
  ]);
  const unknown = unknownCodes(query, {
    place: (code) => facilities.some((it) => it.code === code),
    article: (code) => articles.some((it) => it.code === code),
  });
  const queryString = searchQueryString(query);
  return (
    <Page address="/search" query={queryString === "" ? "" : `?${queryString}`} hasSearch>
      <Search
        query={query}
        typed={typed}
        problems={[...problems, ...unknown]}
        found={found}
        facilities={facilities}
        articles={articles}
      />
    </Page>
  );
}
