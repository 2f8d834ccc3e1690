import { type Layout, otherLayouts } from "#domain/names/keyboard-layouts.ts";
import { type NameMatch, nameMatcher } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import {
  type NameQuery,
  type RecallPlan,
  readNameQuery,
  recallPlan,
  widerPlans,
} from "#domain/names/name-query.ts";

/** A spelling of somebody's name; `person` says whose. */
export type NameRow = { person: number | string; text: string } & NameParts;

/** The most names that are looked through for one query. */
export const mostRecalled = 800;

/** With an answer that is better than this, names which lack one of the words need not be looked at. */
const goodAnswer = 0.5;

/** Looks names up in an index: those with a near key of every word, the ones with exact keys first, at most `mostRecalled`. */
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
  const typed = await ask(readNameQuery(q), recall);
  const tried: Reading[] = [{ text: q }];
  if (isGood(typed.hits)) return { ...typed, tried };
  for (const reading of otherLayouts(q)) {
    const found = await ask(readNameQuery(reading.text), recall);
    tried.push(reading);
    // Nearly every word is like some name when its keys are read otherwise: this has to be a name as it stands.
    if (!isGood(found.hits)) continue;
    const hits = found.hits.map(({ row, match }) => ({
      row,
      match: { ...match, reasons: [...match.reasons, "layout" as const] },
    }));
    return { ...found, hits, tried };
  }
  const isAnswered = typed.hits.some(({ match }) => match.strength !== "near");
  return { ...typed, tried: isAnswered ? tried.slice(0, 1) : tried };
}

function isGood(hits: readonly { match: NameMatch }[]): boolean {
  return hits.some(({ match }) => match.cost <= goodAnswer);
}

async function ask<Row extends NameRow>(query: NameQuery, recall: Recall<Row>) {
  if (query.words.length === 0) return { hits: [], more: false };
  const matches = nameMatcher(query);
  const rows = await recall(recallPlan(query));
  const hits = best(rows, matches);
  const more = rows.length >= mostRecalled;
  if (isGood(hits)) return { hits, more };
  const wider = [rows];
  for (const plan of widerPlans(query)) wider.push(await recall(plan));
  return { hits: best(wider.flat(), matches), more };
}

function best<Row extends NameRow>(rows: readonly Row[], matches: ReturnType<typeof nameMatcher>) {
  const people = new Map<Row["person"], { row: Row; match: NameMatch }>();
  for (const row of rows) {
    const match = matches(row, row.text);
    if (match === undefined) continue;
    const known = people.get(row.person);
    if (known === undefined || match.cost < known.match.cost) people.set(row.person, { row, match });
  }
  return [...people.values()].sort((a, b) => a.match.cost - b.match.cost);
}
