import { z } from "zod";
import { orderIn } from "#data/public/order.ts";
import { whereOf } from "#data/public/people-where.ts";
import type { Prisma } from "#db/generated/client.ts";
import { publicRegistry } from "#db/public.ts";
import { type PeopleFilter, type PeopleQuery, peopleFilters } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";

const peoplePerPage = 50;

/** A value that a filter could take, and how many people it would leave under the other filters. */
export type FacetValue = { value: string; people: number };

/**
 * People by the alphabet of the language, filtered. Each facet's counts hold under the other filters that are set,
 * so that a count tells what choosing that value would show. A page past the end is empty.
 */
export async function listPeople(
  query: PeopleQuery,
  language: Language,
): Promise<{
  cards: PersonCard[];
  total: number;
  pages: number;
  facets: Record<PeopleFilter, FacetValue[]>;
}> {
  const registry = publicRegistry();
  const where = whereOf(query);
  const [total, rows, ...counted] = await Promise.all([
    registry.publicPerson.count({ where }),
    registry.publicPerson.findMany({
      where,
      select: { card: true },
      orderBy: orderIn(language),
      skip: (query.page - 1) * peoplePerPage,
      take: peoplePerPage,
    }),
    ...peopleFilters.map((name) => countFacet(name, whereOf({ ...query, [name]: undefined }))),
  ]);
  const facets: Record<PeopleFilter, FacetValue[]> = {
    custody: [],
    exit: [],
    category: [],
    article: [],
    place: [],
    sex: [],
    risk: [],
    recognition: [],
  };
  for (const [index, name] of peopleFilters.entries()) facets[name] = counted[index] ?? [];
  return {
    cards: rows.map(({ card }) => PersonCard.parse(card)),
    total,
    pages: Math.max(1, Math.ceil(total / peoplePerPage)),
    facets,
  };
}

const Counted = z.array(z.object({ value: z.string().nullable(), people: z.int() }));

async function countFacet(name: PeopleFilter, where: Prisma.PublicPersonWhereInput): Promise<FacetValue[]> {
  const counts = Counted.parse(await countsOf(name, where));
  return counts
    .flatMap(({ value, people }) => (value === null ? [] : [{ value, people }]))
    .sort((a, b) => b.people - a.people || a.value.localeCompare(b.value));
}

async function countsOf(
  name: PeopleFilter,
  where: Prisma.PublicPersonWhereInput,
): Promise<{ value: string | null; people: number }[]> {
  const registry = publicRegistry();
  const person = where;
  switch (name) {
    case "custody":
    case "exit":
    case "sex":
    case "recognition": {
      const groups = await registry.publicPerson.groupBy({ by: [name], where, _count: { _all: true } });
      return groups.map((it) => ({ value: it[name], people: it._count._all }));
    }
    case "category": {
      const groups = await registry.publicCategory.groupBy({
        by: ["category"],
        where: { person },
        _count: true,
      });
      return groups.map((it) => ({ value: it.category, people: it._count }));
    }
    case "risk": {
      const groups = await registry.publicRisk.groupBy({ by: ["group"], where: { person }, _count: true });
      return groups.map((it) => ({ value: it.group, people: it._count }));
    }
    // A person may be charged under an article twice, and may be held in a place twice: they count once.
    case "article": {
      const pairs = await registry.publicCharge.groupBy({ by: ["articleCode", "number"], where: { person } });
      return tally(pairs.map((pair) => pair.articleCode));
    }
    case "place": {
      const pairs = await registry.publicStay.groupBy({ by: ["facilityCode", "number"], where: { person } });
      return tally(pairs.map((pair) => pair.facilityCode));
    }
  }
}

function tally(values: readonly string[]): FacetValue[] {
  const people = new Map<string, number>();
  for (const value of values) people.set(value, (people.get(value) ?? 0) + 1);
  return [...people].map(([value, count]) => ({ value, people: count }));
}
