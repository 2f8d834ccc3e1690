import { useLocale } from "next-intl";
import type { PartialDate } from "#domain/dates/partial-date.ts";
import { dateText } from "#i18n/dates.ts";
import { Day } from "#ui/day.tsx";

/** A date in its source's words where it has some, after the date itself where the words don't hold its years. */
export function DateWords({ date }: { date: PartialDate }) {
  const language = useLocale();
  if (date.words === undefined || namesYears(dateText(date, language).text, date.edtf))
    return <Day date={date} />;
  return (
    <>
      <Day date={date.edtf} />
      {"\u00a0· "}
      <Day date={date} />
    </>
  );
}

function namesYears(text: string, edtf: string): boolean {
  return (edtf.match(/\d{4}/g) ?? []).every((year) => text.includes(year));
}
