import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BreadcrumbData } from "#app/breadcrumb-data.tsx";
import { pageMetadata } from "#app/page-metadata.ts";
import { findArticle } from "#data/public/articles.ts";
import { type Address, articleAddress } from "#domain/addresses.ts";
import { ArticleView } from "#ui/article.tsx";
import { articleLabel } from "#ui/article-label.ts";
import { Page } from "#ui/page.tsx";

type Props = { params: Promise<{ code: string }> };

// The metadata and the page ask for the same row.
const articleAt = cache(async (code: string) => (await findArticle(code, await getLocale())) ?? notFound());

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("articles");
  const language = await getLocale();
  const { article } = await articleAt((await params).code);
  const code = articleLabel(article.code, language);
  return pageMetadata({
    address: articleAddress(article.code),
    title: `${t("heading", { code })}. ${article.title[language]}`,
    description: t("pageDescription", { code, title: article.title[language] }),
  });
}

export default async function ArticlePage({ params }: Props) {
  const t = await getTranslations();
  const language = await getLocale();
  const { article, people } = await articleAt((await params).code);
  const address = articleAddress(article.code);
  const above: { address: Address; label: string }[] = [{ address: "/articles", label: t("nav.articles") }];
  const label = t("articles.heading", { code: articleLabel(article.code, language) });
  return (
    <Page address={address} crumbs={above}>
      <ArticleView article={article} people={people} />
      <BreadcrumbData crumbs={[...above, { address, label }]} />
    </Page>
  );
}
