import { useLocale, useTranslations } from "next-intl";
import { cardName, type PersonCard } from "#domain/person-card.ts";

/** The name that heads a card, marked where it is in another language than the page. */
export function PersonName({ card }: { card: Pick<PersonCard, "names"> }) {
  const t = useTranslations("card");
  const language = useLocale();
  const name = cardName(card, language);
  if (name === undefined) return t("nameWithheld");
  return name.lang === language ? name.text : <span lang={name.lang}>{name.text}</span>;
}
