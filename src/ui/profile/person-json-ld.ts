import { type Fact, known } from "#domain/case-file/fact.ts";
import type { PartialDate } from "#domain/dates/partial-date.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import type { Language } from "#domain/languages.ts";
import { textIn } from "#domain/localized-text.ts";
import { cardName, fullName, type PersonCard } from "#domain/person-card.ts";
import { dateTimeValue } from "#i18n/dates.ts";

/**
 * schema.org's `Person` for search engines. Health is left out, and the summary, which may tell of it; of a
 * protected person it has the name in use and nothing else.
 */
export function personJsonLd(card: PersonCard, form: PublicForm, language: Language, url: string) {
  const name = cardName(card, language)?.text;
  const person = { "@type": "Person", name, url };
  if (card.protectedIdentity) return person;
  const otherNames = [...new Set(form.names.map(fullName))].filter((it) => it !== name);
  return {
    ...person,
    identifier: String(card.number),
    alternateName: some(otherNames),
    jobTitle: some(form.occupations.map((it) => textIn(it.title, language).text)),
    nationality: some(form.citizenships.map((it) => ({ "@type": "Country", name: it.country }))),
    birthDate: exactDate(form.birth.date),
    deathDate: exactDate(form.death?.date),
  };
}

function some<T>(values: T[]): T[] | undefined {
  return values.length === 0 ? undefined : values;
}

function exactDate(fact: Fact<PartialDate> | undefined): string | undefined {
  const date = fact?.disputed === undefined ? known(fact) : undefined;
  return (date && dateTimeValue(date.edtf)) ?? undefined;
}
