import type { Sex } from "#domain/case-file/person.ts";
import { dateBounds, type Edtf } from "#domain/dates/partial-date.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { languages } from "#domain/languages.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { compareNames, type Strength } from "#domain/names/match-name.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { sameWord, sounded, wordDistance } from "#domain/names/word-distance.ts";
import {
  type DatedTrait,
  isExactDay,
  type PersonTraits,
  type PlaceTrait,
  type PlaceWords,
  type TraitName,
} from "#domain/person-traits.ts";

/** How likely two files are of one person. Whatever is `slight` isn't worth an editor's time by itself. */
const likenesses = ["very-likely", "possible", "slight"] as const;
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
  | { about: "places"; sides: Sides<ShownPlace> }
);
/** A facility stands by its code. */
export type ShownPlace = { words: PlaceWords } | { facility: string };
type SpelledName = Pick<TraitName, "text" | "language" | "script">;

const order: readonly Reason["about"][] = [
  "name",
  "patronymic",
  "birth",
  "sex",
  "death",
  "dates",
  "articles",
  "places",
];

/** Two files held against each other; the reasons in this order, without those that neither file has. */
export type Comparison = { likeness: Likeness; points: number; reasons: Reason[] };

/** Somebody who may be the same as another, and why. */
export type Alike = { person: AlikePerson; comparison: Comparison };
export type AlikePerson = {
  personId: string;
  /** Null before the first publication. */
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** The id of the open draft. */
  draftId: string | undefined;
};

/** The likeliest first; those who are as likely stay as they are. */
export function byLikeness(
  one: Pick<Comparison, "likeness" | "points">,
  other: Pick<Comparison, "likeness" | "points">,
): number {
  const place = ({ likeness }: Pick<Comparison, "likeness">) => likenesses.indexOf(likeness);
  return place(one) - place(other) || other.points - one.points;
}

/** Whether an editor who is at work on one of the two should hear of the other: also by a likely name alone. */
export function isWorthALook({ likeness, points: sum, reasons }: Comparison): boolean {
  return (
    likeness !== "slight" || (sum > 0 && reasons.some((it) => it.about === "name" && it.strength !== "near"))
  );
}

/**
 * What each trait counts for. Added up, with the limits below, they are made so that
 *
 * - a sure name and the same day of birth are very likely one person's: hardly two people share both;
 * - a sure name alone is possibly one person's, a likely one (an initial, a short form) needs something
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

/** What a trait counts for. What stands side by side is put together only for those who are shown. */
type Weighed = { points: number; speaks: Speaks; sharesDay?: boolean; reason: (speaks: Speaks) => Reason };

/**
 * Holds the traits of two files against each other; undefined where no two of their names come near each other. Names
 * that are merely near are more than slight only with a day of birth, death or verdict that both share.
 */
export function compareTraits(one: PersonTraits, other: PersonTraits): Comparison | undefined {
  return compare(one, other, [...weighDated(one, other), ...weighWritten(one, other)]);
}

/**
 * The same for many pairs, most of which come to nothing: undefined for what is slight, too. `most` is what their names
 * can be at best.
 */
export function likelyComparison(
  one: PersonTraits,
  other: PersonTraits,
  most: Strength,
): Comparison | undefined {
  const dated = weighDated(one, other);
  if (sumOf(dated) + points.name[most] + points.samePatronymic + points.place < possible) return undefined;
  const beside = [...dated, ...weighWritten(one, other)];
  if (sumOf(beside) + points.name[most] < possible) return undefined;
  const comparison = compare(one, other, beside);
  return comparison?.likeness === "slight" ? undefined : comparison;
}

function compare(one: PersonTraits, other: PersonTraits, beside: readonly Weighed[]): Comparison | undefined {
  const names = nearestNames(one.names, other.names);
  if (names === undefined) return undefined;
  const weighed = [weighNames(names), ...beside];
  const sum = sumOf(weighed);
  const isEnough = sum >= possible && (names.strength !== "near" || beside.some((it) => it.sharesDay));
  return {
    likeness: !isEnough ? "slight" : sum >= veryLikely ? "very-likely" : "possible",
    points: sum,
    reasons: weighed
      .map(({ reason, speaks }) => reason(speaks))
      .filter(({ sides }) => sides.some(({ values }) => values.length > 0))
      .sort((a, b) => order.indexOf(a.about) - order.indexOf(b.about)),
  };
}

function weighDated(one: PersonTraits, other: PersonTraits): Weighed[] {
  return [
    weighBirths(one.births, other.births),
    weighSexes(one.sexes, other.sexes),
    weighDeaths(one, other),
    weighDates(one.dates, other.dates),
    weighArticles(one.articles, other.articles),
  ];
}

/** What takes longer, since spellings are compared. */
function weighWritten(one: PersonTraits, other: PersonTraits): Weighed[] {
  return [
    weighPlaces(one.places, other.places),
    weighPatronymics(patronymicsIn(one.names), patronymicsIn(other.names)),
  ];
}

