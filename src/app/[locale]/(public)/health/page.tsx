import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { readHealth } from "#data/public/health.ts";
import { HealthList } from "#ui/health.tsx";
import { Page } from "#ui/page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("health");
  return pageMetadata({ address: "/health", title: t("title"), description: t("description") });
}

export default async function HealthPage() {
  const t = await getTranslations("health");
  return (
    <Page address="/health">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <HealthList {...(await readHealth(await getLocale()))} />
    </Page>
  );
}
