import { useLocale } from "next-intl";
import { formatDate } from "#i18n/dates.ts";

/** Day and time of something that was done here, by UTC: editors sit in several time zones. */
export function Moment({ at }: { at: Date }) {
  const language = useLocale();
  const iso = at.toISOString();
  return (
    <time dateTime={iso}>{`${formatDate(iso.slice(0, 10), language)}, ${iso.slice(11, 16)}\u00a0UTC`}</time>
  );
}
