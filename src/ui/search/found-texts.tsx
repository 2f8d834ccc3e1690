import { useLocale, useTranslations } from "next-intl";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import type { PersonCard } from "#domain/person-card.ts";
import type { Passage } from "#domain/words/passages.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Marked } from "#ui/marked.tsx";
import { PersonName } from "#ui/person-name.tsx";
import { sectionKey } from "#ui/profile/section-label.ts";

/** Somebody in whose file's texts the words stand, with some of the texts around them. */
export type FoundText = { card: PersonCard; passages: readonly Passage[] };

/** Cards by the words of their texts: each passage leads to its fact. */
export function FoundTexts({ texts }: { texts: readonly FoundText[] }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <ul className="cards wide">
      {texts.map(({ card, passages }) => {
        const profile = localizedPath(profileAddress(card.number), language);
        return (
          <li key={card.number} className={card.death === undefined ? "card" : "card dead"}>
            <p className="typed">{t("card.number", { number: cardNumber(card.number) })}</p>
            <h3>
              <a href={profile}>
                <PersonName card={card} />
              </a>
            </h3>
            {passages.map(({ language: lang, section, factId, parts }) => (
              <p key={`${factId} ${lang}`} className="passage">
                <span lang={lang === language ? undefined : lang}>
                  <Marked parts={parts} />
                </span>{" "}
                <a className="soft" href={`${profile}#${factId}`}>
                  {t(`fact.${sectionKey(section)}`)}
                </a>
              </p>
            ))}
          </li>
        );
      })}
    </ul>
  );
}
