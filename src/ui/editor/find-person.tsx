import { useTranslations } from "next-intl";
import { SearchForm } from "#ui/search-form.tsx";

/** The field that finds somebody, published or not. */
export function FindPerson({ q = "" }: { q?: string }) {
  const t = useTranslations("persons");
  return <SearchForm q={q} address="/editor/people" label={t("findLabel")} hint={t("findHint")} />;
}
