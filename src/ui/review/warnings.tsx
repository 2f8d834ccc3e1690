import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { ReviewWarning } from "#domain/review-warnings.ts";
import type { TranslationGap } from "#domain/translations.ts";
import { languageNames } from "#i18n/language-names.ts";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";

type Props = {
  personId: string;
  warnings: readonly ReviewWarning[];
  /** Of the facts that came or changed. */
  gaps: readonly TranslationGap[];
};

/** What a reviewer should look at twice. */
export function ReviewWarnings({ personId, warnings, gaps }: Props) {
  const t = useTranslations("review");
  if (warnings.length + gaps.length === 0) return null;
  return (
    <section aria-labelledby="warnings" className="notice">
      <h2 id="warnings">{t("warnings")}</h2>
      <ul>
        {warnings.map((warning) => (
          <li
            key={`${warning.kind} ${warning.id} ${"withheld" in warning ? warning.withheld : warning.name}`}
          >
            <WarningWords personId={personId} warning={warning} />
          </li>
        ))}
        {gaps.map((gap) => (
          <li key={gap.id}>
            <GapWords gap={gap} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function WarningWords({ personId, warning }: { personId: string; warning: ReviewWarning }) {
  const t = useTranslations("review");
  const language = useLocale();
  const placeLabel = usePlaceLabel();
  const hide = (id: string) => localizedPath(`/editor/people/${personId}/withhold?fact=${id}`, language);
  switch (warning.kind) {
    case "same-value":
      return (
        <>
          {t("sameValue", { withheld: warning.withheld, place: placeLabel(warning.section) })}{" "}
          <a href={`#${warning.id}`}>{warning.id}</a>
        </>
      );
    case "same-words": {
      const shared = warning.inEach.find(({ around }) => around.lang === language) ?? warning.inEach[0];
      return (
        <>
          {t("sameWords", {
            withheld: warning.withheld,
            place: warning.section === "sources" ? t("source") : placeLabel(warning.section),
            words: shared?.words.join(", ") ?? "",
          })}{" "}
          {shared && <q lang={shared.around.lang}>{shared.around.text}</q>}{" "}
          <a href={`#${warning.id}`}>{warning.id}</a>
        </>
      );
    }
    case "real-name":
      return (
        <>
          {t("realName", {
            name: warning.name,
            count: warning.versions.length,
            versions: warning.versions.join(", "),
          })}{" "}
          <a href={hide(warning.id)}>{t("hide")}</a>
        </>
      );
  }
}

function GapWords({ gap: { id, section, missing, outdated } }: { gap: TranslationGap }) {
  const t = useTranslations("review");
  const placeLabel = usePlaceLabel();
  const named = (languages: TranslationGap["missing"]) => languages.map((it) => languageNames[it]).join(", ");
  return (
    <>
      {`${placeLabel(section)}: `}
      {outdated.length > 0 && t("gapOutdated", { languages: named(outdated) })}
      {outdated.length > 0 && missing.length > 0 && "; "}
      {missing.length > 0 && t("gapMissing", { languages: named(missing) })} <a href={`#${id}`}>{id}</a>
    </>
  );
}
