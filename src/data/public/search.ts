import { orderIn } from "#data/public/order.ts";
import type { Prisma } from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import { foldName } from "#domain/fold-name.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { recordNumber } from "#domain/record-number.ts";

export const resultsPerPage = 50;

/** A person that a search found, and the spelling that matched; none where the record's number did. */
export type SearchResult = { card: PersonCard; matched?: string };

/**
 * People one of whose spellings holds every word of the query, or whose record has that number.
 * `page` counts from 1. A query without a letter or a digit finds nobody.
 */
export async function searchPeople(
  { q, page }: { q: string; page: number },
  language: Language,
): Promise<{ results: SearchResult[]; total: number; pages: number }> {
  const words = foldName(q).split(" ").filter(Boolean);
  if (words.length === 0) return { results: [], total: 0, pages: 1 };
  const spelling: Prisma.PublicNameWhereInput = {
    AND: words.map((word) => ({ folded: { contains: word } })),
  };
  const number = recordNumber(q);
  const where: Prisma.PublicPersonWhereInput = {
    OR: [{ names: { some: spelling } }, ...(number === undefined ? [] : [{ number }])],
  };
  const registry = publicRegistry();
  const [total, rows] = await Promise.all([
    registry.publicPerson.count({ where }),
    registry.publicPerson.findMany({
      where,
      select: {
        card: true,
        names: { where: spelling, orderBy: [{ preferred: "desc" }, { factId: "asc" }], take: 1 },
      },
      orderBy: orderIn(language),
      skip: (page - 1) * resultsPerPage,
      take: resultsPerPage,
    }),
  ]);
  return {
    results: rows.map(({ card, names: [name] }) => ({
      card: PersonCard.parse(card),
      ...(name && { matched: name.text }),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / resultsPerPage)),
  };
}
