import { z } from "zod";
import { recalled, recalledName } from "#data/public/name-recall.ts";
import { orderIn } from "#data/public/order.ts";
import { filterSql, whereOf } from "#data/public/people-where.ts";
import { publicRegistry } from "#db/public.ts";
import { scripts } from "#domain/case-file/names.ts";
import type { PeopleFilters, SearchQuery } from "#domain/filters.ts";
import { Language } from "#domain/languages.ts";
import { type FoundByName, findByName, type Reading } from "#domain/names/find-by-name.ts";
import type { NameMatch } from "#domain/names/match-name.ts";
import { PersonCard } from "#domain/person-card.ts";
import { recordNumber } from "#domain/record-number.ts";

const resultsPerPage = 50;
const mostNearest = 10;

/** The spelling by which somebody was found: how it answers, and in which language and letters it is. */
type MatchedName = NameMatch & { text: string; language: Language; script: "Cyrl" | "Latn" };

/** A person that a search found; without a spelling where the record's number was asked for. */
export type PersonFound = { card: PersonCard; matched?: MatchedName };

export type PeopleFound = {
  people: PersonFound[];
  total: number;
  pages: number;
  /** There are more than the search looks through. */
  more: boolean;
  /** Where few were found: those with the names that are nearest to theirs. */
  nearest: PersonFound[];
  /** What was asked for, as it was read; where one reading found somebody, it is the last. */
  tried: Reading[];
};

const PublicNameRow = z.object({
  person: z.int(),
  ...recalledName,
  language: Language,
  script: z.enum(scripts),
});
type PublicNameRow = z.output<typeof PublicNameRow>;

/** The spellings that answer a text, one a person, best first, among the people whom the filters let through. */
export function findPublicNames(q: string, filters: PeopleFilters): Promise<FoundByName<PublicNameRow>> {
  return findByName(q, async (plan) =>
    z.array(PublicNameRow).parse(
      await publicRegistry().$queryRaw`
        -- Materialized, so that the limit doesn't talk the planner into reading the whole table.
        with found as materialized (
          select n.number as person, n.text, n.given, n.patronymic, n.family, n.language, n.script
          from public_name n where ${recalled(plan)}
        )
        select found.* from found join public_person p on p.number = found.person
        where ${filterSql(filters)} limit ${plan.most}`,
    ),
  );
}

/**
 * People one of whose names answers the query in any spelling, or whose record has that number, best first. `page` counts
 * from 1. A query without a letter or a digit finds nobody.
 */
export async function searchPeople(
  { q, page, ...filters }: SearchQuery,
  language: Language,
): Promise<PeopleFound> {
  const { hits, tried, more } = await findPublicNames(q, filters);
  const order = await orderOf(hits, language);
  const numbered = await recordOf(q, filters);
  const found = order.filter(({ match }) => match.strength !== "near");
  const near = order.filter(({ match, row }) => match.strength === "near" && row.person !== numbered);
  const people: (Hit | number)[] = [
    ...(numbered === undefined ? [] : [numbered]),
    ...found.filter(({ row }) => row.person !== numbered),
  ];
  const start = (page - 1) * resultsPerPage;
  return {
    people: await withCards(people.slice(start, start + resultsPerPage)),
    total: people.length,
    pages: Math.max(1, Math.ceil(people.length / resultsPerPage)),
    more,
    nearest: page === 1 ? await withCards(near.slice(0, Math.max(0, mostNearest - people.length))) : [],
    // "No 12" is read as a number: that another keyboard's letters were tried too found nobody.
    tried: numbered === undefined ? tried : tried.slice(0, 1),
  };
}

type Hit = FoundByName<PublicNameRow>["hits"][number];

/** Those who answer equally well stand by the alphabet of the language. */
async function orderOf(hits: readonly Hit[], language: Language): Promise<Hit[]> {
  const sorted = await publicRegistry().publicPerson.findMany({
    where: { number: { in: hits.map(({ row }) => row.person) } },
    select: { number: true },
    orderBy: orderIn(language),
  });
  const place = new Map(sorted.map(({ number }, index) => [number, index]));
  const placeOf = ({ row }: Hit) => place.get(row.person) ?? sorted.length;
  return [...hits].sort((a, b) => a.match.cost - b.match.cost || placeOf(a) - placeOf(b));
}

async function recordOf(q: string, filters: PeopleFilters): Promise<number | undefined> {
  const number = recordNumber(q);
  if (number === undefined) return undefined;
  const record = await publicRegistry().publicPerson.findFirst({
    where: { AND: [{ number }, whereOf(filters)] },
    select: { number: true },
  });
  return record?.number;
}

async function withCards(people: readonly (Hit | number)[]): Promise<PersonFound[]> {
  const numberOf = (person: Hit | number) => (typeof person === "number" ? person : person.row.person);
  const rows = await publicRegistry().publicPerson.findMany({
    where: { number: { in: people.map(numberOf) } },
    select: { number: true, card: true },
  });
  const cards = new Map(rows.map(({ number, card }) => [number, PersonCard.parse(card)]));
  return people.flatMap((person) => {
    const card = cards.get(numberOf(person));
    if (card === undefined) return [];
    if (typeof person === "number") return [{ card }];
    const { text, language, script } = person.row;
    return [{ card, matched: { ...person.match, text, language, script } }];
  });
}
