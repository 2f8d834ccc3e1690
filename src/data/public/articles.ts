import { orderIn } from "#data/public/order.ts";
import { articleOf } from "#data/public/reference.ts";
import { publicRegistry } from "#db/public.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import type { Article } from "#domain/reference.ts";

/** Articles in the order of the codes, each with how many people of the registry it was used against. */
export async function listArticles(): Promise<(Article & { people: number })[]> {
  const rows = await publicRegistry().article.findMany({
    include: { charges: { distinct: ["number"], select: { number: true } } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ charges, ...row }) => ({ ...articleOf(row), people: charges.length }));
}

/** An article and the people it was used against; undefined for an unknown code. */
export async function findArticle(
  code: string,
  language: Language,
): Promise<{ article: Article; people: PersonCard[] } | undefined> {
  const row = await publicRegistry().article.findUnique({ where: { code } });
  if (row === null) return undefined;
  const persons = await publicRegistry().publicPerson.findMany({
    where: { charges: { some: { articleCode: code } } },
    select: { card: true },
    orderBy: orderIn(language),
  });
  return { article: articleOf(row), people: persons.map(({ card }) => PersonCard.parse(card)) };
}
