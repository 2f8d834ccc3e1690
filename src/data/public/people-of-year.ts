import { orderIn } from "#data/public/order.ts";
import { whereOf } from "#data/public/people-where.ts";
import { publicRegistry } from "#db/public.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { type DatedKind, datedKinds } from "#domain/years.ts";

const peopleOfYearPerPage = 50;

/** Somebody in whose file something happened, or may have happened, in a year, and what it was. */
export type PersonOfYear = { card: PersonCard; kinds: DatedKind[] };

/** People whose files date something to a year: by the alphabet, filtered, in pages. */
export async function peopleOfYear(
  { year, page, ...filters }: PeopleFilters & { year: number; page: number },
  language: Language,
): Promise<{ people: PersonOfYear[]; total: number; pages: number }> {
  const where = { AND: [whereOf(filters), { years: { some: { year } } }] };
  const registry = publicRegistry();
  const [total, rows] = await Promise.all([
    registry.publicPerson.count({ where }),
    registry.publicPerson.findMany({
      where,
      select: { card: true, years: { where: { year }, select: { kind: true } } },
      orderBy: orderIn(language),
      skip: (page - 1) * peopleOfYearPerPage,
      take: peopleOfYearPerPage,
    }),
  ]);
  return {
    people: rows.map(({ card, years }) => ({
      card: PersonCard.parse(card),
      kinds: datedKinds.filter((kind) => years.some((it) => it.kind === kind)),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / peopleOfYearPerPage)),
  };
}
