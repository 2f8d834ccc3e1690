import { z } from "zod";
import { orderIn } from "#data/public/order.ts";
import { listUpdates, type Update } from "#data/public/updates.ts";
import { publicRegistry } from "#db/public.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import { firstDay } from "#domain/knowledge.ts";
import type { Language } from "#domain/languages.ts";
import { PersonCard } from "#domain/person-card.ts";
import { type State, states } from "#domain/status.ts";

/** What the first page shows of the registry. */
export type Home = {
  total: number;
  states: { state: State; people: number }[];
  /** Everyone who died, by the alphabet. */
  dead: PersonCard[];
  updates: Update[];
  /** The latest day of which any record's status speaks; null in an empty registry. */
  knownUntil: Edtf | null;
};

const latestUpdates = 5;

/** The last days of knowledge, each once: there are far fewer of them than people. */
const Days = z.array(z.object({ day: Edtf.nullable() }));

/** Reads the first page's counts, the dead and the latest updates. */
export async function readHome(language: Language): Promise<Home> {
  const registry = publicRegistry();
  const [counts, dead, { rows: updates }, days] = await Promise.all([
    registry.publicPerson.groupBy({ by: ["state"], _count: true }),
    registry.publicPerson.findMany({
      where: { death: { isNot: null } },
      select: { card: true },
      orderBy: orderIn(language),
    }),
    listUpdates(1, latestUpdates),
    registry.$queryRaw`select distinct card -> 'status' ->> 'asOf' as day from public_person order by day`,
  ]);
  const people = new Map(counts.map((it) => [z.enum(states).parse(it.state), it._count]));
  const known = Days.parse(days).flatMap(({ day }) => day ?? []);
  return {
    total: counts.reduce((sum, it) => sum + it._count, 0),
    states: states.map((state) => ({ state, people: people.get(state) ?? 0 })),
    dead: dead.map(({ card }) => PersonCard.parse(card)),
    updates,
    knownUntil: known.sort((a, b) => firstDay(b).localeCompare(firstDay(a)))[0] ?? null,
  };
}
