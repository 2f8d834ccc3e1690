import { type GivenName, givenNames } from "#domain/names/given-names.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { readingsOf, skeletonOf, withOneLess } from "#domain/names/skeleton.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded, wordDistance } from "#domain/names/word-distance.ts";

/** A given name that a word may be; `distance` is from the nearest of its forms, `short` that this is an everyday one. */
export type GivenNameHit = { name: GivenName; distance: number; short: boolean };

type Form = { name: GivenName; short: boolean; sounded: Sounded };

const forms: readonly Form[] = givenNames.flatMap((name) => {
  const of = (texts: readonly string[], short: boolean) =>
    texts.flatMap((text) => wordsOf(text).map((word) => ({ name, short, sounded: sounded(soundsOf(word)) })));
  return [...of([...name.be, ...name.ru, ...(name.latin ?? [])], false), ...of(name.short ?? [], true)];
});

const byKey = new Map<string, Form[]>();
for (const form of forms) {
  for (const skeleton of new Set(readingsOf(form.sounded.sounds).map(skeletonOf))) {
    for (const key of [skeleton, ...withOneLess(skeleton).map((less) => `-${less}`)]) {
      const same = byKey.get(key);
      if (same === undefined) byKey.set(key, [form]);
      else same.push(form);
    }
  }
}

/** Spellings of one form in any of the romanisations stay within this; another name is further, or its vowels tell. */
const sameForm = 0.7;
/** A word that is no further from a form is that form as it stands. */
const asItStands = 0.3;
/** Two forms that a word is equally near to. */
const tie = 0.12;
const oneSlip = 1.8;
/** With a slip in it a word can be near to several names, and the nearest need not be the one that was meant. */
const tieOfSlips = 0.5;

/** The given names that a word is a spelling of: mostly one; none for a word that is no given name. */
export function givenNamesOf(word: Sounded): GivenNameHit[] {
  return nearest(word, readingsOf(word.sounds).map(skeletonOf), sameForm, tie);
}

/** The given names that a word may be, one slip allowed: those that it is a spelling of are the nearest. */
export function givenNamesNear(word: Sounded): GivenNameHit[] {
  const keys = readingsOf(word.sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const less = withOneLess(skeleton);
    return [skeleton, `-${skeleton}`, ...less, ...less.map((key) => `-${key}`)];
  });
  return nearest(word, keys, Math.min(oneSlip, 0.35 * word.sounds.length), tieOfSlips);
}

/** Whether a word is this given name as it stands, no slip in it. */
export function isAsItStands({ distance }: GivenNameHit): boolean {
  return distance <= asItStands;
}

function nearest(word: Sounded, keys: readonly string[], limit: number, apart: number): GivenNameHit[] {
  const best = new Map<GivenName, GivenNameHit>();
  for (const form of new Set(keys.flatMap((key) => byKey.get(key) ?? []))) {
    const distance = wordDistance(word, form.sounded, limit);
    const known = best.get(form.name);
    if (distance > limit || (known !== undefined && known.distance <= distance)) continue;
    best.set(form.name, { name: form.name, distance, short: form.short });
  }
  const hits = [...best.values()];
  const least = Math.min(...hits.map((hit) => hit.distance));
  // What is a name letter for letter is no other one, however near (Анна is not Яна), and what is one in another
  // spelling only those that may be spelled so: Alena is not Аліна.
  const further = least === 0 ? 0 : least <= asItStands ? tie : apart;
  return hits.filter((hit) => hit.distance <= least + further);
}

const initials = new Map<GivenName, Set<string>>(givenNames.map((name) => [name, new Set()]));
for (const { name, short, sounded } of forms) if (!short) initials.get(name)?.add(sounded.sounds.charAt(0));

/** The signs that the full forms of a name begin with: Уладзімір may be "В." in Russian papers. */
export function initialsOf(name: GivenName): ReadonlySet<string> {
  return initials.get(name) ?? new Set();
}
