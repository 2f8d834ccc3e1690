import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { numberParam } from "#app/number-param.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { listVersions } from "#data/public/versions.ts";
import { type Address, profileAddress, versionsAddress } from "#domain/addresses.ts";
import { cardName } from "#domain/person-card.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Page } from "#ui/page.tsx";
import { VersionList } from "#ui/profile/version-list.tsx";

type Props = { params: Promise<{ number: string }> };

// The metadata and the page ask for the same rows.
const versionsOf = cache(async (text: string) => {
  const versions = await listVersions(numberParam(text));
  const current = versions[0] ?? notFound();
  const t = await getTranslations("card");
  const name = cardName(current.card, await getLocale())?.text ?? t("nameWithheld");
  return { versions, number: current.number, name };
});

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("versions");
  const { number, name } = await versionsOf((await params).number);
  const said = { number: cardNumber(number), name };
  return pageMetadata({
    address: versionsAddress(number),
    title: t("title", said),
    description: t("description", said),
  });
}

export default async function VersionsPage({ params }: Props) {
  const t = await getTranslations();
  const { versions, number, name } = await versionsOf((await params).number);
  const above: { address: Address; label: string }[] = [
    { address: "/people", label: t("nav.people") },
    { address: profileAddress(number), label: name },
  ];
  return (
    <Page address={versionsAddress(number)} crumbs={above}>
      <h1>{t("versions.title", { number: cardNumber(number), name })}</h1>
      <p className="lead">{t("versions.lead")}</p>
      <VersionList versions={versions} />
    </Page>
  );
}
