import { type GivenNameHit, givenNamesOf, initialsOf, isAsItStands } from "#domain/names/given-name-index.ts";
import { mostWords, type Word, wordsOf } from "#domain/names/letters.ts";
import { type NamePartKind, type NameParts, namePartKinds } from "#domain/names/name-parts.ts";
import {
  isClear,
  isGivenName,
  type NameQuery,
  type QueryWord,
  readNameQuery,
} from "#domain/names/name-query.ts";
import { type MatchReason, matchReasons } from "#domain/names/reasons.ts";
import { substitution } from "#domain/names/sound-costs.ts";
import { soundsOf, vowels } from "#domain/names/sounds.ts";
import {
  beginningDistance,
  type Sounded,
  sameWord,
  sounded,
  wordDistance,
} from "#domain/names/word-distance.ts";
import { fullName } from "#domain/person-card.ts";

/**
 * How far a match can be trusted. Sure: given and family name both say so, in whatever spelling. Likely: it belongs
 * among the results. Near: letters differ too much; it is offered where nothing else was found.
 */
export type Strength = "sure" | "likely" | "near";

/** How a name answers a query. `cost` is 0 for the same name, and only for ordering; `marks` are UTF-16 offsets. */
export type NameMatch = {
  strength: Strength;
  cost: number;
  reasons: MatchReason[];
  marks: [start: number, end: number][];
};

/** A word of a name as it stands in the registry; `start` and `end` count from the beginning of its part. */
type NameWord = Word & {
  part: NamePartKind;
  sounded: Sounded;
  /** A letter for the given name or the patronymic: of some people no paper says more. */
  initial: boolean;
};

/** How a word asked for answers a word of a name; `distance` in letters, `cost` less for long words. */
type WordMatch = { distance: number; cost: number; reason: MatchReason; otherName?: true };

// What is left over on either side, in the same measure as the costs of words.
const wordNotFound = 1.3;
/** The papers of one place give the patronymic, those of another don't: says nothing. */
const patronymicNotAsked = 0.01;
const patronymicNotKnown = 0.1;
const patronymicContradicted = 0.7;
/** Further apart no languages' forms of one father's name are. */
const otherPatronymic = 2.2;
const givenNotAsked = 0.15;
const familyNotAsked = 0.5;
/** An initial says less than the name does, and against another name as much. */
const initialFits = 0.05;
/** The letter is that of the name in the other language: Е. for Алена, В. for Уладзімір. */
const otherInitialFits = 0.12;
const initialContradicted = 0.9;

const likelyCost = 1.05;
const nearCost = 2.3;

/** Matches names with one query; what it has worked out of a word serves for the next name that has it. */
export function nameMatcher(query: NameQuery): (name: NameParts, text: string) => NameMatch | undefined {
  const known = query.words.map(() => new Map<string, WordMatch>());
  const firstInitial = query.words.findIndex(({ initial }) => initial);
  const matchWord: MatchWord = (at, asked, word) => {
    const key = `${word.part} ${word.mixed} ${word.letters}`;
    const before = known[at]?.get(key);
    if (before !== undefined) return before;
    // Of two initials the first is the given name's.
    const isSecond = asked.initial && at !== firstInitial;
    const match = isSecond && word.part === "given" ? noInitial : matchWords(asked, word);
    known[at]?.set(key, match);
    return match;
  };
  const wordsOfPart = partReader();
  // What is asked for may be a patronymic only if it looks like one; else reading those of the names is in vain.
  const mayBePatronymic = query.words.some(({ patronymic, initial }) => patronymic || initial);
  const parts = namePartKinds.filter((part) => part !== "patronymic" || mayBePatronymic);
  return (name, text) => {
    if (query.words.length === 0) return undefined;
    const words = parts.flatMap((part) => wordsOfPart(part, name[part])).slice(0, mostWords);
    if (words.length === 0) return undefined;
    if (leastCost(query.words, words, matchWord) > nearCost) return undefined;
    const judged = judge(query.words, words, assign(query.words, words, matchWord));
    if (judged === undefined) return undefined;
    const { found, ...match } = judged;
    return { ...match, marks: marksOf(found, name, text) };
  };
}

