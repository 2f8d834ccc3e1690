import { useLocale } from "next-intl";
import { cardName } from "#domain/person-card.ts";
import { PersonCardItem } from "#ui/person-card.tsx";
import { type FoundPerson, MatchReason } from "#ui/search/match-reason.tsx";

/** People whom a search found by their names, each with the reason. */
export function FoundPeople({ people }: { people: readonly FoundPerson[] }) {
  const language = useLocale();
  return (
    <ul className="cards">
      {people.map(({ card, matched }) => (
        <PersonCardItem
          key={card.number}
          card={card}
          marks={matched?.text === cardName(card, language)?.text ? (matched?.marks ?? []) : []}
        >
          <MatchReason card={card} matched={matched} />
        </PersonCardItem>
      ))}
    </ul>
  );
}
