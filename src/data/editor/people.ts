import { z } from "zod";
import { assertMayRead } from "#data/editor/reading.ts";
import { recalled, recalledName } from "#data/public/name-recall.ts";
import { editorsRegistry } from "#db/registry.ts";
import { headingNames, type NamesByLanguage } from "#domain/draft-names.ts";
import { type FoundByName, findByName } from "#domain/names/find-by-name.ts";
import type { NameMatch } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import { fullName } from "#domain/person-card.ts";
import type { Actor } from "#domain/policy.ts";
import { recordNumber } from "#domain/record-number.ts";

/** The spelling by which somebody was found, and how it answers. */
type MatchedSpelling = NameMatch & { text: string };

/** Somebody as editors' lists show them, published or not. */
export type FoundPerson = {
  personId: string;
  /** Null before the first publication. */
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** None where the number was asked for. */
  matched: MatchedSpelling | undefined;
  /** The id of the open draft. */
  draftId: string | undefined;
};

/** Results of a search; `more` says that there are others beside them, `nearest` that none of them quite answers. */
export type FoundPeople = { people: FoundPerson[]; more: boolean; nearest: boolean };

const mostPeople = 50;
const mostNearest = 10;

const PersonNameRow = z.object({ person: z.string(), ...recalledName });
type PersonNameRow = z.output<typeof PersonNameRow>;

/** The spellings in current versions and open drafts that answer a text, one a person, best first. */
function findPersonNames(actor: Actor, q: string): Promise<FoundByName<PersonNameRow>> {
  assertMayRead(actor);
  return findByName(q, async (plan) =>
    z.array(PersonNameRow).parse(
      await editorsRegistry().$queryRaw`
        with found as materialized (
          select n.person_id as person, n.text, n.given, n.patronymic, n.family
          from person_name n where ${recalled(plan)}
        )
        select * from found limit ${plan.most}`,
    ),
  );
}

/**
 * People one of whose spellings, in the current version or in the open draft, answers `q`, or whose record has that
 * number; where nobody does, those who are nearest. A query without a letter or a digit finds nobody.
 */
export async function searchPeopleForEditors(actor: Actor, q: string): Promise<FoundPeople> {
  const { hits, more } = await findPersonNames(actor, q);
  const number = recordNumber(q);
  const numbered =
    number === undefined
      ? null
      : await editorsRegistry().person.findUnique({ where: { number }, select: { id: true } });
  const answers = hits.filter(({ match }) => match.strength !== "near");
  const nearest = answers.length === 0 && numbered === null;
  const shown = nearest ? hits.slice(0, mostNearest) : answers;
  const matched = matchedSpellings(shown);
  const ids = [...new Set([...(numbered === null ? [] : [numbered.id]), ...matched.keys()])];
  return {
    people: await peopleById(ids.slice(0, mostPeople), matched),
    more: more || ids.length > mostPeople,
    nearest: nearest && shown.length > 0,
  };
}

/** People who have one of these names in any spelling, the likeliest first: who may be the same as somebody new. */
export async function findNamesakes(actor: Actor, names: readonly NameParts[]): Promise<FoundPerson[]> {
  assertMayRead(actor);
  const best = new Map<string, MatchedSpelling>();
  for (const text of new Set(names.map(fullName))) {
    const { hits } = await findPersonNames(actor, text);
    for (const [person, spelling] of matchedSpellings(hits)) {
      const known = best.get(person);
      if (spelling.strength !== "near" && (known === undefined || spelling.cost < known.cost)) {
        best.set(person, spelling);
      }
    }
  }
  const likeliest = [...best].sort(([, a], [, b]) => a.cost - b.cost).slice(0, mostPeople);
  return peopleById(
    likeliest.map(([person]) => person),
    best,
  );
}

function matchedSpellings(hits: FoundByName<PersonNameRow>["hits"]): Map<string, MatchedSpelling> {
  return new Map(hits.map(({ row, match }) => [row.person, { ...match, text: row.text }]));
}

/** Somebody by themselves: nothing was looked for. */
export type ListedPerson = Omit<FoundPerson, "matched"> & { id: string };

/** Who people are, by their ids. */
export async function peopleByIds(actor: Actor, ids: Iterable<string>): Promise<Map<string, ListedPerson>> {
  assertMayRead(actor);
  const people = await peopleById([...new Set(ids)], new Map());
  return new Map(
    people.map(({ matched: _, ...person }) => [person.personId, { id: person.personId, ...person }]),
  );
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
  matched: ReadonlyMap<string, MatchedSpelling>,
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
