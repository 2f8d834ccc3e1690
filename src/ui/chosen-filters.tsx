import { useTranslations } from "next-intl";
import { chosenFilters, type PeopleFilter, type PeopleFilters } from "#domain/filters.ts";

type Props = {
  filters: PeopleFilters;
  /** What a value of a filter is called. */
  label: (filter: PeopleFilter, value: string) => string;
  /** Where a filter is taken away; where all are, without one. */
  hrefWithout: (filter?: PeopleFilter) => string;
};

/** The filters that are set, each with a link that takes it away. */
export function ChosenFilters({ filters, label, hrefWithout }: Props) {
  const t = useTranslations("people");
  const chosen = chosenFilters(filters);
  if (chosen.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("chosen")}>
      {chosen.map(({ filter, value }) => (
        <li key={filter}>
          <a href={hrefWithout(filter)}>
            {label(filter, value)} <span className="soft">{`×\u00a0${t("remove")}`}</span>
          </a>
        </li>
      ))}
      <li>
        <a href={hrefWithout()}>{t("removeAll")}</a>
      </li>
    </ul>
  );
}
