import { useLocale, useTranslations } from "next-intl";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { type Mark, markedParts } from "#domain/words/marked-text.ts";
import { Marked } from "#ui/marked.tsx";

type Props = {
  card: Pick<PersonCard, "names">;
  /** What of the name a search found. */
  marks?: readonly Mark[];
};

/** The name that heads a card, marked where it is in another language than the page. */
export function PersonName({ card, marks = [] }: Props) {
  const t = useTranslations("card");
  const language = useLocale();
  const name = cardName(card, language);
  if (name === undefined) return t("nameWithheld");
  const text = <Marked parts={markedParts(name.text, marks)} />;
  return name.lang === language ? text : <span lang={name.lang}>{text}</span>;
}