function sumOf(weighed: readonly Weighed[]): number {
  return weighed.reduce((total, it) => total + it.points, 0);
}

type NearestNames = { strength: Strength; names: readonly [TraitName, TraitName] };

/**
 * The two spellings that come nearest, or the first two that leave no doubt. Which two they are doesn't depend on whose
 * are given first. Other languages are looked at only where the two files have none in common: a name that differs in
 * one doesn't become the same in another.
 */
function nearestNames(one: readonly TraitName[], other: readonly TraitName[]): NearestNames | undefined {
  const pairs = pairsOf(one, other);
  const inOne = pairs.filter(([a, b]) => isInOne(a, b));
  const ordered = (inOne.length > 0 ? inOne : pairs)
    .map((names) => ({ names, asked: inOrder(names) }))
    .sort((a, b) => orderOf(a.asked) - orderOf(b.asked) || (textOf(a.asked) < textOf(b.asked) ? -1 : 1));
  let nearest: (NearestNames & { cost: number }) | undefined;
  for (const { names, asked } of ordered) {
    const match = compareNames(...asked);
    if (match === undefined) continue;
    // A pseudonym, or a given name alone, may be anybody's.
    const isSure = match.strength === "sure" && !names.some(({ protects }) => protects);
    if (isSure) return { strength: "sure", names };
    const strength = match.strength === "near" ? "near" : "likely";
    const isNearer =
      nearest === undefined ||
      (strength === nearest.strength ? match.cost < nearest.cost : strength === "likely");
    if (isNearer) nearest = { strength, names, cost: match.cost };
  }
  return nearest && { strength: nearest.strength, names: nearest.names };
}

function isInOne(a: SpelledName, b: SpelledName): boolean {
  return a.language === b.language && a.script === b.script;
}

function inOrder([a, b]: readonly [TraitName, TraitName]): [TraitName, TraitName] {
  return byText(a, b) <= 0 ? [a, b] : [b, a];
}

function byText(a: TraitName, b: TraitName): number {
  return a.text === b.text
    ? languages.indexOf(a.language) - languages.indexOf(b.language)
    : a.text < b.text
      ? -1
      : 1;
}

function orderOf(names: readonly TraitName[]): number {
  return Math.min(...names.map(({ language }) => languages.indexOf(language)));
}

function textOf(names: readonly TraitName[]): string {
  return names.map(({ text }) => text).join("\n");
}

function weighNames({ strength, names: [one, other] }: NearestNames): Weighed {
  const isSure = strength === "sure";
  const sides = sidesOf([spelled(one)], [spelled(other)], () => isSure);
  return {
    points: points.name[strength],
    speaks: isSure ? "for" : "nearly",
    reason: (speaks) => ({ about: "name", strength, speaks, sides }),
  };
}

/** A letter that differs costs about 1. */
const otherWord = 1.2;

function weighPatronymics(one: readonly SpelledName[], other: readonly SpelledName[]): Weighed {
  // Only within a language: Мікалаевіч and Николаевич are one.
  const distances = pairsOf(one, other)
    .filter(([a, b]) => isInOne(a, b))
    .map(([a, b]) => distanceOf(a, b));
  const nearest = Math.min(...distances);
  const [says, count] = ((): [Speaks, number] => {
    if (distances.length === 0) return ["nothing", 0];
    if (nearest <= sameWord) return ["for", points.samePatronymic];
    return nearest > otherWord ? ["against", points.otherPatronymic] : ["nearly", 0];
  })();
  const agree = (a: SpelledName, b: SpelledName) => isInOne(a, b) && distanceOf(a, b) <= sameWord;
  return {
    points: count,
    speaks: says,
    reason: (speaks) => ({ about: "patronymic", speaks, sides: sidesOf(one, other, agree) }),
  };
}

function patronymicsIn(names: readonly TraitName[]): SpelledName[] {
  const all = names.flatMap(({ patronymic: text, language, script }) =>
    text === undefined ? [] : [{ text, language, script }],
  );
  return all.filter(
    (it, at) => all.findIndex((other) => isInOne(it, other) && it.text === other.text) === at,
  );
}

function distanceOf(a: SpelledName, b: SpelledName): number {
  if (a.text === b.text) return 0;
  const [one, other] = [a, b].map(({ text }) => sounded(wordsOf(text).map(soundsOf).join("")));
  return one === undefined || other === undefined ? Number.POSITIVE_INFINITY : wordDistance(one, other);
}

function weighBirths(one: readonly Edtf[], other: readonly Edtf[]): Weighed {
  return {
    ...judged(pairsOf(one, other).map(([a, b]) => meeting(a, b, year))),
    reason: (speaks) => ({
      about: "birth",
      speaks,
      sides: sidesOf(one, other, (a, b) => isShared(meeting(a, b, year))),
    }),
  };
}

