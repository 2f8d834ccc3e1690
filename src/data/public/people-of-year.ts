import { orderIn } from "#data/public/order.ts";
import { whereOf } from "#data/public/people-where.ts";
import { publicRegistry } from "#db/public.ts";
import { type EventKind, eventKinds } from "#domain/case-file/events.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";

export const peopleOfYearPerPage = 50;

/** What a file can date: an event, a birth, a verdict. A death is an event. */
export type YearKind = EventKind | "birth" | "verdict";

/** Somebody whose file dates something to a year, and of which kinds, in the order of a life. */
export type PersonOfYear = { card: PersonCard; kinds: YearKind[] };

/** The year that a query is, of those that a file may speak of; undefined for any other query. */
export function yearOf(q: string): number | undefined {
  return /^\s*(?:19\d\d|20\d\d|2100)\s*$/.test(q) ? Number(q) : undefined;
}

/** People in whose files something may have happened in a year: by the alphabet, filtered, in pages. */
export async function peopleOfYear(
  { year, page, ...filters }: PeopleFilters & { year: number; page: number },
  language: Language,
): Promise<{ people: PersonOfYear[]; total: number; pages: number }> {
  const inYear = {
    earliest: { lte: new Date(`${year}-12-31T00:00:00Z`) },
    latest: { gte: new Date(`${year}-01-01T00:00:00Z`) },
  };
  const where = { AND: [whereOf(filters), { events: { some: inYear } }] };
  const registry = publicRegistry();
  const [total, rows] = await Promise.all([
    registry.publicPerson.count({ where }),
    registry.publicPerson.findMany({
      where,
      select: { card: true, events: { where: inYear, select: { kind: true } } },
      orderBy: orderIn(language),
      skip: (page - 1) * peopleOfYearPerPage,
      take: peopleOfYearPerPage,
    }),
  ]);
  return {
    people: rows.map(({ card, events }) => ({
      card: PersonCard.parse(card),
      kinds: eventKinds.filter((kind) => events.some((event) => event.kind === kind)),
    })),
    total,
    pages: Math.max(1, Math.ceil(total / peopleOfYearPerPage)),
  };
}
