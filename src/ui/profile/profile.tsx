import { useLocale } from "next-intl";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { JsonLd } from "#ui/json-ld.tsx";
import { CitationLine } from "#ui/profile/citation-line.tsx";
import { Contact } from "#ui/profile/contact.tsx";
import { Death } from "#ui/profile/death.tsx";
import { Health } from "#ui/profile/health.tsx";
import { personJsonLd } from "#ui/profile/person-json-ld.ts";
import { PersonalFacts } from "#ui/profile/personal-facts.tsx";
import { Places } from "#ui/profile/places.tsx";
import { ProfileHeader } from "#ui/profile/profile-header.tsx";
import { Prosecutions } from "#ui/profile/prosecutions.tsx";
import { Sources } from "#ui/profile/sources.tsx";
import { Spellings } from "#ui/profile/spellings.tsx";
import { Timeline } from "#ui/profile/timeline.tsx";
import type { ProfileView } from "#ui/profile/view.ts";

type Props = {
  view: ProfileView;
  card: PersonCard;
  version: number;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /** Origin of the site, without a slash at the end. */
  siteUrl: string;
};

/** A person's file, as one of its versions has it. */
export function Profile({ view, card, version, publishedAt, siteUrl }: Props) {
  const language = useLocale();
  const url = siteUrl + localizedPath(profileAddress(card.number), language);
  return (
    <article className="profile">
      <ProfileHeader view={view} card={card} version={version} publishedAt={publishedAt} />
      <Timeline view={view} />
      <Prosecutions view={view} />
      <Places view={view} />
      <Health view={view} />
      <Death view={view} />
      <Contact view={view} />
      <PersonalFacts view={view} />
      <Spellings view={view} />
      <Sources view={view} />
      <CitationLine card={card} version={version} publishedAt={publishedAt} siteUrl={siteUrl} />
      <JsonLd data={personJsonLd(card, view.form, language, url)} />
    </article>
  );
}
