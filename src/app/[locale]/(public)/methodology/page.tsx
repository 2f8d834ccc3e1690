import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { listFigures } from "#data/public/reference.ts";
import { Methodology } from "#ui/methodology.tsx";
import { Page } from "#ui/page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("methodology");
  return pageMetadata({ address: "/methodology", title: t("title"), description: t("description") });
}

export default async function MethodologyPage() {
  const t = await getTranslations("methodology");
  return (
    <Page address="/methodology">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Methodology figures={await listFigures()} />
    </Page>
  );
}
