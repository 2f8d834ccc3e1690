import type { Sex } from "#domain/case-file/person.ts";
import { dateBounds, type Edtf } from "#domain/dates/partial-date.ts";
import { type Language, languages } from "#domain/languages.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { compareNames, matchName, type NameMatch, type Strength } from "#domain/names/match-name.ts";
import { readNameQuery } from "#domain/names/name-query.ts";
import { outlineOf } from "#domain/names/skeleton.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { sounded, wordDistance } from "#domain/names/word-distance.ts";
import type { DatedTrait, PersonTraits, PlaceTrait, TraitName } from "#domain/person-traits.ts";

/** How likely two files are of one person. Whatever is `slight` isn't worth an editor's time by itself. */
export const likenesses = ["very-likely", "possible", "slight"] as const;
export type Likeness = (typeof likenesses)[number];

/** What a trait says: one person, nearly that, two people, or nothing either way. */
export type Speaks = "for" | "nearly" | "against" | "nothing";

/** What one of the two has of a trait: what the other has too comes first. `more` are left out. */
export type Side<T> = { values: { value: T; agrees: boolean }[]; more: number };
type Sides<T> = readonly [Side<T>, Side<T>];

/** One trait of two files side by side. */
export type Reason = { speaks: Speaks } & (
  | { about: "name"; strength: Strength; sides: Sides<SpelledName> }
  | { about: "patronymic"; sides: Sides<SpelledName> }
  | { about: "birth"; sides: Sides<Edtf> }
  | { about: "sex"; sides: Sides<Sex> }
  | { about: "death" | "dates"; sides: Sides<DatedTrait> }
  | { about: "articles"; sides: Sides<string> }
  | { about: "places"; sides: Sides<PlaceTrait> }
);
export type SpelledName = Pick<TraitName, "text" | "language" | "script">;

/** Two files held against each other; the reasons in the order above, without those that neither file has. */
export type Comparison = { likeness: Likeness; points: number; reasons: Reason[] };

/**
 * What each trait counts for. Added up, with the limits below, they are made so that
 *
 * - a sure name and the same day of birth are very likely one person's: hardly two people share both;
 * - a sure name alone is possibly one person's, a likely one (an initial, a letter that differs) needs something
 *   more; no name alone is very likely one person's, since some names are borne by hundreds;
 * - another day of birth or of death, another sex or patronymic outweighs a sure name, but not all the rest: files, too,
 *   have mistakes.
 */
const points = {
  name: { sure: 3, likely: 1, near: 0 },
  samePatronymic: 1,
  otherPatronymic: -3,
  /** Of birth and of death, which one has once. */
  sameDay: 4,
  /** A month or a year that both allow. */
  sameYear: 2,
  contradiction: -4,
  /** A court sentences few people on one day. */
  verdict: 3,
  /** Hundreds were detained on single days, and released on others. */
  event: 2,
  monthOfEvent: 1,
  /** Most are charged under the same few articles, and are from the same few towns. */
  article: 1,
  place: 1,
} as const;
const veryLikely = 7;
const possible = 3;

type Weighed = { points: number; reason: Reason; sharesDay?: boolean };

/**
 * Holds the traits of two files against each other; undefined where no two of their names come near each other. Names
 * that are merely near are more than slight only with a day of birth, death or verdict that both share.
 */
export function compareTraits(one: PersonTraits, other: PersonTraits): Comparison | undefined {
  const names = nearestNames(one.names, other.names);
  if (names === undefined) return undefined;
  const { strength } = names;
  const weighed: Weighed[] = [
    { points: points.name[strength], reason: nameReason(names) },
    comparePatronymics(one.names, other.names),
    compareBirths(one.births, other.births),
    compareSexes(one.sexes, other.sexes),
    compareDeaths(one, other),
    compareDays(one.dates, other.dates),
    compareArticles(one.articles, other.articles),
    comparePlaces(one.places, other.places),
  ];
  const sum = weighed.reduce((total, it) => total + it.points, 0);
  const isEnough = sum >= possible && (strength !== "near" || weighed.some(({ sharesDay }) => sharesDay));
  return {
    likeness: !isEnough ? "slight" : sum >= veryLikely ? "very-likely" : "possible",
    points: sum,
    reasons: weighed
      .map(({ reason }) => reason)
      .filter(({ sides }) => sides.some(({ values }) => values.length > 0)),
  };
}

