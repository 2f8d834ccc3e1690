import { givenNamesOf } from "#domain/names/given-name-index.ts";
import type { GivenName } from "#domain/names/given-names.ts";
import { mostWords, wordsOf } from "#domain/names/letters.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import {
  outlineOf,
  outlinesWithOneLess,
  readingsOf,
  skeletonOf,
  withOneLess,
} from "#domain/names/skeleton.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { type Sounded, sounded } from "#domain/names/word-distance.ts";

// The keys under which PostgreSQL finds a name, whatever the number of names: one look into an index for each.
//   =klsnkv  the consonants of a word of the family name     -klsnv  they, with one left out
//   o=vAk    consonants and vowels                           o-vk    they, with one left out, of a short word
//   g=…, g-…, go=…, go-…   the same of the given name        n=…     a given name, whatever its form
//   p=vnvč   the consonants of a patronymic                  ^kAlA   the beginning of any other word

/** Below this many consonants too many words share them: the vowels are asked for too. */
const fewConsonants = 2;
const longestBeginning = 6;

/** Before the keys of a word, by the part of the name that it stands in. */
const partSigns = { family: "", given: "g" } as const;
type PartSign = (typeof partSigns)[keyof typeof partSigns];

/** The keys of a name, each once. */
export function recallKeys(name: NameParts): string[] {
  const keys = new Set<string>();
  for (const part of ["family", "given"] as const) {
    for (const word of soundedWords(name[part])) {
      for (const key of wordKeys(word, partSigns[part])) keys.add(key);
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
  if (part === undefined) return [];
  return wordsOf(part)
    .slice(0, mostWords)
    .map((word) => sounded(soundsOf(word)));
}

function wordKeys({ sounds }: Sounded, sign: PartSign): string[] {
  return readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const outline = outlineOf(reading);
    const beginnings = [...outline.slice(0, longestBeginning)].map((_, at) => `^${outline.slice(0, at + 1)}`);
    if (skeleton.length > fewConsonants) {
      const less = withOneLess(skeleton).map((key) => `${sign}-${key}`);
      return [`${sign}=${skeleton}`, `${sign}o=${outline}`, ...less, ...beginnings];
    }
    const less = outlinesWithOneLess(outline).map((key) => `${sign}o-${key}`);
    return [`${sign}=${skeleton}`, `${sign}o=${outline}`, ...less, ...beginnings];
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

/** The keys of the names that have this very word, less its vowels, as family name or as given name. */
export function exactKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const key = skeleton.length > fewConsonants ? `=${skeleton}` : `o=${outlineOf(reading)}`;
    return Object.values(partSigns).map((sign) => sign + key);
  });
}

/** The keys of the family names that are this very word, with its vowels. */
export function familyOutlineKeys({ sounds }: Sounded): string[] {
  return readingsOf(sounds).map((reading) => `${partSigns.family}o=${outlineOf(reading)}`);
}

/** The keys of the names that have this word, or one that is a slip apart from it, as family name or as given name. */
export function nearKeys(word: Sounded): string[] {
  return Object.values(partSigns).flatMap((sign) => apart(word, sign, 1));
}

/** The keys of the family names that are this word, or a slip apart from it. */
export function familyKeys(word: Sounded): string[] {
  return apart(word, partSigns.family, 1);
}

/** The keys of the family names that are up to two slips apart from this word. */
export function farKeys(word: Sounded): string[] {
  return apart(word, partSigns.family, 2);
}

function apart({ sounds }: Sounded, sign: PartSign, slips: 1 | 2): string[] {
  const keys = readingsOf(sounds).flatMap((reading) => {
    const skeleton = skeletonOf(reading);
    const outline = outlineOf(reading);
    return skeleton.length > fewConsonants
      ? keysApart(skeleton, sign, slips, withOneLess)
      : [
          `${sign}=${skeleton}`,
          `${sign}-${skeleton}`,
          ...keysApart(outline, `${sign}o`, slips, outlinesWithOneLess),
        ];
  });
  return [...new Set(keys)];
}

function keysApart(key: string, sign: string, slips: 1 | 2, oneLess: (key: string) => string[]): string[] {
  const less = oneLess(key);
  // With two left out of less than four too little would stay.
  const lesser = slips === 2 && key.length > 3 ? less.flatMap(oneLess) : [];
  return [key, ...less, ...lesser].flatMap((it) => (it === "" ? [] : [`${sign}=${it}`, `${sign}-${it}`]));
}

/** The keys of the names with a word that begins so, in its first signs only. */
export function beginningKeys({ sounds }: Sounded, signs = longestBeginning): string[] {
  return readingsOf(sounds).map((reading) => `^${outlineOf(reading).slice(0, signs)}`);
}
