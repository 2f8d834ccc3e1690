import { useLocale, useTranslations } from "next-intl";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { cardName } from "#domain/person-card.ts";
import { cardNumber } from "#ui/card-number.ts";

/** How a person is called in headings and lists: the number, if there is one, and the name. */
export function usePersonLabel(): (person: { number: number | null; names: NamesByLanguage }) => string {
  const t = useTranslations("withholding");
  const language = useLocale();
  return ({ number, names }) => {
    const name = cardName({ names }, language)?.text ?? t("nameless");
    return number === null ? name : t("numbered", { number: cardNumber(number), name });
  };
}
