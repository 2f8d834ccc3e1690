import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { env } from "#env.ts";
import { About } from "#ui/about.tsx";
import { Page } from "#ui/page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("about");
  return pageMetadata({ address: "/about", title: t("title"), description: t("description") });
}

export default async function AboutPage() {
  const t = await getTranslations("about");
  return (
    <Page address="/about">
      <h1>{t("title")}</h1>
      <About contact={env.siteContact} />
    </Page>
  );
}
