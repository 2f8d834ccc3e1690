import { scheduler } from "node:timers/promises";
import { z } from "zod";
import { editorsRegistry } from "#db/registry.ts";
import { byLikeness, type Comparison, likelyComparison } from "#domain/likely-duplicates.ts";
import { type NamePair, namePairs, type PersonsName } from "#domain/name-pairs.ts";
import { isExactDay, PersonTraits } from "#domain/person-traits.ts";

/** A pair with how likely it is, and nothing of what the files say. */
type RankedPair = Pick<NamePair, "one" | "other"> & Pick<Comparison, "likeness" | "points">;

// Looking through everybody takes seconds where there are thousands: what came of it serves until something is done.
let ranked: { asOf: string; until: number; pairs: Promise<RankedPair[]> } | undefined;
/** In milliseconds. What was being done at the same time may have a lower number, and be seen only later. */
const longestKept = 5 * 60_000;

/** Everybody's pairs, the likeliest first. The caller has asked who may see them. */
export async function rankedPairs(): Promise<RankedPair[]> {
  const rows = await editorsRegistry().$queryRaw`
    select coalesce(max(id), 0)::text as "asOf" from audit_entry`;
  const [{ asOf }] = z.tuple([z.object({ asOf: z.string() })]).parse(rows);
  // Whoever asks while it is counted waits for that, and counts once more where something was done since: two counts at a
  // time would keep the process from those whom it answers.
  if (ranked !== undefined && ranked.asOf !== asOf) await ranked.pairs.catch(() => undefined);
  const now = performance.now();
  if (ranked === undefined || ranked.asOf !== asOf || ranked.until < now) {
    ranked = { asOf, until: now + longestKept, pairs: rankEverybody() };
    // What failed is tried again by whoever asks next.
    const { pairs } = ranked;
    pairs.catch(() => {
      if (ranked?.pairs === pairs) ranked = undefined;
    });
  }
  return ranked.pairs;
}

async function rankEverybody(): Promise<RankedPair[]> {
  const pause = pauses();
  const people = await everybody(pause);
  const found = new Map<string, RankedPair>();
  const consider = async ({ one, other, most }: NamePair) => {
    const [ours, theirs] = [people.get(one), people.get(other)];
    const comparison = ours && theirs && likelyComparison(ours, theirs, most);
    if (comparison) {
      const { likeness, points } = comparison;
      found.set(`${one} ${other}`, { one, other, likeness, points });
    }
    await pause();
  };
  for (const portion of namePairs(namesOf(people))) {
    for (const pair of portion) await consider(pair);
    await pause();
  }
  return [...found.values()].sort((a, b) => byLikeness(a, b) || (a.one + a.other < b.one + b.other ? -1 : 1));
}

function* namesOf(people: ReadonlyMap<string, PersonTraits>): Generator<PersonsName> {
  for (const [person, { names, births, deaths }] of people) {
    const days = [...births.map((date) => `b${date}`), ...deaths.map(({ date }) => `d${date}`)].filter(
      (day) => isExactDay(day.slice(1)),
    );
    for (const name of names) yield { ...name, person, days };
  }
}

/** The traits of everybody who is, or is to be, published: a draft that was discarded has been judged already. */
async function everybody(pause: () => Promise<void>): Promise<Map<string, PersonTraits>> {
  const people = new Map<string, PersonTraits>();
  for (let after = firstId; ; ) {
    const rows = TraitRows.parse(
      await editorsRegistry().$queryRaw`
        select t.person_id as id, t.traits from person_traits t join person p on p.id = t.person_id
        where t.person_id > ${after}::uuid and (
          p.current_version is not null
          or exists (select from draft d where d.person_id = p.id and d.state in ('editing', 'submitted', 'returned'))
        )
        order by t.person_id limit 500`,
    );
    for (const { id, traits } of rows) people.set(id, traits);
    const last = rows.at(-1);
    if (last === undefined) return people;
    after = last.id;
    await pause();
  }
}

const TraitRows = z.array(z.object({ id: z.string(), traits: PersonTraits }));
const firstId = "00000000-0000-0000-0000-000000000000";

/** Lets others work whenever it has gone on for long: the process that counts also answers readers. */
function pauses(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < 10) return;
    await scheduler.yield();
    since = performance.now();
  };
}
