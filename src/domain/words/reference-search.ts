import { type Language, languages } from "#domain/languages.ts";
import type { Article, Facility, FacilityType, TrilingualText } from "#domain/reference.ts";
import {
  type ComparedWord,
  type StemOf,
  type TypedWord,
  typedWords,
  wordCost,
} from "#domain/words/compared-words.ts";
import { type Mark, type MarkedPart, markedParts } from "#domain/words/marked-text.ts";

/** What of a name or a title matched: in the page's language if it does there, else in the one where it does. */
export type MatchedText = { language: Language; parts: MarkedPart[] };

export type FacilityFound = { facility: Facility; matched: MatchedText };
export type ArticleFound = { article: Article; matched: MatchedText };

const most = 10;

// How people write a place's type, in any of the languages. Belarusian and Russian abbreviations, and the Russian ones in
// Latin letters; "khimiya" is what everyone calls an open-type facility.
const typeWords: Readonly<Record<FacilityType, string>> = {
  ivs: "ічу івс ивс ivs",
  tsip: "ціп цип tsip",
  "ivs-tsip": "ічу івс ивс ivs ціп цип tsip",
  sizo: "сіза сизо sizo",
  "kgb-sizo": "сіза сизо sizo кдб кгб kgb kdb",
  prison: "турма тюрьма turma tiurma jail",
  ik: "пк ік ик pk ik",
  vk: "вк vk",
  ikp: "пкп ікп икп ikp пасяленне поселение",
  liu: "лпу ліу лиу liu",
  iuot: "пуат іуат иуот iuot хімія химия khimiya chimija",
  ltp: "лпп лтп ltp",
  "arrest-house": "",
};

/** What a search in reference data takes beside the data: `wordsOf` has the words of its texts ready. */
export type HowToFind = {
  language: Language;
  stemOf: StemOf;
  wordsOf: (text: string, language: Language) => readonly ComparedWord[];
};

/** Places of detention by type and number as people write them, or by words of their name, best first, at most ten. */
export function findFacilities(facilities: readonly Facility[], q: string, how: HowToFind): FacilityFound[] {
  const asked = typedWords(q, how.stemOf).filter(({ word }) => !numberWords.has(word));
  const found = facilities.flatMap((facility) => {
    const besides = `${typeWords[facility.type]} ${facility.number ?? ""}`.trim().split(" ");
    const match = matchText(asked, facility.name, besides, how);
    return match === undefined ? [] : [{ facility, ...match }];
  });
  return best(found).map(({ facility, matched }) => ({ facility, matched }));
}

// "Калонія нумар 2": the number itself is what is asked for.
const numberWords: ReadonlySet<string> = new Set(["нумар", "номер", "number", "no", "nr", "n"]);

/** Articles by their number as people write it, or by words of their title, best first, at most ten. */
export function findArticles(articles: readonly Article[], q: string, how: HowToFind): ArticleFound[] {
  const { code, rest } = readCode(q);
  const asked = typedWords(rest, how.stemOf).filter(({ word }) => !articleWords.has(word));
  if (code === undefined && asked.length === 0) return [];
  const known = code === undefined ? undefined : knownCode(code, articles);
  const found = articles.flatMap((article) => {
    const distance = code === undefined ? 0 : codeCost(plainCode(article), known ?? code);
    const match =
      asked.length === 0 ? unmarked(article.title, how) : matchText(asked, article.title, [], how);
    if (distance === undefined || match === undefined) return [];
    return [{ article, matched: match.matched, cost: match.cost + distance }];
  });
  return best(found).map(({ article, matched }) => ({ article, matched }));
}

// Words around an article's number: "арт. 342 КК", "ст. 19.11 КоАП РБ", "Art. 411".
const articleWords: ReadonlySet<string> = new Set(
  `
  арт артыкул артыкула артыкулу артыкулам артыкуле артыкулы артыкулаў ст стст статья статьи статье статью статей стаття
  art arts article articles кк ук cc кодэкс кодекса кодэкса коап каап koap cao рб rb
  `
    .trim()
    .split(/\s+/),
);

