import { givenNamesOf } from "#domain/names/given-name-index.ts";
import { wordsOf } from "#domain/names/letters.ts";
import type { Strength } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { exactKeys, givenNameKey, recallKeys } from "#domain/names/recall-keys.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sameWord, sounded, wordDistance } from "#domain/names/word-distance.ts";

/** A spelling of somebody's name; `days` are those of their birth or death, however written. */
export type PersonsName = NameParts & { person: string; days?: readonly string[] };

type Family = { whole: Sounded; exact: readonly string[]; slips: readonly string[] };
type Entry = { person: string; family: Family };

/** Two who may bear one name; `most` is how sure that can be at best. Whose id comes first is `one`. */
export type NamePair = { one: string; other: string; most: Strength };

/** A letter that differs, or two that changed places: more is another family name. */
const oneSlip = 1.2;

/**
 * The pairs of people who may bear one name: one given name in any of its forms, or its initial, and family names at
 * most a slip apart; where they share a day, one given name or one family name is enough. Each pair comes once. They come
 * in portions, some of them empty, so that others can be let work between; only within a portion is everybody held against
 * everybody. Whoever has no family name is left out.
 */
export function* namePairs(names: Iterable<PersonsName>): Generator<NamePair[]> {
  const { byGiven, byFamily, byDay } = yield* sorted(names);
  const isNew = firstTime();
  for (const [most, limit, keys] of rounds) {
    for (const entries of byGiven.values()) {
      const buckets = new Map<string, Entry[]>();
      for (const entry of entries) for (const key of entry.family[keys]) add(buckets, key, entry);
      for (const bucket of buckets.values()) yield pairsIn(bucket, bucket, { most, limit, isNew });
    }
  }
  for (const { shortened, all } of byFamily.values()) {
    yield pairsIn(shortened, all, { most: "likely", limit: oneSlip, isNew });
  }
  for (const bucket of byDay.values()) {
    yield pairsIn(bucket, bucket, { most: "near", limit: Number.POSITIVE_INFINITY, isNew });
  }
}

/** Those who may surely bear one name first: whoever meets somebody by two spellings meets them by the better one. */
const rounds = [
  ["sure", sameWord, "exact"],
  ["likely", oneSlip, "slips"],
] as const;

type Round = { most: Strength; limit: number; isNew: (pair: string) => boolean };

function pairsIn(
  some: readonly Entry[],
  others: readonly Entry[],
  { most, limit, isNew }: Round,
): NamePair[] {
  const pairs: NamePair[] = [];
  for (const a of some) {
    for (const b of others) {
      const isTurn = some === others ? a.person < b.person : a.person !== b.person;
      if (!isTurn || wordDistance(a.family.whole, b.family.whole, limit) > limit) continue;
      const [one, other] = a.person < b.person ? [a.person, b.person] : [b.person, a.person];
      if (isNew(`${one} ${other}`)) pairs.push({ one, other, most });
    }
  }
  return pairs;
}

type Sorted = {
  byGiven: Map<string, Entry[]>;
  byFamily: Map<string, { shortened: Entry[]; all: Entry[] }>;
  byDay: Map<string, Entry[]>;
};

/** Everybody by their given names; by family name those with whom an initial stands for the given one, if anything does. */
function* sorted(names: Iterable<PersonsName>): Generator<NamePair[], Sorted> {
  const { byGiven, byFamily, byDay }: Sorted = { byGiven: new Map(), byFamily: new Map(), byDay: new Map() };
  const isNew = firstTime();
  const familyOf = remembered(readFamily);
  const givenOf = remembered(readGiven);
  for (const { person, given = "", family: familyName = "", days = [] } of names) {
    const family = familyOf(familyName);
    if (family.exact.length === 0) continue;
    yield [];
    const { isShortened, keys } = givenOf(given);
    const entry = { person, family };
    for (const key of keys) if (isNew(`${person} ${key} ${family.whole.sounds}`)) add(byGiven, key, entry);
    for (const key of family.exact) {
      if (!isNew(`${person} ${isShortened} ${key} ${family.whole.sounds}`)) continue;
      const same = byFamily.get(key) ?? { shortened: [], all: [] };
      byFamily.set(key, same);
      same.all.push(entry);
      if (isShortened) same.shortened.push(entry);
    }
    for (const key of days.flatMap((day) => [...keys, ...family.exact].map((it) => `${day} ${it}`))) {
      if (isNew(`${person} ${key}`)) add(byDay, key, entry);
    }
  }
  return { byGiven, byFamily, byDay };
}

function readGiven(text: string): { isShortened: boolean; keys: string[] } {
  const words = soundsIn(text).filter(({ sounds }) => sounds.length > 1);
  const keys = words.flatMap((word) => {
    const known = givenNamesOf(word).map(({ name }) => givenNameKey(name));
    return known.length > 0 ? known : exactKeys(word);
  });
  return { isShortened: words.length === 0, keys: [...new Set(keys)] };
}

/** Two names that are a slip apart have a key in common: that of one or of both less a letter, whatever its sign. */
function readFamily(text: string): Family {
  const words = soundsIn(text);
  const keys = recallKeys({ family: text }).filter((key) => !key.startsWith("^"));
  return {
    whole: sounded(words.map(({ sounds }) => sounds).join("")),
    exact: words.flatMap(exactKeys),
    slips: [...new Set(keys.map((key) => key.replace(/^(o?)[=-]/, "$1 ")))],
  };
}

function soundsIn(text: string): Sounded[] {
  return wordsOf(text).map((word) => sounded(soundsOf(word)));
}

function add<T>(map: Map<string, T[]>, key: string, value: T): void {
  const same = map.get(key);
  if (same === undefined) map.set(key, [value]);
  else same.push(value);
}

function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const value = known.get(text) ?? read(text);
    known.set(text, value);
    return value;
  };
}

function firstTime(): (text: string) => boolean {
  const known = new Set<string>();
  return (text) => known.size !== known.add(text).size;
}
