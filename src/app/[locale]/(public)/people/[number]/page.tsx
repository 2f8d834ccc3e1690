import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { BreadcrumbData } from "#app/breadcrumb-data.tsx";
import { numberParam } from "#app/number-param.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { findNamedReferences } from "#data/public/named-references.ts";
import { findProfile } from "#data/public/profile.ts";
import { type Address, profileAddress } from "#domain/addresses.ts";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { env } from "#env.ts";
import { formatDate } from "#i18n/dates.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Page } from "#ui/page.tsx";
import { Profile } from "#ui/profile/profile.tsx";
import { viewOf } from "#ui/profile/view.ts";

type Props = { params: Promise<{ number: string }> };

// The metadata and the page ask for the same row. The front answers for withdrawn numbers before Next is asked.
const publishedProfile = cache(async (number: string) => {
  const profile = await findProfile(numberParam(number));
  return profile.found === "published" ? profile : notFound();
});

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("profile");
  const { card } = await publishedProfile((await params).number);
  return pageMetadata({
    address: profileAddress(card.number),
    title: t("title", { number: cardNumber(card.number), name: await nameOf(card) }),
    description: await description(card),
  });
}

export default async function ProfilePage({ params }: Props) {
  const t = await getTranslations("nav");
  const { number, version, form, card, publishedAt } = await publishedProfile((await params).number);
  const view = viewOf(form, await findNamedReferences(form));
  const above: { address: Address; label: string }[] = [{ address: "/people", label: t("people") }];
  const address = profileAddress(number);
  return (
    <Page address={address} crumbs={above}>
      <Profile view={view} card={card} version={version} publishedAt={publishedAt} siteUrl={env.siteUrl} />
      <BreadcrumbData crumbs={[...above, { address, label: await nameOf(card) }]} />
    </Page>
  );
}

async function nameOf(card: PersonCard): Promise<string> {
  const t = await getTranslations("card");
  return cardName(card, await getLocale())?.text ?? t("nameWithheld");
}

async function description(card: PersonCard): Promise<string> {
  const t = await getTranslations();
  const { state, asOf } = card.status;
  const said = {
    number: cardNumber(card.number),
    name: await nameOf(card),
    status: t(`status.${state}`, { sex: card.sex ?? "other" }),
  };
  if (asOf === null) return t("profile.descriptionUndated", said);
  return t("profile.description", { ...said, date: formatDate(asOf, await getLocale()) });
}
