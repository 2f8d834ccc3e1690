import { useLocale, useTranslations } from "next-intl";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import type { EventKind } from "#domain/case-file/events.ts";
import type { Edtf } from "#domain/dates/partial-date.ts";
import type { PersonCard } from "#domain/person-card.ts";
import type { Facility } from "#domain/reference.ts";
import { formatDate } from "#i18n/dates.ts";
import { Day } from "#ui/day.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";

type Stay = { factId: string; kind: EventKind; edtf: Edtf | null; asOf: Edtf };

type Props = { facility: Facility; held: readonly { card: PersonCard; stays: readonly Stay[] }[] };

/** One place of detention: what is known of it, and who of the registry is known to have been held there. */
export function FacilityView({ facility, held }: Props) {
  const t = useTranslations("facilities");
  const language = useLocale();
  return (
    <>
      <h1>{facility.name[language]}</h1>
      <FacilityFacts facility={facility} />
      <section aria-labelledby="held">
        <h2 id="held">{t("heldTitle")}</h2>
        {held.length === 0 ? (
          <p>{t("heldNobody")}</p>
        ) : (
          <>
            <p className="soft">{t("heldNote")}</p>
            <ul className="cards">
              {held.map(({ card, stays }) => (
                <PersonCardItem key={card.number} card={card}>
                  {stays.map((stay) => (
                    <StayLine key={stay.factId} number={card.number} stay={stay} />
                  ))}
                </PersonCardItem>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

function FacilityFacts({ facility }: { facility: Facility }) {
  const t = useTranslations();
  const language = useLocale();
  const date = formatDate(facility.asOf, language);
  const { address, postcode, settlement, note, coordinates } = facility;
  return (
    <dl className="facts">
      <dt>{t("facilities.type")}</dt>
      <dd>
        {t(`facilityType.${facility.type}`)}
        {facility.for !== null && `, ${t(`facilityFor.${facility.for}`)}`}
      </dd>
      <dt>{t("facilities.address")}</dt>
      <dd>
        {(address !== null || postcode !== null) && (
          <>
            {[postcode, settlement[language], address?.[language]].filter(Boolean).join(", ")}
            <br />
          </>
        )}
        <span className="soft">
          {address === null ? t("facilities.noAddressAsOf", { date }) : t("facilities.addressAsOf", { date })}
        </span>
      </dd>
      {note !== null && (
        <>
          <dt>{t("facilities.note")}</dt>
          <dd>{note[language]}</dd>
        </>
      )}
      <dt>{t("facilities.settlement")}</dt>
      <dd>
        {settlement[language]}
        <br />
        <span className="soft">
          {t("facilities.coordinates")}: {coordinates.latitude}, {coordinates.longitude}
        </span>
      </dd>
    </dl>
  );
}

function StayLine({ number, stay }: { number: number; stay: Stay }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <p>
      <a href={`${localizedPath(profileAddress(number), language)}#${stay.factId}`}>
        {t(`event.${stay.kind}`)}
      </a>
      {stay.edtf !== null && (
        <>
          , <Day date={stay.edtf} />
        </>
      )}{" "}
      <span className="soft">
        {t("facilities.stayAsOf")} <Day date={stay.asOf} />
      </span>
    </p>
  );
}
