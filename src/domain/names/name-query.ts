import { type GivenNameHit, givenNamesNear, givenNamesOf } from "#domain/names/given-name-index.ts";
import { type Word, wordsOf } from "#domain/names/letters.ts";
import { endsAsPatronymic } from "#domain/names/patronymic.ts";
import {
  beginningKeys,
  exactKeys,
  givenNameKey,
  nearKeys,
  patronymicKeys,
} from "#domain/names/recall-keys.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";

/** A word that somebody asks for. */
export type QueryWord = Word & {
  sounded: Sounded;
  /** One letter, for a given name or a patronymic. */
  initial: boolean;
  patronymic: boolean;
  /** The given names that it is a spelling of. */
  given: readonly GivenNameHit[];
};

/** What somebody asks for, word by word, as it was typed. */
export type NameQuery = { text: string; words: readonly QueryWord[] };

/** The names to be looked through: `exact` come first, and every name has a `near` key of every word. */
export type RecallPlan = { words: readonly { exact: readonly string[]; near: readonly string[] }[] };

/** More words than a name has say nothing more of it. */
const mostWords = 8;
/** Longer than any name; the rest of such a word is left aside. */
const longestWord = 40;

/** Reads a query. It has no words where nothing in it is a letter. */
export function readNameQuery(text: string): NameQuery {
  const words = wordsOf(text).slice(0, mostWords);
  return {
    text,
    words: words.flatMap((word) => {
      const sounds = soundsOf({ ...word, letters: word.letters.slice(0, longestWord) });
      if (sounds === "") return [];
      const it = sounded(sounds);
      const isInitial = [...word.letters].length === 1 && words.length > 1;
      return [
        {
          ...word,
          sounded: it,
          initial: isInitial,
          patronymic: endsAsPatronymic(sounds),
          given: isInitial ? [] : givenNamesOf(it),
        },
      ];
    }),
  };
}

/** Where to look for all words of a query; patronymics and initials are left to the ranking, where other words are. */
export function recallPlan({ words }: NameQuery): RecallPlan {
  const full = words.filter((word) => !word.initial);
  const others = full.filter((word) => !word.patronymic);
  const needed = others.length >= 2 ? others : full;
  return { words: (needed.length > 0 ? needed : words).map(wordPlan) };
}

/** Where to look for one word of a query each: for what is nearest where all words together find nothing. */
export function widerPlans({ words }: NameQuery): RecallPlan[] {
  const full = words.filter((word) => !word.initial);
  return full.length < 2 ? [] : full.map((word) => ({ words: [wordPlan(word)] }));
}

function wordPlan(word: QueryWord): { exact: string[]; near: string[] } {
  const it = word.sounded;
  const given = [...word.given, ...givenNamesNear(it)].map((hit) => givenNameKey(hit.name));
  const exact = [...exactKeys(it), ...word.given.map((hit) => givenNameKey(hit.name))];
  const near = [...exact, ...nearKeys(it), ...beginningKeys(it), ...given];
  return {
    exact: [...new Set(exact)],
    near: [...new Set(word.patronymic ? [...near, ...patronymicKeys(it)] : near)],
  };
}
