import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { chosenFilters, longestSearch, type PeopleFilters } from "#domain/filters.ts";

/** The search of every page, in its header. From a filtered list it keeps to the filters, and says so. */
export function SearchBox({ filters }: { filters: PeopleFilters }) {
  const t = useTranslations("search");
  const language = useLocale();
  const address = localizedPath("/search", language);
  const chosen = chosenFilters(filters);
  return (
    // biome-ignore lint/a11y/useSemanticElements: browsers are slow to know <search>
    <form role="search" className="box" action={address}>
      <input
        name="q"
        type="search"
        aria-label={t("box")}
        maxLength={longestSearch}
        autoComplete="off"
        spellCheck={false}
      />
      <button type="submit">{t("submit")}</button>
      {chosen.map(({ filter, value }) => (
        <input key={filter} type="hidden" name={filter} value={value} />
      ))}
      {chosen.length > 0 && (
        <p className="soft">{t.rich("within", { all: (text) => <a href={address}>{text}</a> })}</p>
      )}
    </form>
  );
}
