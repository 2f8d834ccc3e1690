import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { listUpdates } from "#data/public/updates.ts";
import { localizedPath } from "#domain/addresses.ts";
import { parseListQuery } from "#domain/filters.ts";
import { Page } from "#ui/page.tsx";
import { Pagination, pageQuery } from "#ui/pagination.tsx";
import { QueryProblems } from "#ui/query-problems.tsx";
import { UpdateList } from "#ui/updates.tsx";

type Props = { searchParams: PageQuery };

export async function generateMetadata({ searchParams }: Props) {
  const t = await getTranslations("updates");
  const indexed = (await searchParamsOf(searchParams)).size === 0;
  return pageMetadata({ address: "/updates", title: t("title"), description: t("description"), indexed });
}

export default async function UpdatesPage({ searchParams }: Props) {
  const t = await getTranslations("updates");
  const language = await getLocale();
  const { page, problems } = parseListQuery(await searchParamsOf(searchParams));
  const { rows, total, pages } = await listUpdates(page);
  return (
    <Page address="/updates" query={pageQuery(page)}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <QueryProblems problems={problems} />
      {total === 0 ? <p>{t("empty")}</p> : <UpdateList updates={rows} />}
      <Pagination
        page={page}
        pages={pages}
        href={(it) => localizedPath("/updates", language) + pageQuery(it)}
      />
    </Page>
  );
}