/** The number of an article in a query, `361-4`, and the rest of the query. Its part ("ч. 1", "part 2") is left aside. */
function readCode(q: string): { code: string | undefined; rest: string } {
  const text = q
    .normalize("NFKC")
    .replace(/(?<!\p{L})(?:ч|часть|части|частка|часткі|part|p)\.?\s*\d+/giu, " ");
  const found = /(?<![\p{L}\p{N}])\d+(?:\s?[-‐‑–—.]\s?\d+)*/u.exec(text);
  if (found === null) return { code: undefined, rest: text };
  return {
    code: found[0].replace(/\s/g, "").replace(/[‐‑–—]/g, "-"),
    rest: text.replace(found[0], " "),
  };
}

/** "411-2" is often the second part of 411. */
function knownCode(code: string, articles: readonly Article[]): string {
  const isKnown = articles.some((article) => codeCost(plainCode(article), code) !== undefined);
  return isKnown ? code : code.replace(/[-.]\d+$/, "");
}

function plainCode({ code }: Article): string {
  return code.replace(/^koap-/, "");
}

function codeCost(code: string, asked: string): number | undefined {
  if (code === asked) return 0;
  return code.startsWith(`${asked}-`) || code.startsWith(`${asked}.`) ? 0.5 : undefined;
}

type Match = { cost: number; matched: MatchedText };

function unmarked(text: TrilingualText, { language }: HowToFind): Match {
  return { cost: 0, matched: { language, parts: markedParts(text[language], []) } };
}

/**
 * How the words of a query answer a text and what is said of it besides: all of them have to be there, in one language or,
 * failing that, each in some language.
 */
function matchText(
  asked: readonly TypedWord[],
  text: TrilingualText,
  besides: readonly string[],
  { language, wordsOf }: HowToFind,
): Match | undefined {
  if (asked.length === 0) return undefined;
  const order = [language, ...languages.filter((it) => it !== language)];
  const found = order.map((it) => ({
    language: it,
    words: asked.map((typed) => matchWord(typed, wordsOf(text[it], it), besides, it)),
  }));
  const cost = asked
    .map((_, index) => Math.min(...found.map(({ words }) => words[index]?.cost ?? Number.POSITIVE_INFINITY)))
    .reduce((sum, it) => sum + it, 0);
  if (!Number.isFinite(cost)) return undefined;
  const shown = found.find(({ words }) => words.every((word) => word !== undefined)) ?? found[0];
  if (shown === undefined) return undefined;
  const marks = inOrder(shown.words.flatMap((word) => word?.marks ?? []));
  return {
    cost,
    matched: { language: shown.language, parts: markedParts(text[shown.language], marks) },
  };
}

/** What a word that was typed finds in a text at best, or besides it. */
function matchWord(
  typed: TypedWord,
  words: readonly ComparedWord[],
  besides: readonly string[],
  language: Language,
): { cost: number; marks: Mark[] } | undefined {
  const hits = words.flatMap((word) => {
    const cost = wordCost(typed, word, language);
    return cost === undefined ? [] : [{ cost, word }];
  });
  const cost = Math.min(...hits.map((hit) => hit.cost), ...(besides.includes(typed.word) ? [0] : []));
  if (!Number.isFinite(cost)) return undefined;
  return { cost, marks: hits.filter((hit) => hit.cost === cost).map(({ word }) => markOf(word, typed)) };
}

/** Of a word that only begins with what was typed, that beginning. */
function markOf({ word, start, end, stem }: ComparedWord, typed: TypedWord): Mark {
  const isBeginning = word.startsWith(typed.word) && !Object.values(typed.stems).includes(stem);
  return [start, isBeginning && word.length === end - start ? start + typed.word.length : end];
}

/** Marks in the order of the text, without those inside others. */
function inOrder(marks: readonly Mark[]): Mark[] {
  const sorted = [...marks].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return sorted.filter(([start], index) => sorted.slice(0, index).every((before) => before[1] <= start));
}

function best<T extends { cost: number }>(found: readonly T[]): T[] {
  return [...found].sort((a, b) => a.cost - b.cost).slice(0, most);
}
