import { z } from "zod";
import { deathSettings } from "#domain/case-file/death.ts";
import { known } from "#domain/case-file/fact.ts";
import type { Name } from "#domain/case-file/names.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { sentenceTypes, Term } from "#domain/case-file/prosecutions.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import type { Language } from "#domain/languages.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { deriveStatus, Status } from "#domain/status.ts";

/** What every list shows of a person, in all three languages. */
export const PersonCard = z.strictObject({
  number: z.int().positive(),
  names: z.strictObject({ be: z.string().optional(), ru: z.string().optional(), en: z.string().optional() }),
  protectedIdentity: z.boolean(),
  sex: z.enum(sexes).optional(),
  status: Status,
  categories: z.array(z.enum(categories)),
  occupation: LocalizedText.optional(),
  articles: z.array(z.string()),
  punishments: z.array(
    z.strictObject({ type: z.enum(sentenceTypes), term: Term.optional(), inAbsentia: z.boolean() }),
  ),
  death: z
    .strictObject({ setting: z.enum(deathSettings).optional(), date: PartialDate.optional() })
    .optional(),
});
export type PersonCard = z.infer<typeof PersonCard>;

/** A name as one reads it: given name, patronymic, family name. */
export function fullName(name: NameParts): string {
  return [name.given, name.patronymic, name.family].filter((part) => part !== undefined).join(" ");
}

/** The name that heads a page in a language: the preferred one, else the first in that language. */
export function headingName(names: readonly Name[], language: Language): Name | undefined {
  const inLanguage = names.filter((name) => name.language === language);
  return inLanguage.find((name) => name.preferred) ?? inLanguage[0];
}

/** The name to show a reader, with the language that it is in; undefined when every name is withheld. */
export function cardName(
  card: Pick<PersonCard, "names">,
  language: Language,
): { text: string; lang: Language } | undefined {
  const order: Language[] = [language, "be", "en", "ru"];
  for (const lang of order) {
    const text = card.names[lang];
    if (text !== undefined) return { text, lang };
  }
  return undefined;
}

/** The card of a public form. */
export function cardOf(number: number, form: PublicForm): PersonCard {
  const name = (language: Language) => {
    const heading = headingName(form.names, language);
    return heading && fullName(heading);
  };
  const setting = known(form.death?.setting);
  const date = known(form.death?.date);
  return PersonCard.parse({
    number,
    names: { be: name("be"), ru: name("ru"), en: name("en") },
    protectedIdentity: known(form.protectedIdentity) === "yes",
    sex: known(form.sex),
    status: deriveStatus(form),
    categories: [...new Set(form.categories.map((it) => it.category))],
    occupation: form.occupations[0]?.title,
    articles: [...new Set(form.prosecutions.flatMap((it) => it.articles.map((article) => article.code)))],
    punishments: form.prosecutions.flatMap((prosecution) =>
      prosecution.sentence.map(({ type, term }) => ({
        type,
        term,
        inAbsentia: known(prosecution.inAbsentia) === "yes",
      })),
    ),
    death: form.death && { setting, date },
  });
}
