import { articleOf, facilityOf } from "#data/public/reference.ts";
import { publicRegistry } from "#db/public.ts";
import type { Language } from "#domain/languages.ts";
import type { Article, Facility, TrilingualText } from "#domain/reference.ts";
import { type MarkedPart, markedParts } from "#domain/words/marked-text.ts";

/** What of a name or a title matched: in the page's language where it does there, else in the one where it does. */
export type MatchedText = { language: Language; parts: MarkedPart[] };

export type FacilityFound = { facility: Facility; matched: MatchedText };
export type ArticleFound = { article: Article; matched: MatchedText };

const most = 10;

/** Places of detention by their number or by words of their name, best first, at most ten. */
export async function searchFacilities(q: string, language: Language): Promise<FacilityFound[]> {
  const rows = await publicRegistry().facility.findMany();
  return rows
    .map(facilityOf)
    .flatMap((facility) => {
      const matched = q.trim() === "" ? undefined : matchIn(facility.name, q, language);
      return matched === undefined ? [] : [{ facility, matched }];
    })
    .slice(0, most);
}

/** Articles by their number or by words of their title, best first, at most ten. */
export async function searchArticles(q: string, language: Language): Promise<ArticleFound[]> {
  const rows = await publicRegistry().article.findMany({ orderBy: { position: "asc" } });
  return rows
    .map(articleOf)
    .flatMap((article) => {
      const matched = q.trim() === "" ? undefined : matchIn(article.title, q, language);
      return matched === undefined ? [] : [{ article, matched }];
    })
    .slice(0, most);
}

function matchIn(text: TrilingualText, q: string, language: Language): MatchedText | undefined {
  const found = [language, "be" as const, "ru" as const, "en" as const].find((it) =>
    text[it].toLowerCase().includes(q.toLowerCase()),
  );
  if (found === undefined) return undefined;
  const start = text[found].toLowerCase().indexOf(q.toLowerCase());
  return { language: found, parts: markedParts(text[found], [[start, start + q.length]]) };
}
