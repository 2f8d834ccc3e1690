import { useLocale } from "next-intl";
import type { Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { type DateStyle, dateText, dateTimeValue } from "#i18n/dates.ts";

type Props = { date: PartialDate | Edtf; format?: DateStyle };

/** A date for a reader; for machines too, where HTML has a value for it. */
export function Day({ date, format = "long" }: Props) {
  const language = useLocale();
  const { text, lang } = dateText(date, language, format);
  const value = dateTimeValue(typeof date === "string" ? date : date.edtf);
  const otherLang = lang === language ? undefined : lang;
  if (value !== null) {
    return (
      <time dateTime={value} lang={otherLang}>
        {text}
      </time>
    );
  }
  // A time element without a value would have to hold one as its text.
  return otherLang === undefined ? text : <span lang={otherLang}>{text}</span>;
}