type NearestNames = { strength: Strength; names: readonly [TraitName, TraitName] };

/** The two spellings that come nearest. Which two they are doesn't depend on whose are given first. */
export function nearestNames(
  one: readonly TraitName[],
  other: readonly TraitName[],
): NearestNames | undefined {
  let nearest: (NearestNames & { rank: readonly [number, number, string] }) | undefined;
  for (const a of one) {
    for (const b of other) {
      const [first, second] = a.text <= b.text ? [a, b] : [b, a];
      const match = compareSpellings(first, second);
      if (match === undefined) continue;
      // A pseudonym, or a given name alone, may be anybody's.
      const isSure = match.strength === "sure" && !a.protects && !b.protects;
      const strength = match.strength === "sure" && !isSure ? "likely" : match.strength;
      const rank = [strengths.indexOf(strength), match.cost, `${first.text}\n${second.text}`] as const;
      if (nearest === undefined || isBefore(rank, nearest.rank)) nearest = { strength, names: [a, b], rank };
    }
  }
  return nearest && { strength: nearest.strength, names: nearest.names };
}

/** A name that a source shortens asks for the one in full, and not the other way round: nobody is called "M.". */
function compareSpellings(one: TraitName, other: TraitName): NameMatch | undefined {
  if (hasInitial(one) === hasInitial(other)) return compareNames(one, other);
  const [short, full] = hasInitial(one) ? [one, other] : [other, one];
  return matchName(readNameQuery(short.text), full, full.text);
}

function hasInitial({ given = "" }: TraitName): boolean {
  return /^\p{L}\p{M}*\.?$/u.test(given);
}

const strengths: readonly Strength[] = ["sure", "likely", "near"];

function isBefore(one: readonly [number, number, string], other: readonly [number, number, string]): boolean {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (against !== undefined && value !== against) return value < against;
  }
  return false;
}

function nameReason({ strength, names: [one, other] }: NearestNames): Reason {
  const agree = () => strength !== "near";
  const speaks = strength === "near" ? "nearly" : "for";
  return { about: "name", strength, speaks, sides: sidesOf([spelled(one)], [spelled(other)], agree) };
}

function comparePatronymics(one: readonly TraitName[], other: readonly TraitName[]): Weighed {
  const [ours, theirs] = [patronymicsIn(one), patronymicsIn(other)];
  const isSame = (a: SpelledName, b: SpelledName) => patronymicDistance(a, b) <= sameWord;
  const sides = sidesOf(ours, theirs, isSame);
  const weighed = (speaks: Speaks, count: number): Weighed => ({
    points: count,
    reason: { about: "patronymic", speaks, sides },
  });
  const pairs = pairsOf(ours, theirs);
  if (pairs.some(([a, b]) => isSame(a, b))) return weighed("for", points.samePatronymic);
  // Only within a language: Мікалаевіч and Николаевич are one.
  const inOne = pairs.filter(([a, b]) => a.language === b.language && a.script === b.script);
  if (inOne.length === 0) return weighed("nothing", 0);
  return inOne.every(([a, b]) => patronymicDistance(a, b) > otherWord)
    ? weighed("against", points.otherPatronymic)
    : weighed("nearly", 0);
}

// A letter that differs costs about 1; what only the spellings of a name differ in, less than a half.
const sameWord = 0.45;
const otherWord = 1.2;

function patronymicsIn(names: readonly TraitName[]): SpelledName[] {
  return names.flatMap(({ patronymic: text, language, script }) =>
    text === undefined ? [] : [{ text, language, script }],
  );
}

function patronymicDistance(a: SpelledName, b: SpelledName): number {
  return wordDistance(sounded(soundsIn(a.text).join("")), sounded(soundsIn(b.text).join("")));
}

function compareBirths(one: readonly Edtf[], other: readonly Edtf[]): Weighed {
  const met = pairsOf(one, other).map(([a, b]) => meeting(a, b, year));
  const sides = sidesOf(one, other, (a, b) => isShared(meeting(a, b, year)));
  return { ...judged(met), reason: { about: "birth", speaks: judged(met).speaks, sides } };
}