/** Reads the parts of names; many people have the same given name and patronymic. */
function partReader(): (part: NamePartKind, written: string | undefined) => readonly NameWord[] {
  const known = new Map<string, NameWord[]>();
  return (part, written) => {
    if (written === undefined) return [];
    const key = `${part} ${written}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const words = wordsOf(written).map((word) => {
      const sounds = soundsOf(word);
      return { ...word, part, sounded: sounded(sounds), initial: part !== "family" && sounds.length === 1 };
    });
    known.set(key, words);
    return words;
  };
}

/** How a name, written out as `text`, answers a query; undefined where it is no answer. */
export function matchName(query: NameQuery, name: NameParts, text: string): NameMatch | undefined {
  return nameMatcher(query)(name, text);
}

/** How two names of the registry answer each other, the worse of both ways; undefined for different names. */
export function compareNames(a: NameParts, b: NameParts): NameMatch | undefined {
  const there = matchName(queryOf(a), b, fullName(b));
  const back = matchName(queryOf(b), a, fullName(a));
  if (there === undefined || back === undefined) return undefined;
  return there.cost >= back.cost ? there : { ...there, cost: back.cost, strength: back.strength };
}

/** A name whose parts are known, as a query: family names in -овіч are no patronymics then. */
function queryOf(name: NameParts): NameQuery {
  const text = fullName(name);
  const { given = "", patronymic, family = "" } = name;
  const isPatronymic = (start: number) =>
    patronymic !== undefined && start >= given.length && start < text.length - family.length;
  const query = readNameQuery(text);
  return { ...query, words: query.words.map((word) => ({ ...word, patronymic: isPatronymic(word.start) })) };
}

/** Where the words that were found stand in the name written out. */
function marksOf(found: readonly NameWord[], name: NameParts, text: string): NameMatch["marks"] {
  let from = 0;
  return namePartKinds.flatMap((part) => {
    const written = name[part];
    if (written === undefined) return [];
    const offset = text.indexOf(written, from);
    // A text may be cut short.
    if (offset === -1) return [];
    from = offset + written.length;
    return found
      .filter((word) => word.part === part)
      .map(({ start, end }): [number, number] => [offset + start, offset + end])
      .sort(([a], [b]) => a - b);
  });
}

/** An edit in a short word says more against it than one in a long word. */
function scaled(distance: number, a: Sounded, b: Sounded): number {
  return (distance * 6) / (3 + (a.sounds.length + b.sounds.length) / 2);
}

const farApart = 3.2;
/** Two given names are two people's, even where a slip of the hand could make one of the other: Алена, Аліна. */
const differentNames = 1.1;
const otherForm = 0.04;
const shortForm = 0.15;

function matchWords(asked: QueryWord, word: NameWord): WordMatch {
  if (asked.initial) {
    const known = word.part === "given" ? givenNamesOf(word.sounded) : [];
    // Some are known by a letter for their family name, and some family names are one letter: Ю.
    if (word.part === "family")
      return word.sounded.sounds.length === 1 ? compareSpellings(asked, word) : noInitial;
    return matchInitial(asked, word, known);
  }
  if (word.initial) return matchInitial(word, asked, asked.given.filter(isAsItStands));
  const straight = compareSpellings(asked, word);
  if (word.part === "given") return matchGiven(asked, word, straight);
  return straight;
}

/** So short a word is the beginning of a given name, though one that is rare be as short. */
const shortBeginning = 2;

function compareSpellings(asked: QueryWord, word: NameWord): WordMatch {
  const distance = asked.letters === word.letters ? 0 : distanceOf(asked, word);
  const cost = scaled(distance, asked.sounded, word.sounded);
  const isSame = distance <= sameWord && !isMended(asked, word, distance);
  const whole: WordMatch = { distance, cost, reason: isSame ? sameness(asked, word) : "near" };
  if (asked.sounded.sounds.length >= word.sounded.sounds.length || distance <= sameWord) return whole;
  if (word.part === "given" && isClear(asked) && asked.sounded.sounds.length > shortBeginning) return whole;
  const beginning = beginningDistance(asked.sounded, word.sounded);
  if (beginning >= Math.min(sameWord, 0.1 * asked.sounded.sounds.length)) return whole;
  const rest = word.sounded.sounds.length - asked.sounded.sounds.length;
  const begun = 0.35 + beginning + 0.04 * rest;
  const least = Math.min(begun, cost);
  return { distance: least, cost: least, reason: "beginning" };
}

/** What a word was merely taken for may be somebody else's name: «Max» for Мак. */
function isMended(
  { sounded: asked, mended }: QueryWord,
  { sounded: word }: NameWord,
  distance: number,
): boolean {
  return mended.length > 0 && distance < apartFrom(asked, word);
}

/** Of two words with one vowel each that is the stressed one, where neither language writes а for о: Рак, Рок. */
function apartFrom(asked: Sounded, word: Sounded): number {
  const distance = wordDistance(asked, word, farApart);
  return distance <= sameWord && /ao|oa/.test(onlyVowel(asked) + onlyVowel(word))
    ? distance + sameWord
    : distance;
}

function onlyVowel({ sounds }: Sounded): string {
  const own = [...sounds].filter((sign) => vowels.has(sign));
  return own.length === 1 ? own.join("") : "";
}

function distanceOf({ sounded: asked, mended }: QueryWord, { sounded: word }: NameWord): number {
  const straight = apartFrom(asked, word);
  return mended.reduce(
    (least, it) =>
      Math.min(least, it.cost + wordDistance(it.sounded, word, Math.min(least, farApart) - it.cost)),
    straight,
  );
}

function sameness(asked: QueryWord, word: NameWord): MatchReason {
  if (asked.mixed || word.mixed) return "look-alike";
  return plain(asked.letters) === plain(word.letters) ? "exact" : "other-spelling";
}

/** Letters alone: which apostrophe was typed, or a stress that was marked, is no other spelling. */
function plain(letters: string): string {
  return letters.replace(/[^\p{L}]|\p{Lm}/gu, "");
}

/** Two forms of one given name are near whatever their letters, two given names are far however alike. */
function matchGiven(asked: QueryWord, word: NameWord, straight: WordMatch): WordMatch {
  if (straight.distance === 0) return straight;
  const known = givenNamesOf(word.sounded);
  const shared = sharedName(asked, known);
  if (shared !== undefined) return shared.distance < straight.distance ? shared : straight;
  if (known.length === 0 || !isGivenName(asked) || straight.reason === "beginning") return straight;
  const distance = Math.max(differentNames, wordDistance(asked.sounded, word.sounded, farApart));
  return { distance, cost: scaled(distance, asked.sounded, word.sounded), reason: "near", otherName: true };
}

function sharedName(asked: QueryWord, known: readonly GivenNameHit[]): WordMatch | undefined {
  const both = asked.given.flatMap((hit): WordMatch[] => {
    const other = known.find(({ name }) => name === hit.name);
    if (other === undefined) return [];
    // Two everyday forms may be two people's, though one name has both: Віта and Ліна.
    const short = hit.short || other.short;
    const distance = otherForm + hit.distance + other.distance / 2 + (short ? shortForm : 0);
    // A slip weighs as in any word; that the form is another one is no slip.
    const cost = distance <= sameWord ? distance : scaled(distance, asked.sounded, asked.sounded);
    return [
      { distance, cost, reason: distance > sameWord ? "near" : short ? "short-form" : "given-name-form" },
    ];
  });
  return both.sort((a, b) => a.distance - b.distance)[0];
}

const noInitial: WordMatch = { distance: farApart, cost: initialContradicted, reason: "near" };

type Lettered = Pick<QueryWord, "letters" | "script" | "sounded">;

/** Whether a letter stands for a word, which may be one of the given names in `known`. */
function matchInitial(initial: Lettered, whole: Lettered, known: readonly GivenNameHit[]): WordMatch {
  const names = known.filter(({ short }) => !short);
  const own = initialDistance(initial, whole.sounded.sounds.charAt(0));
  const others = names.flatMap(({ name }) =>
    [...initialsOf(name)].map((sign) => initialDistance(initial, sign)),
  );
  // The forms of a known name say what its letter may be; of another one it may be any that the languages exchange.
  const within = names.length > 0 ? 0.05 : 0.15;
  const cost = own <= within ? initialFits + own : otherInitialFits;
  return Math.min(own, ...others) <= within ? { distance: cost, cost, reason: "initial" } : noInitial;
}

/** What a Latin letter alone may begin: sh, zh, kh, ts, ch; ya, yu, ye. */
const begunBy: Readonly<Record<string, string>> = {
  s: "SQ",
  z: "Z",
  k: "x",
  t: "c",
  c: "HC",
  d: "DJ",
  y: "AEOUj",
  j: "AEOUJi",
};
/** Seldom: Iury, Iauhen in passports; more often it is Ihar. */
const seldomBegunBy: Readonly<Record<string, string>> = { i: "AEOUj" };
const seldom = 0.03;

function initialDistance({ letters, script, sounded: { sounds } }: Lettered, sign: string): number {
  if (script === "Latn" && begunBy[letters]?.includes(sign)) return 0;
  if (script === "Latn" && seldomBegunBy[letters]?.includes(sign)) return seldom;
  return substitution(sounds.charCodeAt(0), sign.charCodeAt(0));
}

type MatchWord = (at: number, asked: QueryWord, word: NameWord) => WordMatch;

/** What a name costs at least: most of those that are recalled are told apart by this. */
function leastCost(asked: readonly QueryWord[], words: readonly NameWord[], matchWord: MatchWord): number {
  let cost = 0;
  for (const [at, question] of asked.entries()) {
    let least = notFound(question, words);
    for (const word of words) least = Math.min(least, weighed(question, word, matchWord(at, question, word)));
    cost += least;
  }
  return cost;
}

type Pair = { match: WordMatch; word: NameWord };

/** The cheapest way to answer each word asked for by a word of the name of its own, or by none. */
function assign(
  asked: readonly QueryWord[],
  words: readonly NameWord[],
  matchWord: MatchWord,
): (Pair | undefined)[] {
  const memo = new Map<number, { cost: number; pairs: (Pair | undefined)[] }>();
  const best = (at: number, used: number): { cost: number; pairs: (Pair | undefined)[] } => {
    const question = asked[at];
    if (question === undefined) {
      const left = words.filter((_, index) => (used & (1 << index)) === 0);
      return { cost: leftOver(left, asked), pairs: [] };
    }
    const key = at * 2 ** mostWords + used;
    const before = memo.get(key);
    if (before !== undefined) return before;
    const none = best(at + 1, used);
    let chosen = {
      cost: none.cost + notFound(question, words),
      pairs: [undefined, ...none.pairs] as (Pair | undefined)[],
    };
    for (const [index, word] of words.entries()) {
      if ((used & (1 << index)) !== 0) continue;
      const match = matchWord(at, question, word);
      const rest = best(at + 1, used | (1 << index));
      const cost = rest.cost + weighed(question, word, match);
      if (cost < chosen.cost) chosen = { cost, pairs: [{ match, word }, ...rest.pairs] };
    }
    memo.set(key, chosen);
    return chosen;
  };
  return best(0, 0).pairs;
}

function weighed(asked: QueryWord, word: NameWord, match: WordMatch): number {
  if (word.part !== "patronymic") return match.cost;
  // A family name that is like somebody's patronymic is not that patronymic.
  return asked.patronymic || asked.initial
    ? Math.min(0.6 * match.cost, patronymicContradicted)
    : match.cost + 1;
}

function notFound(asked: QueryWord, words: readonly NameWord[]): number {
  if (asked.initial) return words.some((word) => word.part === "patronymic") ? 0.4 : 0.1;
  if (!asked.patronymic) return wordNotFound;
  return words.some((word) => word.part === "patronymic") ? wordNotFound : patronymicNotKnown;
}

function leftOver(words: readonly NameWord[], asked: readonly QueryWord[]): number {
  // An initial beside a family name is the given name's; a patronymic that it fits doesn't make up for that.
  const given = asked.some(({ initial }) => initial) ? initialContradicted : givenNotAsked;
  const costs = { given, patronymic: patronymicNotAsked, family: familyNotAsked };
  return words.reduce((sum, word) => sum + costs[word.part], 0);
}

function judge(
  asked: readonly QueryWord[],
  words: readonly NameWord[],
  pairs: readonly (Pair | undefined)[],
): (Omit<NameMatch, "marks"> & { found: NameWord[] }) | undefined {
  const used = new Set(pairs.flatMap((pair) => (pair === undefined ? [] : [pair.word])));
  const left = words.filter((word) => !used.has(word));
  let cost = leftOver(left, asked);
  let missing = false;
  for (const [at, question] of asked.entries()) {
    const pair = pairs[at];
    const one = pair === undefined ? notFound(question, words) : weighed(question, pair.word, pair.match);
    if (one >= patronymicContradicted && pair === undefined) missing = true;
    cost += one;
  }
  if (cost > nearCost || used.size === 0) return undefined;
  const found = pairs.flatMap((pair) => (pair === undefined ? [] : [pair]));
  const reasons = new Set(found.map(({ match }) => match.reason));
  return {
    strength: strengthOf(found, cost, missing),
    cost,
    reasons: matchReasons.filter((reason) => reasons.has(reason)),
    // What is too far from the word asked for only takes its place, as Марыя does beside В.
    found: found.filter(({ match }) => match.distance < farApart).map(({ word }) => word),
  };
}

function strengthOf(found: readonly Pair[], cost: number, missing: boolean): Strength {
  const isSame = ({ match }: Pair) =>
    match.distance <= sameWord && match.reason !== "beginning" && match.reason !== "near";
  // A letter stands for many names, and an everyday form for several: Саша, Валя.
  const names = (part: NamePartKind) =>
    found.some(
      (pair) =>
        pair.word.part === part &&
        isSame(pair) &&
        pair.match.reason !== "initial" &&
        pair.match.reason !== "short-form",
    );
  if (!missing && found.every(isSame) && names("given") && names("family")) return "sure";
  // Somebody with another given name or patronymic is another person, unless a hand slipped: worth offering, no answer.
  const isOther = found.some(
    ({ match, word }) => match.otherName || (word.part === "patronymic" && match.distance > otherPatronymic),
  );
  return cost <= likelyCost && !missing && !isOther ? "likely" : "near";
}
