import { known } from "#domain/case-file/fact.ts";
import {
  type Punishment,
  type SentenceType,
  sentenceTypes,
  type Term,
} from "#domain/case-file/prosecutions.ts";
import type { PublicForm } from "#domain/disclosure.ts";

// For putting terms in order only, never shown: the average lengths of the Gregorian calendar.
const daysInYear = 365.2425;
const daysInMonth = daysInYear / 12;

/** Compares two terms by their length, the shorter first; 12 months and one year are alike. Nothing is converted. */
export function compareTerms(a: Term, b: Term): number {
  return roughDays(a) - roughDays(b);
}

function roughDays({ years = 0, months = 0, days = 0 }: Term): number {
  // Rounded, since a sum of fractions would tell 12 months from a year.
  return Math.round((years * daysInYear + months * daysInMonth + days) * 100);
}

/** Compares two punishments for a list of them: by type in the order of `sentenceTypes`, the longer term first. */
export function comparePunishments(a: Punishment, b: Punishment): number {
  const byType = sentenceTypes.indexOf(a.type) - sentenceTypes.indexOf(b.type);
  if (byType !== 0) return byType;
  if (a.term === undefined || b.term === undefined) {
    return Number(a.term === undefined) - Number(b.term === undefined);
  }
  return compareTerms(b.term, a.term);
}

/** A term, and the punishment and the prosecution that it stands in. */
export type GivenTerm = {
  term: Term;
  type: SentenceType;
  punishment: string;
  prosecution: string;
  inAbsentia: boolean;
};

/** The longest term that a court gave the person, suspended ones aside; null when none is known. */
export function longestTerm(form: Pick<PublicForm, "prosecutions">): GivenTerm | null {
  let longest: GivenTerm | null = null;
  for (const { id: prosecution, inAbsentia, sentence } of form.prosecutions) {
    for (const { id: punishment, type, term } of sentence) {
      if (term === undefined || type === "suspended") continue;
      if (longest !== null && compareTerms(term, longest.term) <= 0) continue;
      longest = { term, type, punishment, prosecution, inAbsentia: known(inAbsentia) === "yes" };
    }
  }
  return longest;
}
