import { peopleOfYear } from "#data/public/people-of-year.ts";
import { type PeopleFound, searchPeople } from "#data/public/search.ts";
import { type FoundInProse, searchProse } from "#data/public/search-prose.ts";
import { searchArticles, searchFacilities } from "#data/public/search-reference.ts";
import type { SearchQuery } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import type { Reading } from "#domain/names/find-by-name.ts";
import type { ArticleFound, FacilityFound } from "#domain/words/reference-search.ts";
import { yearOf } from "#domain/years.ts";

type FoundOfYear = { year: number } & Awaited<ReturnType<typeof peopleOfYear>>;

type BesidePeople = {
  year?: FoundOfYear;
  facilities?: FacilityFound[];
  articles?: ArticleFound[];
  texts?: FoundInProse;
};

/** What a search found, and what its words were read as in the end. */
type RegistryFound = BesidePeople & { words: string; tried: Reading[]; people?: PeopleFound };

/**
 * All that the registry has for a query: people, who in the year that it is, places, articles, texts. A page after the
 * first has people alone, and a part of the results has that part alone. What was typed is followed by its other readings
 * only where it finds nothing at all.
 */
export async function searchRegistry(query: SearchQuery, language: Language): Promise<RegistryFound> {
  const { part, ...asked } = query;
  const typed = { words: query.q, tried: [] };
  if (part === "texts") return { ...typed, texts: await searchProse(asked, language) };
  if (part === "year") return { ...typed, ...(await foundOfYear(asked, language)) };
  const people = await searchPeople(asked, language);
  const { tried, total } = people;
  if (query.page > 1) return { words: total > 0 ? (tried.at(-1)?.text ?? query.q) : query.q, tried, people };
  for (const { text } of total > 0 ? tried.slice(-1) : tried) {
    const beside = await findBeside({ ...asked, q: text }, language);
    if (total > 0 || isAny(beside)) return { words: text, tried, people, ...beside };
  }
  return { ...typed, tried, people };
}

async function findBeside(asked: SearchQuery, language: Language): Promise<BesidePeople> {
  const [ofYear, facilities, articles, texts] = await Promise.all([
    foundOfYear(asked, language),
    searchFacilities(asked.q, language),
    searchArticles(asked.q, language),
    searchProse(asked, language),
  ]);
  return { ...ofYear, facilities, articles, texts };
}

async function foundOfYear(
  { q, ...asked }: SearchQuery,
  language: Language,
): Promise<Pick<BesidePeople, "year">> {
  const year = yearOf(q);
  return year === undefined ? {} : { year: { year, ...(await peopleOfYear({ ...asked, year }, language)) } };
}

function isAny({ year, facilities = [], articles = [], texts }: BesidePeople): boolean {
  return (year?.total ?? 0) + facilities.length + articles.length + (texts?.total ?? 0) > 0;
}
