import { z } from "zod";
import { findNamesakes, peopleByIds } from "#data/editor/people.ts";
import { rankedPairs } from "#data/editor/ranked-pairs.ts";
import { assertMayRead } from "#data/editor/reading.ts";
import { Prisma } from "#db/generated/client.ts";
import { editorsRegistry } from "#db/registry.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import {
  type Alike,
  type AlikePerson,
  byLikeness,
  type Comparison,
  compareTraits,
  isWorthALook,
} from "#domain/likely-duplicates.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { exactKeys } from "#domain/names/recall-keys.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { sounded } from "#domain/names/word-distance.ts";
import { isExactDay, PersonTraits, traitsOf } from "#domain/person-traits.ts";
import type { Actor } from "#domain/policy.ts";

/** Two people whose files may be of one. */
type LikelyPair = { one: AlikePerson; other: AlikePerson; comparison: Comparison };

/** Two people whom somebody holds to be different. Who did stands as the user's id: see `namesOf`. */
export type HeldDifferent = {
  id: string;
  one: AlikePerson;
  other: AlikePerson;
  reason: string;
  at: Date;
  by: string;
};

export const pairsPerPage = 20;
const mostHeld = 200;
const mostCandidates = 100;

const Ids = z.array(z.object({ id: z.string() }));

/** Who may be the same as whoever a new file is of, the likeliest first: the file may hold no more than a name. */
export async function findAlike(actor: Actor, file: DraftFile): Promise<Alike[]> {
  assertMayRead(actor);
  return alikeTo(actor, traitsOf(file), new Set());
}

/**
 * Who may be the same as somebody, by their newest file, the likeliest first. Without those whom somebody holds to be
 * different.
 */
export async function findLikelyDuplicates(actor: Actor, personId: string): Promise<Alike[]> {
  assertMayRead(actor);
  if (!z.guid().safeParse(personId).success) return [];
  const traits = (await traitsByIds([personId])).get(personId);
  if (traits === undefined) return [];
  const held = await editorsRegistry().differentPeople.findMany({
    where: { takenBackAt: null, OR: [{ oneId: personId }, { otherId: personId }] },
    select: { oneId: true, otherId: true },
  });
  const others = held.flatMap(({ oneId, otherId }) => [oneId, otherId]);
  return alikeTo(actor, traits, new Set([personId, ...others]));
}

async function alikeTo(actor: Actor, traits: PersonTraits, without: ReadonlySet<string>): Promise<Alike[]> {
  const namesakes = await findNamesakes(actor, traits.names);
  const ids = [
    ...namesakes.map(({ personId }) => personId),
    ...(await shortened(traits)),
    ...(await sharingADay(traits)),
  ];
  const candidates = await traitsByIds(ids.filter((id) => !without.has(id)));
  const compared = [...candidates].flatMap(([id, theirs]) => {
    const comparison = compareTraits(traits, theirs);
    return comparison !== undefined && isWorthALook(comparison) ? [{ id, comparison }] : [];
  });
  const people = await peopleByIds(
    actor,
    compared.map(({ id }) => id),
  );
  return compared
    .flatMap(({ id, comparison }) => {
      const person = people.get(id);
      return person === undefined ? [] : [{ person, comparison }];
    })
    .sort((a, b) => byLikeness(a.comparison, b.comparison));
}

/** Whoever is known by an initial and the family name: a search for the whole name looks for the whole name. */
async function shortened({ names }: PersonTraits): Promise<string[]> {
  const words = names.flatMap(({ family = "" }) => wordsOf(family));
  const keys = [...new Set(words.flatMap((word) => exactKeys(sounded(soundsOf(word)))))];
  const rows = await editorsRegistry().$queryRaw`
    select distinct person_id as id from person_name
    where keys && ${keys}::text[] and given ~ ${"^[[:alpha:]]{1,3}[.]?$"} limit ${mostCandidates}`;
  return Ids.parse(rows).map(({ id }) => id);
}

/** Whoever was born, or died, on the same day: their names may be written in a way that no search would find. */
async function sharingADay({ births, deaths }: PersonTraits): Promise<string[]> {
  const shares = [
    ...births.filter(isExactDay).map((date) => ({ births: [date] })),
    ...deaths.filter(({ date }) => isExactDay(date)).map(({ date }) => ({ deaths: [{ date }] })),
  ].map((part) => Prisma.sql`traits @> ${JSON.stringify(part)}::jsonb`);
  if (shares.length === 0) return [];
  const rows = await editorsRegistry().$queryRaw`
    select person_id as id from person_traits where ${Prisma.join(shares, " or ")} limit ${mostCandidates}`;
  return Ids.parse(rows).map(({ id }) => id);
}

async function traitsByIds(ids: readonly string[]): Promise<Map<string, PersonTraits>> {
  if (ids.length === 0) return new Map();
  const rows = await editorsRegistry().personTraits.findMany({ where: { personId: { in: [...ids] } } });
  return new Map(rows.map(({ personId, traits }) => [personId, PersonTraits.parse(traits)]));
}

/** Everybody's pairs, the likeliest first, without those who are held to be different; `pages` is at least 1. */
export async function listLikelyDuplicates(
  actor: Actor,
  page: number,
): Promise<{ pairs: LikelyPair[]; total: number; pages: number }> {
  assertMayRead(actor);
  const held = await editorsRegistry().differentPeople.findMany({
    where: { takenBackAt: null },
    select: { oneId: true, otherId: true },
  });
  const different = new Set(held.map(({ oneId, otherId }) => `${oneId} ${otherId}`));
  const all = (await rankedPairs()).filter(({ one, other }) => !different.has(`${one} ${other}`));
  const shown = all.slice((page - 1) * pairsPerPage, page * pairsPerPage);
  const ids = shown.flatMap(({ one, other }) => [one, other]);
  const [traits, people] = await Promise.all([traitsByIds(ids), peopleByIds(actor, ids)]);
  const pairs = shown.flatMap((pair) => {
    const [one, other] = [people.get(pair.one), people.get(pair.other)];
    const [ours, theirs] = [traits.get(pair.one), traits.get(pair.other)];
    const comparison = ours && theirs && compareTraits(ours, theirs);
    return one && other && comparison ? [{ one, other, comparison }] : [];
  });
  return { pairs, total: all.length, pages: Math.max(1, Math.ceil(all.length / pairsPerPage)) };
}

/** Those whom somebody holds to be different, the last ones first; of one person, or of everybody. */
export async function listHeldDifferent(actor: Actor, personId?: string): Promise<HeldDifferent[]> {
  assertMayRead(actor);
  if (personId !== undefined && !z.guid().safeParse(personId).success) return [];
  const rows = await editorsRegistry().differentPeople.findMany({
    where: {
      takenBackAt: null,
      ...(personId !== undefined && { OR: [{ oneId: personId }, { otherId: personId }] }),
    },
    orderBy: [{ at: "desc" }, { id: "asc" }],
    take: mostHeld,
  });
  const people = await peopleByIds(
    actor,
    rows.flatMap(({ oneId, otherId }) => [oneId, otherId]),
  );
  return rows.flatMap(({ id, oneId, otherId, reason, at, by }) => {
    const [one, other] = [people.get(oneId), people.get(otherId)];
    return one && other ? [{ id, one, other, reason, at, by }] : [];
  });
}
