import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BreadcrumbData } from "#app/breadcrumb-data.tsx";
import { pageMetadata } from "#app/page-metadata.ts";
import { findFacility } from "#data/public/facilities.ts";
import { type Address, facilityAddress } from "#domain/addresses.ts";
import { FacilityView } from "#ui/facility.tsx";
import { Page } from "#ui/page.tsx";

type Props = { params: Promise<{ code: string }> };

// The metadata and the page ask for the same row.
const facilityAt = cache(async (code: string) => (await findFacility(code, await getLocale())) ?? notFound());

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("facilities");
  const { facility } = await facilityAt((await params).code);
  const name = facility.name[await getLocale()];
  const description = t("pageDescription", { name });
  return pageMetadata({ address: facilityAddress(facility.code), title: name, description });
}

export default async function FacilityPage({ params }: Props) {
  const t = await getTranslations("nav");
  const { facility, held } = await facilityAt((await params).code);
  const address = facilityAddress(facility.code);
  const above: { address: Address; label: string }[] = [{ address: "/facilities", label: t("facilities") }];
  return (
    <Page address={address} crumbs={above}>
      <FacilityView facility={facility} held={held} />
      <BreadcrumbData crumbs={[...above, { address, label: facility.name[await getLocale()] }]} />
    </Page>
  );
}
