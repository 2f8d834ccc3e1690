import { useLocale, useTranslations } from "next-intl";
import { facilityAddress, localizedPath } from "#domain/addresses.ts";
import { type Facility, facilityTypes } from "#domain/reference.ts";
import { formatDate } from "#i18n/dates.ts";

/** Facilities by type: the name leads to the page, with the address as of its day and how many people are on file. */
export function FacilityTable({ facilities }: { facilities: readonly (Facility & { people: number })[] }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <table>
      <caption>{t("facilities.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("facilities.name")}</th>
          <th scope="col" className="number">
            {t("facilities.held")}
          </th>
        </tr>
      </thead>
      {facilityTypes
        .map((type) => ({ type, rows: facilities.filter((facility) => facility.type === type) }))
        .filter(({ rows }) => rows.length > 0)
        .map(({ type, rows }) => (
          <tbody key={type}>
            <tr>
              <th scope="rowgroup" colSpan={2}>
                {t(`facilityType.${type}`)}
              </th>
            </tr>
            {rows.map((facility) => (
              <tr key={facility.code}>
                <th scope="row">
                  <a href={localizedPath(facilityAddress(facility.code), language)}>
                    {facility.name[language]}
                  </a>
                  <FacilityAddress facility={facility} />
                </th>
                <td className="number">{facility.people > 0 ? facility.people : "–"}</td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}

function FacilityAddress({ facility: { address, postcode, note, asOf } }: { facility: Facility }) {
  const t = useTranslations("facilities");
  const language = useLocale();
  const written = [postcode, address?.[language]].filter((it) => it !== null).join(", ");
  return (
    <span className="soft">
      {address === null
        ? (note?.[language] ?? t("noAddress"))
        : `${written} (${t("stayAsOf")} ${formatDate(asOf, language)})`}
    </span>
  );
}
