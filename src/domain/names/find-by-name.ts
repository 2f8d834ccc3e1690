import { type Layout, otherLayouts } from "#domain/names/keyboard-layouts.ts";
import { type NameMatch, nameMatcher } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import {
  exactPlan,
  familyPlans,
  farPlans,
  isGivenName,
  type NameQuery,
  narrowPlans,
  nearPlan,
  type RecallPlan,
  readNameQuery,
  shortPlans,
  withMendedGroups,
} from "#domain/names/name-query.ts";
import type { MatchReason } from "#domain/names/reasons.ts";
import { respaced } from "#domain/names/spacing.ts";

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

/** A query as it was read: as typed, with the keys of another layout, or with its spaces elsewhere. */
export type Reading = { text: string; way: Layout | "typed" | "spacing" };

export type FoundByName<Row extends NameRow> = {
  /** One a person, by the spelling that answers best; best first. */
  hits: Hit<Row>[];
  /** What was asked for; where one of them found something, it is the last. */
  tried: Reading[];
  /** There were more names than are looked through. */
  more: boolean;
};

type Hit<Row extends NameRow> = { row: Row; match: NameMatch };

/** Finds people by any spelling of their names. */
export async function findByName<Row extends NameRow>(
  q: string,
  recall: Recall<Row>,
): Promise<FoundByName<Row>> {
  const query = readNameQuery(q);
  const asTyped: Reading = { text: q, way: "typed" };
  const typed = await ask(query, recall);
  const isBegun = isBeginning(typed.hits);
  if (isGood(typed.hits) || (isBegun && typed.hits.length >= few))
    return { ...(await withNearest(query, typed, recall)), tried: [asTyped] };
  // Who has typed a given name, or the beginning of a name, hasn't typed it in another layout.
  const isLayoutRight = isBegun || query.words.some(isGivenName);
  const layouts = isLayoutRight
    ? []
    : otherLayouts(q).map(({ text, layout }): Reading => ({ text, way: layout }));
  const spacings = (isBegun ? [] : respaced(q)).map((text): Reading => ({ text, way: "spacing" }));
  for (const [at, reading] of [...layouts, ...spacings].entries()) {
    const found = await askAgain(reading, recall);
    // Nearly every word is like some name when its keys are read otherwise: this has to be a name as it stands.
    if (isGood(found.hits)) return { ...found, tried: [asTyped, ...layouts.slice(0, at), reading] };
  }
  const far = withMendedGroups(query);
  const further = await lookInto([...farPlans(far), ...shortPlans(far)], far, typed, recall);
  const found = await withNearest(far, further, recall);
  return { ...found, tried: found.hits.some(isAnswer) ? [asTyped] : [asTyped, ...layouts] };
}

function isAnswer({ match }: { match: NameMatch }): boolean {
  return match.strength !== "near";
}

function isGood(hits: readonly { match: NameMatch }[]): boolean {
  return hits.some(({ match }) => match.cost <= goodAnswer);
}

function isBeginning(hits: readonly { match: NameMatch }[]): boolean {
  return hits.some((hit) => isAnswer(hit) && hit.match.reasons.includes("beginning"));
}

type Asked<Row extends NameRow> = Pick<FoundByName<Row>, "hits" | "more">;

/** What a query without a word that can be looked for finds: a plan without keys is no question to the index. */
const nobody: Asked<never> = { hits: [], more: false };

async function ask<Row extends NameRow>(query: NameQuery, recall: Recall<Row>): Promise<Asked<Row>> {
  if (query.words.length === 0) return nobody;
  const answers = answersTo<Row>(query);
  const exact = exactPlan(query);
  const rows = await recall(exact);
  answers.look(rows);
  // Who has so common a name needs a further word to be found by; slips would only add to the crowd.
  if (rows.length >= exact.most) {
    for (const plan of narrowPlans(query)) answers.look(await recall(plan));
    return { hits: answers.bestFirst(), more: true };
  }
  if (rows.length >= crowd && isGood(answers.bestFirst())) return { hits: answers.bestFirst(), more: false };
  const near = nearPlan(query);
  const more = await recall(near);
  answers.look(more);
  return { hits: answers.bestFirst(), more: more.length >= near.most };
}

/** Asks by another reading, and says so in every match. */
async function askAgain<Row extends NameRow>(
  { text, way }: Reading,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  const query = readNameQuery(text);
  const { hits, more } = await (way === "spacing" ? askExactly(query, recall) : ask(query, recall));
  const reason: MatchReason = way === "spacing" ? "spacing" : "layout";
  return {
    hits: hits.map(({ row, match }) => ({ row, match: { ...match, reasons: [...match.reasons, reason] } })),
    more,
  };
}

async function askExactly<Row extends NameRow>(query: NameQuery, recall: Recall<Row>): Promise<Asked<Row>> {
  if (query.words.length === 0) return nobody;
  const plan = exactPlan(query);
  const answers = answersTo<Row>(query);
  const rows = await recall(plan);
  answers.look(rows);
  return { hits: answers.bestFirst(), more: rows.length >= plan.most };
}

/** Adds those with a near family name where few were found: what was typed may be another given name by a slip. */
async function withNearest<Row extends NameRow>(
  query: NameQuery,
  found: Asked<Row>,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  const isEnough = found.hits.length >= few && found.hits.some(isAnswer);
  return isEnough ? found : lookInto(familyPlans(query), query, found, recall);
}

async function lookInto<Row extends NameRow>(
  plans: readonly RecallPlan[],
  query: NameQuery,
  { hits, more }: Asked<Row>,
  recall: Recall<Row>,
): Promise<Asked<Row>> {
  const answers = answersTo(query, hits);
  for (const plan of plans) answers.look(await recall(plan));
  return { hits: answers.bestFirst(), more };
}

/** Of spellings that answer equally well, the one as it was typed; then always the same one. */
function isBetter<Row extends NameRow>(one: Hit<Row>, other: Hit<Row>): boolean {
  if (one.match.cost !== other.match.cost) return one.match.cost < other.match.cost;
  const isTyped = ({ match }: Hit<Row>) => !match.reasons.includes("other-spelling");
  if (isTyped(one) !== isTyped(other)) return isTyped(one);
  return one.row.text < other.row.text;
}

/** Collects the names that answer a query, the best of each person, from the rows of one plan after the other. */
function answersTo<Row extends NameRow>(query: NameQuery, before: readonly Hit<Row>[] = []) {
  const matches = nameMatcher(query);
  const people = new Map(before.map((hit): [Row["person"], Hit<Row>] => [hit.row.person, hit]));
  const looked = new Set<string>();
  return {
    look: (rows: readonly Row[]): void => {
      for (const row of rows) {
        const key = `${row.person} ${row.text}`;
        if (looked.has(key)) continue;
        looked.add(key);
        const match = matches(row, row.text);
        if (match === undefined) continue;
        const known = people.get(row.person);
        if (known === undefined || isBetter({ row, match }, known)) people.set(row.person, { row, match });
      }
    },
    bestFirst: (): Hit<Row>[] => [...people.values()].sort((a, b) => a.match.cost - b.match.cost),
  };
}
