import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { numberParam } from "#app/number-param.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { findNamedReferences } from "#data/public/named-references.ts";
import { findVersion } from "#data/public/versions.ts";
import { type Address, profileAddress, versionAddress, versionsAddress } from "#domain/addresses.ts";
import { cardName } from "#domain/person-card.ts";
import { env } from "#env.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Page } from "#ui/page.tsx";
import { Profile } from "#ui/profile/profile.tsx";
import { VersionBanner } from "#ui/profile/version-banner.tsx";
import { viewOf } from "#ui/profile/view.ts";

type Props = { params: Promise<{ number: string; version: string }> };

// The metadata and the page ask for the same rows.
const versionAt = cache(async (number: string, version: string) => {
  const found = (await findVersion(numberParam(number), numberParam(version))) ?? notFound();
  const t = await getTranslations("card");
  const name = cardName(found.card, await getLocale())?.text ?? t("nameWithheld");
  return { ...found, name };
});

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("versions");
  const { number: numberText, version: versionText } = await params;
  const { number, version, current, name } = await versionAt(numberText, versionText);
  const said = { number: cardNumber(number), version, name };
  // Search engines are led to the profile: by its address from the current version, and from no other at all.
  return pageMetadata({
    address: version === current ? profileAddress(number) : versionAddress(number, version),
    title: t("titleOfVersion", said),
    description: t("description", said),
    indexed: version === current,
  });
}

export default async function VersionPage({ params }: Props) {
  const t = await getTranslations();
  const { number: numberText, version: versionText } = await params;
  const found = await versionAt(numberText, versionText);
  const { number, version, form, card, current, publishedAt, name } = found;
  const view = viewOf(form, await findNamedReferences(form));
  const above: { address: Address; label: string }[] = [
    { address: "/people", label: t("nav.people") },
    { address: profileAddress(number), label: name },
    { address: versionsAddress(number), label: t("profile.allVersions") },
  ];
  return (
    <Page address={versionAddress(number, version)} crumbs={above}>
      <VersionBanner number={number} version={version} current={current} publishedAt={publishedAt} />
      <Profile view={view} card={card} version={version} publishedAt={publishedAt} siteUrl={env.siteUrl} />
    </Page>
  );
}