function compareSexes(one: readonly Sex[], other: readonly Sex[]): Weighed {
  const sides = sidesOf(one, other, (a, b) => a === b);
  const isOther = one.length > 0 && other.length > 0 && !one.some((sex) => other.includes(sex));
  // The same sex says nothing that the names don't.
  return {
    points: isOther ? points.contradiction : 0,
    reason: { about: "sex", speaks: isOther ? "against" : "nothing", sides },
  };
}

/** Deaths, or the death of one and the last that happened to the other while they lived. */
function compareDeaths(one: PersonTraits, other: PersonTraits): Weighed {
  const [outlivesOne, outlivesOther] = [survives(other, one), survives(one, other)];
  const ours = outlivesOther === undefined ? one.deaths : [outlivesOther];
  const theirs = outlivesOne === undefined ? other.deaths : [outlivesOne];
  const isBefore = outlivesOne !== undefined || outlivesOther !== undefined;
  const sides = sidesOf(ours, theirs, (a, b) => !isBefore && isShared(meeting(a.date, b.date, month)));
  if (isBefore) {
    return { points: points.contradiction, reason: { about: "death", speaks: "against", sides } };
  }
  const met = pairsOf(ours, theirs).map(([a, b]) => meeting(a.date, b.date, month));
  return { ...judged(met), reason: { about: "death", speaks: judged(met).speaks, sides } };
}

/** What happened to somebody after the other had died; nothing where they have a death of their own. */
function survives(living: PersonTraits, dead: PersonTraits): DatedTrait | undefined {
  const { lastAlive } = living;
  if (lastAlive === undefined || living.deaths.length > 0 || dead.deaths.length === 0) return undefined;
  const { earliest } = dateBounds(lastAlive.date);
  const isAfter = ({ date }: DatedTrait) => {
    const { latest } = dateBounds(date);
    return latest !== null && earliest !== null && earliest > latest;
  };
  return dead.deaths.every(isAfter) ? lastAlive : undefined;
}

function compareDays(one: readonly DatedTrait[], other: readonly DatedTrait[]): Weighed {
  const met = (a: DatedTrait, b: DatedTrait) =>
    a.kind === b.kind ? meeting(a.date, b.date, month) : undefined;
  const shared = pairsOf(one, other).filter(([a, b]) => met(a, b) === "day");
  const sides = sidesOf(one, other, (a, b) => met(a, b) === "day");
  const weighed = (speaks: Speaks, count: number): Weighed => ({
    points: count,
    reason: { about: "dates", speaks, sides },
  });
  const isVerdict = shared.some(([{ kind }]) => kind === "verdict");
  if (isVerdict) return { ...weighed("for", points.verdict), sharesDay: true };
  if (shared.length > 0) return weighed("for", points.event);
  const isNear = pairsOf(one, other).some(
    ([a, b]) => met(a, b) === "span" && isWithin(a, month) && isWithin(b, month),
  );
  return isNear ? weighed("nearly", points.monthOfEvent) : weighed("nothing", 0);
}

function compareArticles(one: readonly string[], other: readonly string[]): Weighed {
  const sides = sidesOf(one, other, (a, b) => a === b);
  const isShared = one.some((code) => other.includes(code));
  return {
    points: isShared ? points.article : 0,
    reason: { about: "articles", speaks: isShared ? "for" : "nothing", sides },
  };
}

function comparePlaces(one: readonly PlaceTrait[], other: readonly PlaceTrait[]): Weighed {
  const sides = sidesOf(one, other, isSamePlace);
  const isShared = pairsOf(one, other).some(([a, b]) => isSamePlace(a, b));
  return {
    points: isShared ? points.place : 0,
    reason: { about: "places", speaks: isShared ? "for" : "nothing", sides },
  };
}

/** One place by whatever language both name it in, or by one that only adds to it: "Minsk" and "Minsk, Belarus". */
function isSamePlace(a: PlaceTrait, b: PlaceTrait): boolean {
  if ("facility" in a || "facility" in b) {
    return "facility" in a && "facility" in b && a.facility === b.facility;
  }
  const [ours, theirs] = [outlinesIn(a.words), outlinesIn(b.words)];
  return pairsOf(ours, theirs).some(([one, other]) => adds(one, other) || adds(other, one));
}