/** The same sex says nothing that the names don't. */
function weighSexes(one: readonly Sex[], other: readonly Sex[]): Weighed {
  const isOther = one.length > 0 && other.length > 0 && !one.some((sex) => other.includes(sex));
  return {
    points: isOther ? points.contradiction : 0,
    speaks: isOther ? "against" : "nothing",
    reason: (speaks) => ({ about: "sex", speaks, sides: sidesOf(one, other, (a, b) => a === b) }),
  };
}

/** Deaths, or the death of one and the last that happened to the other while they lived. */
function weighDeaths(one: PersonTraits, other: PersonTraits): Weighed {
  const [after, before] = [survivalOf(one, other), survivalOf(other, one)];
  if (after !== undefined || before !== undefined) {
    const sides = sidesOf(
      after === undefined ? one.deaths : [after],
      before === undefined ? other.deaths : [before],
      () => false,
    );
    return {
      points: points.contradiction,
      speaks: "against",
      reason: (speaks) => ({ about: "death", speaks, sides }),
    };
  }
  const met = (a: DatedTrait, b: DatedTrait) => meeting(a.date, b.date, month);
  return {
    ...judged(pairsOf(one.deaths, other.deaths).map(([a, b]) => met(a, b))),
    reason: (speaks) => ({
      about: "death",
      speaks,
      sides: sidesOf(one.deaths, other.deaths, (a, b) => isShared(met(a, b))),
    }),
  };
}

/** The last that happened to somebody, if that was after the death of the other. */
function survivalOf(living: PersonTraits, dead: PersonTraits): DatedTrait | undefined {
  const { lastAlive, deaths } = living;
  if (lastAlive === undefined || deaths.length > 0 || dead.deaths.length === 0) return undefined;
  const { earliest } = dateBounds(lastAlive.date);
  const isLater = dead.deaths.every(({ date }) => {
    const { latest } = dateBounds(date);
    return latest !== null && earliest !== null && earliest > latest;
  });
  return isLater ? lastAlive : undefined;
}

function weighDates(one: readonly DatedTrait[], other: readonly DatedTrait[]): Weighed {
  const isShared = (a: DatedTrait, b: DatedTrait) =>
    a.kind === b.kind && a.date === b.date && isExactDay(a.date);
  const pairs = pairsOf(one, other).filter(([a, b]) => a.kind === b.kind && isInMonth(a.date, b.date));
  const shared = pairs.filter(([a, b]) => isShared(a, b));
  const isVerdict = shared.some(([{ kind }]) => kind === "verdict");
  const isNear = pairs.some(([{ date: a }, { date: b }]) => !isExactDay(a) || !isExactDay(b));
  const event = isVerdict ? points.verdict : points.event;
  return {
    points: shared.length > 0 ? event : isNear ? points.monthOfEvent : 0,
    speaks: shared.length > 0 ? "for" : isNear ? "nearly" : "nothing",
    sharesDay: isVerdict,
    reason: (speaks) => ({ about: "dates", speaks, sides: sidesOf(one, other, isShared) }),
  };
}

/** Whether both are a day or a month within the same month. */
function isInMonth(a: Edtf, b: Edtf): boolean {
  const single = /^\d{4}-(?:0\d|1[0-2])/;
  return a.slice(0, 7) === b.slice(0, 7) && single.test(a) && !a.includes("/") && !b.includes("/");
}

function weighArticles(one: readonly string[], other: readonly string[]): Weighed {
  const isOne = one.some((code) => other.includes(code));
  return {
    points: isOne ? points.article : 0,
    speaks: isOne ? "for" : "nothing",
    reason: (speaks) => ({ about: "articles", speaks, sides: sidesOf(one, other, (a, b) => a === b) }),
  };
}

function weighPlaces(one: readonly PlaceTrait[], other: readonly PlaceTrait[]): Weighed {
  const isOne = pairsOf(one, other).some(([a, b]) => isSamePlace(a, b));
  return {
    points: isOne ? points.place : 0,
    speaks: isOne ? "for" : "nothing",
    reason: (speaks) => {
      const [ours, theirs] = sidesOf(one, other, isSamePlace);
      return { about: "places", speaks, sides: [shownPlaces(ours), shownPlaces(theirs)] };
    },
  };
}

function shownPlaces({ values, more }: Side<PlaceTrait>): Side<ShownPlace> {
  const shown = values.map(({ value, agrees }) => ({
    value: "facility" in value ? value : { words: value.words },
    agrees,
  }));
  return { values: shown, more };
}

/** One place in whatever language, and with what is only added to it: "Minsk" and "Minsk, Belarus". */
function isSamePlace(a: PlaceTrait, b: PlaceTrait): boolean {
  if ("facility" in a || "facility" in b) {
    return "facility" in a && "facility" in b && a.facility === b.facility;
  }
  const adds = (one: readonly string[], other: readonly string[]) =>
    other.every((word) => one.includes(word));
  return a.outlines.some((one) => b.outlines.some((other) => adds(one, other) || adds(other, one)));
}

// In milliseconds.
const month = 31 * 86_400_000;
const year = 366 * 86_400_000;

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
    if (a === b && isExactDay(a)) return "day";
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
