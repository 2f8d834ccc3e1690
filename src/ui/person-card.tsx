import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import { textIn } from "#domain/localized-text.ts";
import type { PersonCard } from "#domain/person-card.ts";
import type { Mark } from "#domain/words/marked-text.ts";
import { articleLabel } from "#ui/article-label.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Day } from "#ui/day.tsx";
import { PersonName } from "#ui/person-name.tsx";
import { StatusText } from "#ui/status-text.tsx";
import { TermText } from "#ui/term-text.tsx";
import { Words } from "#ui/words.tsx";

type Props = {
  card: PersonCard;
  /** What of the name that heads the card a search found. */
  marks?: readonly Mark[];
  /** What this list adds to the card, as further lines. */
  children?: ReactNode;
};

/** A person in a list, as a card of the index. Stands in `<ul className="cards">` under an h2. */
export function PersonCardItem({ card, marks = [], children }: Props) {
  const t = useTranslations("card");
  const language = useLocale();
  return (
    <li className={card.death === undefined ? "card" : "card dead"}>
      <p className="typed">{t("number", { number: cardNumber(card.number) })}</p>
      <h3>
        <a href={localizedPath(profileAddress(card.number), language)}>
          <PersonName card={card} marks={marks} />
        </a>
      </h3>
      {card.protectedIdentity && <p className="soft">{t("protected")}</p>}
      <Occupation card={card} />
      <p>
        <StatusText status={card.status} sex={card.sex} />
        {card.status.asOf !== null && (
          <span className="soft">
            {t("asOf")} <Day date={card.status.asOf} />
          </span>
        )}
      </p>
      <Punishments card={card} />
      {children}
    </li>
  );
}

/** The occupation as the source has it, and the categories that its words don't say already. */
function Occupation({ card: { occupation, categories, sex } }: { card: PersonCard }) {
  const t = useTranslations("category");
  const language = useLocale();
  const said = occupation === undefined ? "" : spaced(textIn(occupation, language).text.toLowerCase());
  const words = categories
    .map((category) => t(category, { sex: sex ?? "other" }))
    .filter((it) => !said.includes(spaced(it)));
  if (occupation === undefined && words.length === 0) return null;
  return (
    <p>
      {occupation !== undefined && <Words text={occupation} />}
      {occupation !== undefined && words.length > 0 && ", "}
      {words.join(", ")}
    </p>
  );
}

// A source may print "human rights defender" without the hyphen.
function spaced(text: string): string {
  return text.replaceAll("-", " ");
}

function Punishments({ card: { punishments, articles } }: { card: PersonCard }) {
  const t = useTranslations();
  const language = useLocale();
  if (punishments.length + articles.length === 0) return null;
  return (
    <p>
      {punishments.map(({ type, term, inAbsentia }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a card's punishments have no id, and the page never changes
        <span key={index}>
          {index > 0 && "; "}
          {t(`sentence.${type}`)}
          {term !== undefined && (
            <>
              {" "}
              <TermText term={term} />
            </>
          )}
          {inAbsentia && `, ${t("card.inAbsentia")}`}
        </span>
      ))}
      {punishments.length > 0 && articles.length > 0 && "\u00a0· "}
      {articles.length > 0 &&
        t("card.articles", {
          count: articles.length,
          articles: articles.map((code) => articleLabel(code, language)).join(", "),
        })}
    </p>
  );
}
