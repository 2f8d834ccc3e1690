import { useLocale } from "next-intl";
import type { Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { type DateStyle, dateText, dateTimeValue } from "#i18n/dates.ts";

type Props = { date: PartialDate | Edtf; format?: DateStyle };

/** A date for a reader; for machines too, where HTML has a value for it. */
export function Day({ date, format = "long" }: Props) {
  const language = useLocale();
  const { text, lang } = dateText(date, language, format);
  return (
    <time
      dateTime={dateTimeValue(typeof date === "string" ? date : date.edtf) ?? undefined}
      lang={lang === language ? undefined : lang}
    >
      {text}
    </time>
  );
}
