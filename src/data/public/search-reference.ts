import { readArticles, readFacilities } from "#data/public/reference.ts";
import { findStems } from "#data/public/stems.ts";
import { type Language, languages } from "#domain/languages.ts";
import type { TrilingualText } from "#domain/reference.ts";
import { type ComparedWord, comparedWords, splitWord } from "#domain/words/compared-words.ts";
import {
  type ArticleFound,
  type FacilityFound,
  findArticles,
  findFacilities,
  type HowToFind,
} from "#domain/words/reference-search.ts";
import { wordsIn } from "#domain/words/words-in.ts";

/** Places of detention by their number or by words of their name, best first, at most ten. */
export async function searchFacilities(q: string, language: Language): Promise<FacilityFound[]> {
  const facilities = await readFacilities();
  const names = facilities.map(({ name }) => name);
  return findFacilities(facilities, q, await howToFind(q, names, language));
}

/** Articles by their number or by words of their title, best first, at most ten. */
export async function searchArticles(q: string, language: Language): Promise<ArticleFound[]> {
  const articles = await readArticles();
  const titles = articles.map(({ title }) => title);
  return findArticles(articles, q, await howToFind(q, titles, language));
}

// The words of names and titles, by language and text: they follow from these alone, and there are some hundreds.
const known = new Map<string, readonly ComparedWord[]>();
const keyOf = (text: string, language: Language) => `${language} ${text}`;

async function howToFind(
  q: string,
  texts: readonly TrilingualText[],
  language: Language,
): Promise<HowToFind> {
  const unknown = texts.flatMap((text) =>
    languages.filter((it) => !known.has(keyOf(text[it], it))).map((it) => ({ text: text[it], language: it })),
  );
  const words = [...unknown.map(({ text }) => text), q].flatMap(wordsIn).map(({ word }) => word);
  const stemOf = await findStems(words.flatMap((word) => [word, ...splitWord(word)]));
  for (const it of unknown)
    known.set(keyOf(it.text, it.language), comparedWords(it.text, it.language, stemOf));
  return { language, stemOf, wordsOf: (text, it) => known.get(keyOf(text, it)) ?? [] };
}
