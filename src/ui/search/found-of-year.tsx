import { useLocale, useTranslations } from "next-intl";
import type { PersonCard } from "#domain/person-card.ts";
import type { DatedKind } from "#domain/years.ts";
import { PersonCardItem } from "#ui/person-card.tsx";

/** Somebody whose file dates something to the year that was asked for. */
export type PersonOfYear = { card: PersonCard; kinds: readonly DatedKind[] };

/** People by a year, each with what their file dates to it. */
export function FoundOfYear({ year, people }: { year: number; people: readonly PersonOfYear[] }) {
  const t = useTranslations();
  const language = useLocale();
  const name = (kind: DatedKind) =>
    kind === "birth" || kind === "verdict"
      ? t(`search.dated.${kind}`)
      : t(`event.${kind}`).toLocaleLowerCase(language);
  return (
    <ul className="cards">
      {people.map(({ card, kinds }) => (
        <PersonCardItem key={card.number} card={card}>
          <p>
            <mark>{t("search.inYear", { year: String(year) })}</mark> {kinds.map(name).join("; ")}
          </p>
        </PersonCardItem>
      ))}
    </ul>
  );
}
