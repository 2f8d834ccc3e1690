import type { PeopleFilters } from "#domain/filters.ts";
import { fullName } from "#domain/person-card.ts";
import { drawing } from "../../support/drawing.ts";
import {
  type InventedPerson,
  inventPopulation,
  populationSpellings,
} from "../../support/invented-population.ts";
import { type Form, inForm } from "../names/forms.ts";
import type { Column, Spelling } from "../names/people.ts";
import { withTypo } from "../names/typo.ts";

/** The kinds of questions, each about as often as the others. */
export const kinds = [
  "whole name",
  "without patronymic",
  "family name",
  "given name",
  "initial",
  "reversed",
  "typo",
  "wrong layout",
  "beginning",
  "one letter",
  "nobody's name",
  "with a filter",
] as const;
export type Kind = (typeof kinds)[number];

export type Asked = { kind: Kind; q: string; filters: PeopleFilters };

const columnOf = {
  be: "be",
  ru: "ru",
  official: "lat_be",
  press: "lat_press",
  lacinka: "lat_be",
} as const satisfies Record<(typeof populationSpellings)[number], Column>;

/** So many questions of each kind about these people, in any of their spellings; the same ones every time. */
export function questions(people: readonly InventedPerson[], ofEach: number): Asked[] {
  const { of, between } = drawing(3);
  const strangers = inventPopulation(ofEach, 4);

  const ask = (kind: Kind, index: number): Omit<Asked, "kind"> => {
    const spelling = of(populationSpellings);
    const { sex, names } = kind === "nobody's name" ? of(strangers) : of(people);
    const parts = names[spelling];
    const written: Spelling = { text: fullName(parts), parts };
    const form = (it: Form) => inForm(written, it) ?? written.text;
    const plain = (q: string) => ({ q, filters: {} });
    switch (kind) {
      case "whole name":
        return plain(form("whole"));
      case "without patronymic":
      case "nobody's name":
        return plain(form("without-patronymic"));
      case "family name":
        return plain(form("surname"));
      case "given name":
        return plain(parts.given);
      case "initial":
        return plain(form("initial"));
      case "reversed":
        return plain(form("reversed"));
      case "typo":
        return plain(withTypo(form("typo"), columnOf[spelling], `${index}`));
      case "wrong layout":
        return plain(typedAtLatinLayout(form("without-patronymic")));
      case "beginning":
        return plain(parts.family.slice(0, between(2, 5)));
      case "one letter":
        return plain(parts.family.slice(0, 1));
      case "with a filter":
        return {
          q: of([form("without-patronymic"), parts.family, parts.given]),
          filters: of<PeopleFilters>([
            { sex },
            { custody: "penal-colony" },
            { article: "342" },
            { place: "ik-1" },
          ]),
        };
    }
  };
  return kinds.flatMap((kind) =>
    Array.from({ length: ofEach }, (_, index) => ({ kind, ...ask(kind, index) })),
  );
}

const belarusianKeys = "йцукенгшўзхфывапролджэячсмітьбю'";
const russianKeys = "йцукенгшщзхфывапролджэячсмитьбюъ";
const latinKeys = "qwertyuiop[asdfghjkl;'zxcvbnm,.]";

/** What comes of Cyrillic letters when the keyboard stands at the Latin layout; of Latin ones at the Russian layout. */
function typedAtLatinLayout(text: string): string {
  const typed = (letter: string): string => {
    const cyrillic = Math.max(belarusianKeys.indexOf(letter), russianKeys.indexOf(letter));
    return latinKeys[cyrillic] ?? russianKeys[latinKeys.indexOf(letter)] ?? letter;
  };
  return [...text.toLowerCase()].map(typed).join("");
}
