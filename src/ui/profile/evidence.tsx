import { useLocale, useTranslations } from "next-intl";
import type { Basis } from "#domain/case-file/fact.ts";
import { formatDate } from "#i18n/dates.ts";
import type { Citation } from "#ui/profile/citations.ts";
import type { ProfileView } from "#ui/profile/view.ts";

/** Short signs of a basis that doesn't simply state the fact; the foot of the page explains them. */
export const mannerSigns: Readonly<Record<Basis["manner"], string>> = {
  stated: "",
  inferred: "≈",
  reference: "+",
};

type Props = {
  view: ProfileView;
  basis: readonly Basis[];
  /** Id of the fact, for a link to it. */
  id?: string;
};

/** What a fact rests on, as numbers that lead to the sources, and the link to the fact itself. */
export function Evidence({ view, basis, id }: Props) {
  const t = useTranslations("profile");
  if (basis.length === 0 && id === undefined) return null;
  return (
    <small>
      {/* Keeps the numbers in the line of what they belong to. */}
      {"\u00a0"}
      {basis.map((it) => (
        <CitationLink key={JSON.stringify(it)} citation={view.citations.cite(it)} />
      ))}
      {id !== undefined && (
        <a href={`#${id}`} aria-label={t("linkTo", { id })}>
          #
        </a>
      )}
    </small>
  );
}

function CitationLink({ citation: { mark, target, manner, asOf } }: { citation: Citation }) {
  const t = useTranslations();
  const language = useLocale();
  const sign = mannerSigns[manner];
  const source = t("profile.source", { mark });
  return (
    <>
      <a href={`#${target}`} aria-label={sign === "" ? source : `${source}, ${t(`manner.${manner}`)}`}>
        {`[${mark}${sign}]`}
      </a>
      {asOf !== undefined && <span>{` ${t("profile.asOf", { date: formatDate(asOf, language) })} `}</span>}
    </>
  );
}
