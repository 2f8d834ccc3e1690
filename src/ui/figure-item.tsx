import { useLocale, useTranslations } from "next-intl";
import type { Figure } from "#domain/reference.ts";
import { Day } from "#ui/day.tsx";

/** The number of a total, with "more than" or "at least" where it was given so. */
export function FigureValue({ figure: { qualifier, value } }: { figure: Figure }) {
  return useTranslations("qualifier")(qualifier, { value });
}

/** The day that a total holds for, who counted it and who published it. */
export function FigureSource({ figure: { asOf, countedBy, source } }: { figure: Figure }) {
  const t = useTranslations("figure");
  const language = useLocale();
  return (
    <>
      {t("asOf")} <Day date={asOf} />
      {countedBy !== null && <>; {t("countedBy", { name: countedBy[language] })}</>}
      {"; "}
      {source.publisher === null ? (
        t("noPublisher")
      ) : (
        <>
          {t("publisher")} <span lang="en">{source.publisher}</span>
        </>
      )}
    </>
  );
}
