import { type Layout, otherLayouts } from "#domain/names/keyboard-layouts.ts";
import { type NameMatch, nameMatcher } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import {
  exactPlan,
  familyPlans,
  farPlans,
  type NameQuery,
  nearPlan,
  type RecallPlan,
  readNameQuery,
} from "#domain/names/name-query.ts";

/** A spelling of somebody's name; `person` says whose. */
export type NameRow = { person: number | string; text: string } & NameParts;

/** With an answer that is better than this, names which lack one of the words need not be looked at. */
const goodAnswer = 0.5;

/** So many names as they stand are more than anybody reads. */
const crowd = 200;

/** Fewer answers than this leave room for those that are merely near. */
const few = 10;

/** Looks names up in an index by their keys, in any order. */
export type Recall<Row extends NameRow> = (plan: RecallPlan) => Promise<Row[]>;

/** A query as it was read. */
export type Reading = { text: string; layout?: Layout };

export type FoundByName<Row extends NameRow> = {
  /** One a person, by the spelling that answers best; best first. */
  hits: { row: Row; match: NameMatch }[];
  /** What was asked for; where one of them found something, it is the last. */
  tried: Reading[];
  /** There were more names than are looked through. */
  more: boolean;
};

/** Finds people by any spelling of their names. */
export async function findByName<Row extends NameRow>(
  q: string,
  recall: Recall<Row>,
): Promise<FoundByName<Row>> {
  const query = readNameQuery(q);
  const matches = nameMatcher(query);
  const typed = await ask(query, matches, recall);
  const tried: Reading[] = [{ text: q }];
  if (isGood(typed.hits)) return { ...(await withNearest(query, matches, typed, recall)), tried };
  for (const reading of otherLayouts(q)) {
    const other = readNameQuery(reading.text);
    const found = await ask(other, nameMatcher(other), recall);
    tried.push(reading);
    // Nearly every word is like some name when its keys are read otherwise: this has to be a name as it stands.
    if (!isGood(found.hits)) continue;
    const hits = found.hits.map(({ row, match }) => ({
      row,
      match: { ...match, reasons: [...match.reasons, "layout" as const] },
    }));
    return { ...found, hits, tried };
  }
  const further = await lookInto(farPlans(query), matches, typed, recall);
  const found = await withNearest(query, matches, further, recall);
  return { ...found, tried: found.hits.some(isAnswer) ? tried.slice(0, 1) : tried };
}

function isAnswer({ match }: { match: NameMatch }): boolean {
  return match.strength !== "near";
}

function isGood(hits: readonly { match: NameMatch }[]): boolean {
  return hits.some(({ match }) => match.cost <= goodAnswer);
}

type Matcher = ReturnType<typeof nameMatcher>;
type Asked<Row extends NameRow> = Pick<FoundByName<Row>, "hits" | "more">;

async function ask<Row extends NameRow>(
  query: NameQuery,
  matches: Matcher,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  if (query.words.length === 0) return { hits: [], more: false };
  const exact = exactPlan(query);
  const rows = await recall(exact);
  // Who has so common a name needs a further word to be found by; slips would only add to the crowd.
  if (rows.length >= crowd) {
    const hits = best(rows, matches);
    if (rows.length >= exact.most || isGood(hits)) return { hits, more: rows.length >= exact.most };
  }
  const near = nearPlan(query);
  const more = await recall(near);
  return { hits: best([...rows, ...more], matches), more: more.length >= near.most };
}

/** Adds those with a near family name where few were found: what was typed may be another given name by a slip. */
async function withNearest<Row extends NameRow>(
  query: NameQuery,
  matches: Matcher,
  found: Asked<Row>,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  return found.hits.length >= few ? found : lookInto(familyPlans(query), matches, found, recall);
}

async function lookInto<Row extends NameRow>(
  plans: readonly RecallPlan[],
  matches: Matcher,
  { hits, more }: Asked<Row>,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  const rows = hits.map(({ row }) => row);
  for (const plan of plans) rows.push(...(await recall(plan)));
  return { hits: best(rows, matches), more };
}

function best<Row extends NameRow>(rows: readonly Row[], matches: Matcher) {
  const people = new Map<Row["person"], { row: Row; match: NameMatch }>();
  for (const row of rows) {
    const match = matches(row, row.text);
    if (match === undefined) continue;
    const known = people.get(row.person);
    if (known === undefined || match.cost < known.match.cost) people.set(row.person, { row, match });
  }
  return [...people.values()].sort((a, b) => a.match.cost - b.match.cost);
}
