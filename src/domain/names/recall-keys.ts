import { givenNamesOf } from "#domain/names/given-name-index.ts";
import type { GivenName } from "#domain/names/given-names.ts";
import { wordsOf } from "#domain/names/letters.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { outlineOf, readingsOf, skeletonOf, withOneLess } from "#domain/names/skeleton.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";

// The keys under which PostgreSQL finds a name, whatever the number of names: one look into an index for each.
//   =klsnkv  the consonants of a word                 -klsnv  they, with one left out
//   o=vAlk   consonants and vowels of a short word     o-vlk   they, with one left out
//   n=…      a given name, whatever its form           p=vnvč  the consonants of a patronymic
//   ^kAlA    the beginning of a word

/** Raised whenever the keys of a name change: a start with another number makes all keys afresh. */
export const keyScheme = 1;

/** Below this many consonants too many words share them: the vowels are asked for too. */
const fewConsonants = 2;
const longestBeginning = 4;

/** The keys of a name, each once. Family and given names stand under the same ones, since people mix them up. */
export function recallKeys(name: NameParts): string[] {
  const keys = new Set<string>();
  for (const part of [name.given, name.family]) {
    for (const word of soundedWords(part)) {
      for (const key of wordKeys(word)) keys.add(key);
    }
  }
  for (const word of soundedWords(name.given)) {
    for (const hit of givenNamesOf(word)) keys.add(givenNameKey(hit.name));
  }
  for (const word of soundedWords(name.patronymic)) {
    for (const key of patronymicKeys(word)) keys.add(key);
  }
  return [...keys];
}

function soundedWords(part: string | undefined): Sounded[] {
  return part === undefined ? [] : wordsOf(part).map((word) => sounded(soundsOf(word)));
}

function wordKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const outline = outlineOf(reading);
    const beginnings = [...outline.slice(0, longestBeginning)].map((_, at) => `^${outline.slice(0, at + 1)}`);
    if (skeleton.length > fewConsonants) {
      return [`=${skeleton}`, ...withOneLess(skeleton).map((less) => `-${less}`), ...beginnings];
    }
    return [
      `=${skeleton}`,
      `o=${outline}`,
      ...withOneLess(outline).map((less) => `o-${less}`),
      ...beginnings,
    ];
  });
}

/** The key of a given name in all its forms. */
export function givenNameKey({ be: [first] }: GivenName): string {
  return `n=${first?.toLowerCase()}`;
}

/** The keys of a patronymic. */
export function patronymicKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).map((reading) => `p=${skeletonOf(reading)}`);
}

/** The keys of the names that have this very word, less its vowels. */
export function exactKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    return skeleton.length > fewConsonants ? [`=${skeleton}`] : [`o=${outlineOf(reading)}`];
  });
}

/** The keys of the names that have this word, or one that is a slip apart from it. */
export function nearKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const apart = (key: string, sign: string) => [
      `${sign}=${key}`,
      `${sign}-${key}`,
      ...withOneLess(key).flatMap((less) => (less === "" ? [] : [`${sign}=${less}`, `${sign}-${less}`])),
    ];
    const outline = outlineOf(reading);
    if (skeleton.length > fewConsonants) return apart(skeleton, "");
    return [`=${skeleton}`, `-${skeleton}`, ...apart(outline, "o")];
  });
}

/** The keys of the names with a word that begins so. */
export function beginningKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).map((reading) => `^${outlineOf(reading).slice(0, longestBeginning)}`);
}
