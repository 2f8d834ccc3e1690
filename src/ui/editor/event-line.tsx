import { useLocale, useTranslations } from "next-intl";
import type { Event } from "#domain/case-file/events.ts";
import type { Facility } from "#domain/reference.ts";
import { dateText } from "#i18n/dates.ts";
import { Dotted } from "#ui/profile/dotted.tsx";

/** An event in one line: when, what, where. */
export function EventLine({ event, facilities }: { event: Event; facilities: readonly Facility[] }) {
  const t = useTranslations();
  const language = useLocale();
  const date = event.date && dateText(event.date, language);
  return (
    <Dotted>
      {date === undefined ? (
        t("caseUpdate.noDate")
      ) : (
        <span lang={date.lang === language ? undefined : date.lang}>{date.text}</span>
      )}
      {t(`event.${event.kind}`)}
      {facilities.find(({ code }) => code === event.facility)?.name[language]}
    </Dotted>
  );
}
