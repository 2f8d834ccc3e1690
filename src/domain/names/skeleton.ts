import { vowels } from "#domain/names/sounds.ts";

// Consonants hold where vowels vary: between Belarusian and Russian nearly every unstressed vowel may differ, and every
// romanisation writes them in its own way. So names are recalled by their consonants, in classes of those that stand
// for each other; which vowels they have is left to the ranking.
const classes: readonly (readonly [signs: string, kind: string])[] = [
  ["vwW", "v"],
  ["gxh", "g"],
  ["tTc", "t"],
  ["dD", "d"],
  ["SQqC", "š"],
  ["ZJ", "ž"],
  ...[..."bpmnfrlszk"].map((sign) => [sign, sign] as const),
];
const classOf = new Map(classes.flatMap(([signs, kind]) => [...signs].map((sign) => [sign, kind] as const)));

// Signs that a Latin letter or the language leaves open are taken both ways.
const readings: Readonly<Record<string, readonly string[]>> = {
  H: ["C", "x"],
  K: ["c", "k"],
  M: ["m", "n"],
  N: ["n", "m"],
};
const mostReadings = 4;

/** The words that ambiguous signs allow; a word with too many of them is read in the first ways only. */
export function readingsOf(sounds: string): string[] {
  let all = [""];
  for (const [at, sign] of [...sounds].entries()) {
    const ways = readings[sign] ?? waysAmong(sounds, at);
    all = all.flatMap((start) => ways.map((way) => start + way)).slice(0, mostReadings);
  }
  return all;
}

/** What a sign may be among its neighbours. */
function waysAmong(sounds: string, at: number): readonly string[] {
  const sign = sounds[at] ?? "";
  // Воўк, Волк; not in -оўскі, where nobody has л.
  if (
    "wW".includes(sign) &&
    /[aoO]$/.test(sounds.slice(0, at)) &&
    /^.(?!sk)[^aAoOeEiyuUjvwW]/.test(sounds.slice(at))
  )
    return [sign, "l"];
  // У before a consonant at the start is ў in Уладзімір, and a vowel in Усаў; so it may be after a vowel: Навумаў, Наум.
  return sign === "u" && isHalfVowel(sounds, at) ? [sign, "U"] : [sign];
}

/** The classes of a word's consonants. У counts as one where it may be ў or в: after a vowel, and before a consonant at the start. */
export function skeletonOf(sounds: string): string {
  const heard = asHeard(sounds);
  let out = "";
  let lastAt = -2;
  for (const [at, sign] of [...heard].entries()) {
    const kind = classOf.get(isHalfVowel(heard, at) ? "w" : sign);
    if (kind === undefined) continue;
    if (kind !== out.at(-1) || lastAt !== at - 1) out += kind;
    lastAt = at;
  }
  return out;
}

/** Without the consonants that are written in one language or romanisation and not heard in any. */
function asHeard(sounds: string): string {
  return (
    sounds
      // Тч and цч sound like ч (tch and tsch leave open which of them is meant), and сч, зч like щ: Счастный, Шчасны.
      .replace(/[tcsz](?=C)/g, "")
      // Belarusian leaves out what is silent in a group: Счастный, Шчасны; Поздняков, Пазнякоў; Солнцев, Сонцаў.
      .replace(/(?<=s)t(?=[nl])|(?<=z)d(?=n)|l(?=nc)/g, "")
  );
}

// Павук, Паук; Уладзіміраў, Владимиров.
function isHalfVowel(sounds: string, at: number): boolean {
  if (sounds[at] !== "u") return false;
  const before = sounds[at - 1];
  const after = sounds[at + 1];
  if (before === undefined) return after !== undefined && !vowels.has(after);
  return vowels.has(before);
}

/** The skeleton with its vowels in three classes: for short words and for beginnings. */
export function outlineOf(sounds: string): string {
  const heard = asHeard(sounds);
  const kinds = [...heard].flatMap(
    (sign, at) => classOf.get(isHalfVowel(heard, at) ? "w" : sign) ?? vowelKind(sign) ?? [],
  );
  return settled(kinds);
}

function settled(kinds: Iterable<string>): string {
  let out = "";
  for (const kind of kinds) {
    // Марыя, Марья: і before a vowel is written or not.
    if ("AU".includes(kind) && out.at(-1) === "I") out = out.slice(0, -1);
    if (kind !== out.at(-1)) out += kind;
  }
  return out;
}

function vowelKind(sign: string): string | undefined {
  if ("aAoOeE".includes(sign)) return "A";
  if ("iy".includes(sign)) return "I";
  return "uU".includes(sign) ? "U" : undefined;
}

/** A skeleton with each one of its signs left out: two that are one slip apart have such a key in common. */
export function withOneLess(key: string): string[] {
  return [...new Set([...key].map((_, at) => key.slice(0, at) + key.slice(at + 1)))];
}

/** An outline with each one of its signs left out, as an outline again: between two vowels of a class one is left. */
export function outlinesWithOneLess(outline: string): string[] {
  return [...new Set(withOneLess(outline).map(settled))];
}
