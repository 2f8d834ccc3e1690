import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { latestEvents } from "#domain/case-update.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { formatDate } from "#i18n/dates.ts";

type Props = {
  personId: string;
  file: DraftFile;
  /** `event` of the query, as it came. */
  eventId: unknown;
};

/** The event that a case update has just added, with its date as it was understood, and the way to the next one. */
export function CaseUpdateSaved({ personId, file, eventId }: Props) {
  const t = useTranslations();
  const language = useLocale();
  const event = latestEvents(file).find(({ id }) => id === eventId);
  if (event === undefined) return null;
  return (
    <p className="notice">
      {t("caseUpdate.added", { event: t(`event.${event.kind}`) })}{" "}
      {event.date === undefined
        ? t("caseUpdate.addedNoDate")
        : t("caseUpdate.addedDate", { date: formatDate(event.date.edtf, language) })}
      {event.date?.words !== undefined && ` ${t("caseUpdate.addedWords")}`}{" "}
      <a href={localizedPath(`/editor/update?person=${personId}`, language)}>{t("caseUpdate.another")}</a>
    </p>
  );
}
