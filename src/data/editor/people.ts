import { z } from "zod";
import { assertMayRead } from "#data/editor/reading.ts";
import { Prisma } from "#db/generated/client.ts";
import { editorsRegistry } from "#db/registry.ts";
import { headingNames, type NamesByLanguage } from "#domain/draft-names.ts";
import { foldName } from "#domain/fold-name.ts";
import type { Actor } from "#domain/policy.ts";
import { recordNumber } from "#domain/record-number.ts";

/** Somebody as editors' lists show them, published or not. */
export type FoundPerson = {
  personId: string;
  /** Null before the first publication. */
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** The spelling that was found; none where the number was. */
  matched: string | undefined;
  /** The id of the open draft. */
  draftId: string | undefined;
};

/** Results of a search; `more` says that there are others beside them. */
export type FoundPeople = { people: FoundPerson[]; more: boolean };

const mostPeople = 50;

/**
 * People one of whose spellings, in the current version or in the open draft, holds every word of `q`, or whose record
 * has that number. A query without a letter or a digit finds nobody.
 */
export async function searchPeopleForEditors(actor: Actor, q: string): Promise<FoundPeople> {
  assertMayRead(actor);
  const words = foldName(q).split(" ").filter(Boolean);
  if (words.length === 0) return { people: [], more: false };
  return peopleWhere(words, recordNumber(q) ?? null);
}

/** People who have one of these spellings, as plain search compares them: who may be the same as somebody new. */
export async function findNamesakes(actor: Actor, spellings: readonly string[]): Promise<FoundPerson[]> {
  assertMayRead(actor);
  const folded = [...new Set(spellings.map(foldName))].filter(Boolean);
  if (folded.length === 0) return [];
  const rows = await editorsRegistry().personName.findMany({
    where: { folded: { in: folded } },
    distinct: ["personId"],
    take: mostPeople,
  });
  const matched = new Map(rows.map(({ personId, text }) => [personId, text]));
  return peopleById([...matched.keys()], matched);
}

const Matches = z.array(z.object({ id: z.string(), matched: z.string().nullable() }));

async function peopleWhere(words: readonly string[], number: number | null): Promise<FoundPeople> {
  // One condition a word: that is what the index of parts of names can answer.
  const holds = Prisma.join(
    words.map((word) => Prisma.sql`folded like ${`%${word}%`}`),
    " and ",
  );
  const rows = Matches.parse(
    await editorsRegistry().$queryRaw`
      with hits as (select person_id, min(text) as matched from person_name where ${holds} group by person_id)
      select id, matched from (
        select person_id as id, matched, 1 as rank from hits
        where person_id not in (select id from person where number = ${number}::int)
        union all
        select p.id, h.matched, 0 from person p left join hits h on h.person_id = p.id
        where p.number = ${number}::int
      ) found
      order by rank, matched collate "be-x-icu", id limit ${mostPeople + 1}`,
  );
  const shown = rows.slice(0, mostPeople);
  const matched = new Map(shown.flatMap((row) => (row.matched === null ? [] : [[row.id, row.matched]])));
  const people = await peopleById(
    shown.map(({ id }) => id),
    matched,
  );
  return { people, more: rows.length > mostPeople };
}

/** Who people are, by their ids. */
export async function peopleByIds(
  actor: Actor,
  ids: Iterable<string>,
): Promise<Map<string, { id: string; number: number | null; names: NamesByLanguage }>> {
  assertMayRead(actor);
  const people = await peopleById([...new Set(ids)], new Map());
  return new Map(people.map(({ personId: id, number, names }) => [id, { id, number, names }]));
}

const PersonRows = z.array(
  z.object({
    id: z.string(),
    number: z.int().nullable(),
    state: z.enum(["published", "withdrawn"]).nullable(),
    draft_id: z.string().nullable(),
    names: z.unknown(),
  }),
);

/** What lists show of people, in the order of their ids given. */
async function peopleById(
  ids: readonly string[],
  matched: ReadonlyMap<string, string>,
): Promise<FoundPerson[]> {
  if (ids.length === 0) return [];
  // By the names of the current version; before the first, by those of the last draft.
  const rows = PersonRows.parse(
    await editorsRegistry().$queryRaw`
      select p.id, p.number, p.state::text, o.id as draft_id,
        coalesce(v.file -> 'names', (
          select s.file -> 'names' from draft d
          join draft_save s on s.draft_id = d.id and s.number = d.save
          where d.person_id = p.id order by d.created_at desc limit 1
        )) as names
      from person p
      left join version v on v.person_id = p.id and v.number = p.current_version
      left join draft o on o.person_id = p.id and o.state in ('editing', 'submitted', 'returned')
      where p.id = any(${[...ids]}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    return [
      {
        personId: id,
        number: row.number,
        state: row.state ?? "unpublished",
        names: headingNames(row.names),
        matched: matched.get(id),
        draftId: row.draft_id ?? undefined,
      },
    ];
  });
}
