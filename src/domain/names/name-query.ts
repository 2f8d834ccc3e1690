import { type GivenNameHit, givenNamesNear } from "#domain/names/given-name-index.ts";
import { type Word, wordsOf } from "#domain/names/letters.ts";
import { endsAsPatronymic } from "#domain/names/patronymic.ts";
import {
  beginningKeys,
  exactKeys,
  farKeys,
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
  /** The given names that it may be, those with a slip in it included. */
  given: readonly GivenNameHit[];
};

/** What somebody asks for, word by word, as it was typed. */
export type NameQuery = { text: string; words: readonly QueryWord[] };

/** The names to be looked through: those with a key of each list in `every`, most lists of `first` at first. */
export type RecallPlan = { every: readonly (readonly string[])[]; first: readonly (readonly string[])[] };

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
          given: isInitial ? [] : givenNamesNear(it),
        },
      ];
    }),
  };
}

/** Where to look for all words of a query; patronymics and initials are left to the ranking, where other words are. */
export function recallPlan({ words }: NameQuery): RecallPlan {
  const full = words.filter((word) => !word.initial);
  const others = full.filter((word) => !word.patronymic);
  const needed = others.length >= 2 ? others : full.length > 0 ? full : words;
  return { every: needed.map(nearKeysOf), first: needed.map(exactKeysOf) };
}

/**
 * Where to look for one word of a query each, as a family name with up to two slips in it, where all words together
 * find nothing that answers well. Those who also have the other words come first.
 */
export function widerPlans({ words }: NameQuery): RecallPlan[] {
  const full = words.filter((word) => !word.initial);
  const first = full.map(exactKeysOf);
  return full.map((word) => ({ every: [farKeys(word.sounded)], first }));
}

/** Whether a word is a given name as it stands, no slip in it. */
export function isGivenName({ given }: QueryWord): boolean {
  return given.some(({ distance }) => distance <= 0.3);
}

function exactKeysOf(word: QueryWord): string[] {
  const given = isGivenName(word) ? word.given.map(({ name }) => givenNameKey(name)) : [];
  return [...exactKeys(word.sounded), ...given];
}

function nearKeysOf(word: QueryWord): string[] {
  const { sounded: it } = word;
  return [
    ...nearKeys(it),
    ...beginningKeys(it),
    ...word.given.map(({ name }) => givenNameKey(name)),
    ...(word.patronymic ? patronymicKeys(it) : []),
  ];
}