/** The words of a place in each language, without what the languages write otherwise. */
function outlinesIn(words: { [language in Language]?: string | undefined }): string[][] {
  return languages.flatMap((language) => {
    const outlines = soundsIn(words[language] ?? "").map(outlineOf);
    return outlines.length === 0 ? [] : [outlines];
  });
}

function adds(one: readonly string[], other: readonly string[]): boolean {
  return other.every((outline) => one.includes(outline));
}

function soundsIn(text: string): string[] {
  return wordsOf(text)
    .map(soundsOf)
    .filter((sounds) => sounds !== "");
}

const day = 86_400_000;
const month = 31 * day;
const year = 366 * day;

/** How two dates meet: on one day, within a span that both allow, or not quite: by a slip, or by as much as a year. */
type Meeting = "day" | "span" | "nearly" | "apart" | undefined;

/**
 * How the dates of what happens only once meet; undefined where they say too little. Those which are no more than
 * `slack` apart meet nearly: a year of birth is often reckoned from an age, a day of death heard of later.
 */
function meeting(a: Edtf, b: Edtf, slack: number): Meeting {
  const [one, other] = [spanOf(a), spanOf(b)];
  if (one === undefined || other === undefined) return undefined;
  const gap = Math.max(one.from - other.to, other.from - one.to);
  if (gap <= 0) {
    const isExact = a === b && one.from === one.to && !/[~?%]/.test(a);
    if (isExact) return "day";
    return one.to - one.from < year && other.to - other.from < year ? "span" : undefined;
  }
  const isVague = /[~?%]/.test(a + b);
  return gap <= (isVague ? 3 * year : slack) || isSlip(a, b) ? "nearly" : "apart";
}

function isShared(met: Meeting): boolean {
  return met === "day" || met === "span";
}

/** The same day and month in another year, or the two swapped. */
function isSlip(a: Edtf, b: Edtf): boolean {
  const [one, other] = [a, b].map((date) => /^(\d{4})-(\d{2})-(\d{2})$/.exec(date));
  if (!one || !other) return false;
  const isSameDay = one[2] === other[2] && one[3] === other[3];
  return isSameDay || (one[1] === other[1] && one[2] === other[3] && one[3] === other[2]);
}

/** First and last day in milliseconds; undefined where an end is open. */
function spanOf(date: Edtf): { from: number; to: number } | undefined {
  const { earliest, latest } = dateBounds(date);
  return earliest === null || latest === null
    ? undefined
    : { from: Date.parse(earliest), to: Date.parse(latest) };
}

function isWithin({ date }: DatedTrait, length: number): boolean {
  const span = spanOf(date);
  return span !== undefined && span.to - span.from < length;
}

/** The best meeting of any two counts: a date that is disputed stands beside the others. */
function judged(met: readonly Meeting[]): { points: number; speaks: Speaks; sharesDay: boolean } {
  const has = (meeting: Meeting) => met.includes(meeting);
  if (has("day")) return { points: points.sameDay, speaks: "for", sharesDay: true };
  if (has("span")) return { points: points.sameYear, speaks: "for", sharesDay: false };
  if (has("nearly")) return { points: 0, speaks: "nearly", sharesDay: false };
  if (has("apart")) return { points: points.contradiction, speaks: "against", sharesDay: false };
  return { points: 0, speaks: "nothing", sharesDay: false };
}

function pairsOf<T>(one: readonly T[], other: readonly T[]): [T, T][] {
  return one.flatMap((a) => other.map((b): [T, T] => [a, b]));
}

const mostValues = 6;

function sidesOf<T>(one: readonly T[], other: readonly T[], agree: (a: T, b: T) => boolean): Sides<T> {
  const sideOf = (own: readonly T[], others: readonly T[]): Side<T> => {
    const values = own.map((value) => ({ value, agrees: others.some((it) => agree(value, it)) }));
    values.sort((a, b) => Number(b.agrees) - Number(a.agrees));
    return { values: values.slice(0, mostValues), more: Math.max(0, values.length - mostValues) };
  };
  return [sideOf(one, other), sideOf(other, one)];
}

function spelled({ text, language, script }: TraitName): SpelledName {
  return { text, language, script };
}
