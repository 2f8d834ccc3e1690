import { articleOf, facilityOf } from "#data/public/reference.ts";
import { publicRegistry } from "#db/public.ts";
import { referencedArticles, referencedFacilities } from "#domain/case-file/references.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import type { Article, Facility } from "#domain/reference.ts";

/** The facilities and articles that a form names, by code. */
export type NamedReferences = {
  facilities: ReadonlyMap<string, Facility>;
  articles: ReadonlyMap<string, Article>;
};

/** Reads the facilities and articles that a form names. */
export async function findNamedReferences(form: PublicForm): Promise<NamedReferences> {
  const [facilityCodes, articleCodes] = [referencedFacilities(form), referencedArticles(form)];
  const [facilities, articles] = await Promise.all([
    facilityCodes.length === 0
      ? []
      : publicRegistry().facility.findMany({ where: { code: { in: facilityCodes } } }),
    articleCodes.length === 0
      ? []
      : publicRegistry().article.findMany({ where: { code: { in: articleCodes } } }),
  ]);
  return {
    facilities: new Map(facilities.map((row) => [row.code, facilityOf(row)])),
    articles: new Map(articles.map((row) => [row.code, articleOf(row)])),
  };
}
