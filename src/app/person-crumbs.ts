import { getLocale, getTranslations } from "next-intl/server";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { cardName } from "#domain/person-card.ts";
import { cardNumber } from "#ui/card-number.ts";
import type { EditorCrumb } from "#ui/editor/editor-page.tsx";

/** The way to a page about somebody, down to their own page. */
export async function personCrumbs(person: {
  id: string;
  number: number | null;
  names: NamesByLanguage;
}): Promise<EditorCrumb[]> {
  const t = await getTranslations();
  const name = cardName(person, await getLocale())?.text ?? t("withholding.nameless");
  const label =
    person.number === null ? name : t("withholding.numbered", { number: cardNumber(person.number), name });
  return [
    { address: "/editor/people", label: t("editor.people") },
    { address: `/editor/people/${person.id}`, label },
  ];
}
