import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { listArticles } from "#data/public/articles.ts";
import { ArticleTables } from "#ui/articles.tsx";
import { Page } from "#ui/page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("articles");
  return pageMetadata({ address: "/articles", title: t("title"), description: t("description") });
}

export default async function ArticlesPage() {
  const t = await getTranslations("articles");
  return (
    <Page address="/articles">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <ArticleTables articles={await listArticles()} />
    </Page>
  );
}
