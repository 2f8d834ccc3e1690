import { givenNamesOf, isAsItStands } from "#domain/names/given-name-index.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { sounded } from "#domain/names/word-distance.ts";

/** A text of more words is no name that a space slipped into. */
const mostWords = 4;
/** Shorter ones stand in many a family name. */
const shortestGivenName = 4;
const shortestFamilyName = 3;
/** A longer word is no name that lacks a space. */
const longestWord = 60;

/** What a text would be with its spaces elsewhere: a word of it joined to the next, or one parted in two. */
export function respaced(text: string): string[] {
  const words = wordsOf(text).map(({ start, end }) => text.slice(start, end));
  if (words.length === 0 || words.length > mostWords) return [];
  const parted = words.map(partedByCapitals).join(" ");
  if (parted !== words.join(" ")) return [parted];
  const [only = ""] = words;
  return words.length === 1 ? partedByGivenName(only) : joined(words);
}

/** Each word joined to the next; of four also every two. */
function joined(words: readonly string[]): string[] {
  const one = words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), `${words[at]}${word}`, ...words.slice(at + 2)].join(" "));
  const [a, b, c, d] = words;
  return d === undefined ? one : [`${a}${b} ${c}${d}`, ...one];
}

/** КалеснікаваМарыя. */
function partedByCapitals(word: string): string {
  return word.replaceAll(/(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/gu, " ");
}

/** калеснікавамарыя, марыякалеснікава: there is a given name at its end or at its beginning. */
function partedByGivenName(word: string): string[] {
  if (word.length > longestWord) return [];
  return Array.from({ length: word.length }, (_, at) => [word.slice(0, at), word.slice(at)] as const)
    .filter(([one, other]) => mayBeBoth(one, other) || mayBeBoth(other, one))
    .map((both) => both.join(" "));
}

function mayBeBoth(given: string, family: string): boolean {
  return given.length >= shortestGivenName && family.length >= shortestFamilyName && isGivenName(given);
}

function isGivenName(part: string): boolean {
  return wordsOf(part).some((word) =>
    givenNamesOf(sounded(soundsOf(word))).some((hit) => isAsItStands(hit) && !hit.short),
  );
}
