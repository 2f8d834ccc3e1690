import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { listPeople } from "#data/public/people.ts";
import { readArticles, readFacilities } from "#data/public/reference.ts";
import { parsePeopleQuery, peopleQueryString, unknownCodes } from "#domain/filters.ts";
import { Page } from "#ui/page.tsx";
import { PeopleList } from "#ui/people.tsx";

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("people");
  const indexed = (await searchParamsOf(searchParams)).size === 0;
  return pageMetadata({ address: "/people", title: t("title"), description: t("description"), indexed });
}

export default async function PeoplePage({ searchParams }: Props) {
  const { query, problems } = parsePeopleQuery(await searchParamsOf(searchParams));
  const [people, facilities, articles] = await Promise.all([
    listPeople(query, await getLocale()),
    readFacilities(),
    readArticles(),
  ]);
  const unknown = unknownCodes(query, {
    place: (code) => facilities.some((it) => it.code === code),
    article: (code) => articles.some((it) => it.code === code),
  });
  const queryString = peopleQueryString(query);
  return (
    <Page address="/people" query={queryString === "" ? "" : `?${queryString}`} filters={query}>
      <PeopleList
        {...people}
        query={query}
        problems={[...problems, ...unknown]}
        facilities={facilities}
        articles={articles}
      />
    </Page>
  );
}
