import { useTranslations } from "next-intl";
import { filterValues, type PeopleFilters, peopleFilters } from "#domain/filters.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { useFilterLabel } from "#ui/filter-label.ts";

type Props = {
  filters: PeopleFilters;
  open: boolean;
  facilities: readonly Facility[];
  articles: readonly Article[];
};

/** The list's filters as fields of the search: several can be set at once, with one page to load. */
export function FilterFields({ filters, open, facilities, articles }: Props) {
  const t = useTranslations();
  const label = useFilterLabel(facilities, articles);
  const values = {
    ...filterValues,
    place: facilities.map(({ code }) => code),
    article: articles.map(({ code }) => code),
  };
  return (
    <details className="filters" open={open}>
      <summary>{t("people.filters")}</summary>
      <div>
        {peopleFilters.map((filter) => (
          <p key={filter}>
            <label htmlFor={filter}>{t(`people.filter.${filter}`)}</label>
            <select id={filter} name={filter} defaultValue={filters[filter] ?? ""}>
              <option value="">{t("search.any")}</option>
              {values[filter].map((value) => (
                <option key={value} value={value}>
                  {label(filter, value)}
                </option>
              ))}
            </select>
          </p>
        ))}
      </div>
    </details>
  );
}
