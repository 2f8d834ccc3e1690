import { readArticles, readFacilities } from "#data/public/reference.ts";
import { findStems } from "#data/public/stems.ts";
import { type Language, languages } from "#domain/languages.ts";
import type { TrilingualText } from "#domain/reference.ts";
import {
  type ArticleFound,
  type FacilityFound,
  findArticles,
  findFacilities,
} from "#domain/words/reference-search.ts";
import { wordsIn } from "#domain/words/words-in.ts";

/** Places of detention by their number or by words of their name, best first, at most ten. */
export async function searchFacilities(q: string, language: Language): Promise<FacilityFound[]> {
  const facilities = await readFacilities();
  const stemOf = await stemsFor(
    q,
    facilities.map(({ name }) => name),
  );
  return findFacilities(facilities, q, { language, stemOf });
}

/** Articles by their number or by words of their title, best first, at most ten. */
export async function searchArticles(q: string, language: Language): Promise<ArticleFound[]> {
  const articles = await readArticles();
  const stemOf = await stemsFor(
    q,
    articles.map(({ title }) => title),
  );
  return findArticles(articles, q, { language, stemOf });
}

function stemsFor(q: string, texts: readonly TrilingualText[]) {
  const said = texts.flatMap((text) => languages.map((language) => text[language]));
  return findStems(
    [q, ...said].flatMap((text) => wordsIn(text).flatMap(({ word }) => [word, ...split(word)])),
  );
}

/** "ік2" is asked for as "ік" and "2". */
function split(word: string): string[] {
  return word.match(/\p{N}+|[^\p{N}]+/gu) ?? [];
}
