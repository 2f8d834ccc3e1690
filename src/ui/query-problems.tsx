import { useTranslations } from "next-intl";
import { longestSearch, type PeopleFilter, peopleFilters, type QueryProblem } from "#domain/filters.ts";

/** What in the address was not followed, and why. */
export function QueryProblems({ problems }: { problems: readonly QueryProblem[] }) {
  const t = useTranslations();
  if (problems.length === 0) return null;
  const filterName = (key: string) => {
    if (key === "page") return t("problems.pageKey");
    return isFilter(key) ? t(`people.filter.${key}`) : t("problems.partKey");
  };
  return (
    <section className="note" aria-labelledby="problems">
      <h2 id="problems">{t("problems.title")}</h2>
      <p>{t("problems.note")}</p>
      <ul>
        {problems.map(({ key, value, reason }) => (
          <li key={`${key} ${reason} ${value}`}>
            {t(`problems.${reason}`, { key, value, filter: filterName(key), longest: longestSearch })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function isFilter(key: string): key is PeopleFilter {
  return peopleFilters.some((filter) => filter === key);
}
