import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { localizedPath } from "#domain/addresses.ts";
import { Page } from "#ui/page.tsx";

// What the front answers with these statuses. Nobody outside reaches these addresses, and nothing here reads the database.
const problems = { "404": "notFound", "410": "gone", "503": "unavailable" } as const;

type Props = { params: Promise<{ status: string }> };

async function problemOf({ params }: Props) {
  const { status } = await params;
  return status === "404" || status === "410" || status === "503" ? problems[status] : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations();
  const title = t("site.titleTemplate", { title: t(`errors.${await problemOf(props)}.title`) });
  return { title, robots: { index: false }, icons: { icon: "/favicon.svg" } };
}

export default async function ErrorPage(props: Props) {
  const t = await getTranslations();
  const language = await getLocale();
  const problem = await problemOf(props);
  return (
    <Page address="/">
      <h1>{t(`errors.${problem}.title`)}</h1>
      <p className="lead">{t(`errors.${problem}.text`)}</p>
      <p>
        <a href={localizedPath("/", language)}>{t("site.home")}</a>
        {" · "}
        <a href={localizedPath("/people", language)}>{t("nav.people")}</a>
        {" · "}
        <a href={localizedPath("/search", language)}>{t("nav.search")}</a>
      </p>
    </Page>
  );
}
