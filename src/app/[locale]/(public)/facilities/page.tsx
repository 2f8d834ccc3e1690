import { getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { FacilityTable } from "#ui/facilities.tsx";
import { Page } from "#ui/page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("facilities");
  return pageMetadata({ address: "/facilities", title: t("title"), description: t("description") });
}

export default async function FacilitiesPage() {
  const t = await getTranslations("facilities");
  return (
    <Page address="/facilities">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <FacilityTable facilities={await listFacilities()} />
    </Page>
  );
}
