import type { Language } from "#domain/languages.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded, wordDistance } from "#domain/names/word-distance.ts";

/** The stem of a word in a language; undefined for a word that says nothing by itself. */
export type StemOf = (word: string, language: Language) => string | undefined;

/** What two words cost that are the same, forms of one word, two spellings of a place, or one the other's beginning. */
const costs = { same: 0, form: 0.1, spelling: 0.2, beginning: 0.5 } as const;

/** Two spellings of one place stay within this, of two places or of two words they don't. */
const sameSpelling = 0.4;
const shortestBeginning = 2;
/** A word of fewer letters may sound like anything. */
const shortestSpelling = 4;

/** How well a word that was typed answers one of a text in `language`, 0 at best; undefined where it doesn't. */
export function wordCost(
  typed: string,
  word: string,
  { language, stemOf, bySound }: { language: Language; stemOf: StemOf; bySound: boolean },
): number | undefined {
  if (typed === word) return costs.same;
  const stem = stemOf(typed, language);
  if (stem !== undefined && stem === stemOf(word, language)) return costs.form;
  if (bySound && isSpelling(typed, word)) return costs.spelling;
  return typed.length >= shortestBeginning && word.startsWith(typed) ? costs.beginning : undefined;
}

function isSpelling(a: string, b: string): boolean {
  if (a.length < shortestSpelling || b.length < shortestSpelling) return false;
  const [left, right] = [soundOf(a), soundOf(b)];
  return left !== undefined && right !== undefined && wordDistance(left, right, sameSpelling) <= sameSpelling;
}

function soundOf(text: string): Sounded | undefined {
  const [word] = wordsOf(text);
  return word && sounded(soundsOf(word));
}
