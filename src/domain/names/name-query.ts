import { mendedGroups } from "#domain/names/broken-groups.ts";
import {
  type GivenNameHit,
  givenNamesNear,
  givenNamesOf,
  isAsItStands,
} from "#domain/names/given-name-index.ts";
import { mostWords, type Word, wordsOf } from "#domain/names/letters.ts";
import { endsAsPatronymic } from "#domain/names/patronymic.ts";
import {
  beginningKeys,
  exactKeys,
  familyKeys,
  familyOutlineKeys,
  farKeys,
  givenNameKey,
  nearKeys,
  patronymicKeys,
} from "#domain/names/recall-keys.ts";
import { longestWord, soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";

/** A word that somebody asks for. */
export type QueryWord = Word & {
  sounded: Sounded;
  /** One letter, or what romanisations and Belarusian write for one (Yu., Дз.), for a given name or a patronymic. */
  initial: boolean;
  patronymic: boolean;
  /** The given names that it may be, those with a slip in it included. */
  given: readonly GivenNameHit[];
  /** What it may be with a slip in letters that are read as one sound; only where nothing else was found. */
  mended: readonly MendedWord[];
};

type MendedWord = { sounded: Sounded; cost: number; slip: boolean };

/** What somebody asks for, word by word, as it was typed. */
export type NameQuery = { text: string; words: readonly QueryWord[] };

/** The names to be looked through: those with a key of each list in `every`, at most `most` of them. */
export type RecallPlan = { every: readonly (readonly string[])[]; most: number };

/** Reads a query. It has no words where nothing in it is a letter. */
export function readNameQuery(text: string): NameQuery {
  const words = wordsOf(text).slice(0, mostWords);
  return {
    text,
    words: words.flatMap((word) => {
      const sounds = soundsOf(word);
      if (sounds === "") return [];
      const it = sounded(sounds);
      const isInitial = sounds.length === 1 && words.length > 1;
      return [
        {
          ...word,
          sounded: it,
          initial: isInitial,
          patronymic: endsAsPatronymic(sounds),
          given: isInitial ? [] : givenNamesNear(it),
          mended: [],
        },
      ];
    }),
  };
}

/** The query with what its words may be where a slip has broken a group of letters. */
export function withMendedGroups({ text, words }: NameQuery): NameQuery {
  return {
    text,
    words: words.map((word) => {
      if (word.initial) return word;
      const mended = mendedGroups({ ...word, letters: word.letters.slice(0, longestWord) }).map(
        ({ letters, ...it }) => ({
          ...it,
          sounded: sounded(soundsOf({ ...word, letters })),
        }),
      );
      return { ...word, mended, given: isClear(word) ? word.given : mendedGiven(word, mended) };
    }),
  };
}

/** Letter for letter a given name, or nearly: «Niolai» is more likely Николай than Нэлі, of which it is a spelling. */
export function isClear({ given }: QueryWord): boolean {
  return given.some(({ distance }) => distance <= 0.1);
}

function mendedGiven({ given }: QueryWord, mended: readonly MendedWord[]): readonly GivenNameHit[] {
  const others = mended.flatMap(({ sounded: it, cost, slip }) =>
    (slip ? givenNamesOf(it) : givenNamesNear(it)).map((hit) => ({ ...hit, distance: hit.distance + cost })),
  );
  return [...given, ...others.filter(({ name }) => given.every((hit) => hit.name !== name))];
}

/** The most names that are looked through with all words of a query. */
const mostRecalled = 600;
const mostFar = 300;

/**
 * The most keys of one plan. Names have up to 200; PostgreSQL compares each with each, so that the thousands which two
 * hundred letters of nothing can have would keep it busy for a quarter of a minute.
 */
const mostKeys = 400;

function planOf(every: readonly (readonly string[])[], most: number): RecallPlan {
  // Short lists leave to the long ones what they don't take.
  const sizes = new Map<readonly string[], number>();
  let room = mostKeys;
  for (const [at, keys] of every.toSorted((a, b) => a.length - b.length).entries()) {
    const size = Math.min(keys.length, Math.floor(room / (every.length - at)));
    sizes.set(keys, size);
    room -= size;
  }
  return { every: every.map((keys) => keys.slice(0, sizes.get(keys))), most };
}

/** Where to look for all words of a query as they stand. */
export function exactPlan(query: NameQuery): RecallPlan {
  return planOf(neededWords(query).map(exactKeysOf), mostRecalled);
}

/**
 * Where to look when very many names have the words of a query: for the family names that have their vowels too (Ванееў
 * among the Івановы, Раман among those whose given name it is), and for those that are a letter (Андрэй К.).
 */
export function narrowPlans(query: NameQuery): RecallPlan[] {
  const needed = neededWords(query);
  const letters = query.words.filter((word) => word.initial && !needed.includes(word));
  return [...familyWords(query), ...letters].map((word) => {
    const others = needed.filter((other) => other !== word);
    const begun = isGivenName(word) || word.initial ? [] : beginningKeys(word.sounded);
    return planOf([[...familyOutlineKeys(word.sounded), ...begun], ...others.map(exactKeysOf)], mostRecalled);
  });
}

/** Where to look for all words of a query, each a slip apart or less, or begun. */
export function nearPlan(query: NameQuery): RecallPlan {
  return planOf(neededWords(query).map(nearKeysOf), mostRecalled);
}

/** More words than these have no slips looked for in each: a name has fewer, and each costs a look into the index. */
const longestName = 5;

/** Where to look with one word up to two slips apart, or mended, and the others as they stand. */
export function farPlans(query: NameQuery): RecallPlan[] {
  const needed = neededWords(query);
  if (needed.length > longestName) return [];
  return familyWords(query).map((word) => {
    const others = needed.filter((other) => other !== word);
    const given = isGivenName(word) ? [] : word.given.map(({ name }) => givenNameKey(name));
    const mended = word.mended.flatMap((it) => (it.slip ? exactKeys : nearKeys)(it.sounded));
    const keys = [...new Set([...given, ...farKeys(word.sounded), ...mended])];
    return planOf([keys, ...others.map(exactKeysOf)], mostFar);
  });
}

/** A slip leaves less than that of a short word to be found by. */
const shortWord = 4;
const beginsAlike = 2;

/** Where to look with one short word by its beginning, and the others as they stand. */
export function shortPlans(query: NameQuery): RecallPlan[] {
  const needed = neededWords(query);
  if (needed.length < 2 || needed.length > longestName) return [];
  return needed
    .filter((word) => word.sounded.sounds.length <= shortWord && !isGivenName(word))
    .map((word) => {
      const others = needed.filter((other) => other !== word);
      return planOf([beginningKeys(word.sounded, beginsAlike), ...others.map(exactKeysOf)], mostFar);
    });
}

/** Where to look for a family name alone: for what is nearest when all words together find nothing. */
export function familyPlans(query: NameQuery): RecallPlan[] {
  const count = neededWords(query).length;
  if (count < 2 || count > longestName) return [];
  return familyWords(query).map((word) => planOf([familyKeys(word.sounded)], mostFar));
}

/** The words that may be the family name: a given name as it stands is one only where nothing else is. */
function familyWords(query: NameQuery): readonly QueryWord[] {
  const needed = neededWords(query);
  const others = needed.filter((word) => !isGivenName(word));
  return others.length > 0 ? others : needed;
}

/** Patronymics and initials are left to the ranking where there are other words: not every source has them. */
function neededWords({ words }: NameQuery): readonly QueryWord[] {
  const full = words.filter((word) => !word.initial);
  const others = full.filter((word) => !word.patronymic);
  return others.length >= 2 ? others : full.length > 0 ? full : words;
}

/** Whether a word is a given name as it stands, no slip in it. */
export function isGivenName({ given }: QueryWord): boolean {
  return given.some(isAsItStands);
}

function exactKeysOf(word: QueryWord): string[] {
  const given = isGivenName(word) ? word.given.map(({ name }) => givenNameKey(name)) : [];
  return [...exactKeys(word.sounded), ...given];
}

function nearKeysOf(word: QueryWord): string[] {
  const { sounded: it } = word;
  const given = word.given.map(({ name }) => givenNameKey(name));
  const patronymic = word.patronymic ? patronymicKeys(it) : [];
  // A given name as it stands needs no slips looked for: very many people have it. But it may be begun only: Кале.
  if (isGivenName(word))
    return [...familyKeys(it), ...exactKeys(it), ...beginningKeys(it), ...given, ...patronymic];
  return [...nearKeys(it), ...beginningKeys(it), ...given, ...patronymic];
}
