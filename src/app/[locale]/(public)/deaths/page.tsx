import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { listDeaths } from "#data/public/deaths.ts";
import { parseListQuery } from "#domain/filters.ts";
import { DeathList } from "#ui/deaths.tsx";
import { Page } from "#ui/page.tsx";
import { pageQuery } from "#ui/pagination.tsx";
import { QueryProblems } from "#ui/query-problems.tsx";

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("deaths");
  const indexed = (await searchParamsOf(searchParams)).size === 0;
  return pageMetadata({ address: "/deaths", title: t("title"), description: t("description"), indexed });
}

export default async function DeathsPage({ searchParams }: Props) {
  const t = await getTranslations("deaths");
  const { page, problems } = parseListQuery(await searchParamsOf(searchParams));
  return (
    <Page address="/deaths" query={pageQuery(page)}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <QueryProblems problems={problems} />
      <DeathList page={page} {...(await listDeaths(page, await getLocale()))} />
    </Page>
  );
}
