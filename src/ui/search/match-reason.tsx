import { useLocale, useTranslations } from "next-intl";
import type { Name } from "#domain/case-file/names.ts";
import type { NameMatch } from "#domain/names/match-name.ts";
import type { MatchReason as Reason } from "#domain/names/reasons.ts";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { markedParts } from "#domain/words/marked-text.ts";
import { Marked } from "#ui/marked.tsx";
import { nameLang } from "#ui/name-lang.ts";

/** Somebody found by a spelling of their name; by the number of their record, where there is no spelling. */
export type FoundPerson = {
  card: PersonCard;
  matched?:
    | (Pick<NameMatch, "marks" | "reasons"> & Pick<Name, "language" | "script"> & { text: string })
    | undefined;
};

/** What is exact shows; how the query was read, if not as it was typed, is said once, above all results. */
function isTold(reason: Reason): reason is Exclude<Reason, "exact" | "layout" | "spacing"> {
  return reason !== "exact" && reason !== "layout" && reason !== "spacing";
}

/** Says why somebody was found, as far as the marked heading doesn't show it. */
export function MatchReason({ card, matched }: FoundPerson) {
  const t = useTranslations("search");
  const language = useLocale();
  if (matched === undefined) return <p className="soft">{t("byNumber")}</p>;
  const reasons = matched.reasons
    .filter(isTold)
    .map((reason) => t(`reason.${reason}`))
    .join("; ");
  if (matched.text === cardName(card, language)?.text) {
    return reasons === "" ? null : <p className="soft">{reasons}</p>;
  }
  return (
    <p className="soft">
      {t("matched")}{" "}
      <span lang={nameLang(matched)}>
        <Marked parts={markedParts(matched.text, matched.marks)} />
      </span>
      {reasons !== "" && ` (${reasons})`}
    </p>
  );
}
