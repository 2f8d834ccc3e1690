import { type Language, languages } from "#domain/languages.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded, wordDistance } from "#domain/names/word-distance.ts";
import { type Word, wordsIn } from "#domain/words/words-in.ts";

/** The stem of a word in a language; undefined for a word that says nothing by itself. */
export type StemOf = (word: string, language: Language) => string | undefined;

/** A word of a text in one language, with all that others are compared with. */
export type ComparedWord = Word & { stem: string | undefined; sound: Sounded | undefined };

/** A word that somebody typed, in whatever language. */
export type TypedWord = {
  word: string;
  stems: Record<Language, string | undefined>;
  sound: Sounded | undefined;
};

export function comparedWords(text: string, language: Language, stemOf: StemOf): ComparedWord[] {
  return wordsIn(text).map((word) => ({
    ...word,
    stem: stemOf(word.word, language),
    sound: soundOf(word.word),
  }));
}

/** The words of a query ("ІК2" is two of them) but those that say nothing by themselves in one of the languages. */
export function typedWords(q: string, stemOf: StemOf): TypedWord[] {
  return wordsIn(q)
    .flatMap(({ word }) => splitWord(word))
    .map((word) => ({
      word,
      stems: { be: stemOf(word, "be"), ru: stemOf(word, "ru"), en: stemOf(word, "en") },
      sound: soundOf(word),
    }))
    .filter(({ stems }) => languages.every((language) => stems[language] !== undefined));
}

/** A word's letters and its digits. */
export function splitWord(word: string): string[] {
  return word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
}

/** What two words cost that are the same, forms of one word, two spellings of a place, or one the other's beginning. */
const costs = { same: 0, form: 0.1, spelling: 0.2, beginning: 0.5 } as const;

/** Two spellings of one place stay within this; those of two places, and other words, don't. */
const sameSpelling = 0.4;
const shortestBeginning = 2;

/** How well a word that was typed answers one of a text in `language`, 0 at best; undefined where it doesn't. */
export function wordCost(typed: TypedWord, word: ComparedWord, language: Language): number | undefined {
  if (typed.word === word.word) return costs.same;
  // A number is only itself.
  if (/^\p{N}/u.test(typed.word)) return undefined;
  const stem = typed.stems[language];
  if (stem !== undefined && stem === word.stem) return costs.form;
  if (isSameSpelling(typed.sound, word.sound)) return costs.spelling;
  const isBeginning = typed.word.length >= shortestBeginning && word.word.startsWith(typed.word);
  return isBeginning ? costs.beginning : undefined;
}

function isSameSpelling(a: Sounded | undefined, b: Sounded | undefined): boolean {
  if (a === undefined || b === undefined || Math.abs(a.sounds.length - b.sounds.length) > 2) return false;
  return wordDistance(a, b, sameSpelling) <= sameSpelling;
}

/** Undefined for a word that is too short to sound like one alone. */
function soundOf(text: string): Sounded | undefined {
  const [word] = text.length < 4 ? [] : wordsOf(text);
  return word && sounded(soundsOf(word));
}
