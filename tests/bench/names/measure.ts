import { fullName } from "#domain/person-card.ts";
import { seedOf } from "../../support/drawing.ts";
import { bearers } from "./bearers.ts";
import type { Answer, AnswerInVain, NameFigures, PairFigures } from "./figures.ts";
import type { Form } from "./forms.ts";
import type { NameIndex, Offered } from "./name-index.ts";
import { type BenchPerson, type Column, columns, spellingsIn } from "./people.ts";
import { type NameQuery, queriesFor } from "./queries.ts";

/** Every third person of a set is taken out of the index, to be asked for in vain. */
const absentEvery = 3;
/** Those of a surname or an initial are left out: a namesake is rightly found for them. */
const absentForms: readonly Form[] = ["whole", "without-patronymic", "typo"];
const timed = 500;
const atATime = 4;

type Judge = ReturnType<typeof bearers>;
/** Those who stand in the index, by their numbers. */
type Indexed = ReadonlyMap<number, BenchPerson>;

/** Asks for everybody of each set in every ordered pair of their spellings, among themselves and the distractors. */
export async function measureNames(
  index: NameIndex,
  people: readonly BenchPerson[],
  distractors: readonly BenchPerson[],
  forms: readonly Form[],
): Promise<NameFigures> {
  const judge = bearers();
  const figures: NameFigures = { pairs: [], answers: [], inVain: [], latencies: [] };
  const indexes = indexesOf(people);
  for (const { set, from, tos } of indexes) {
    const asked = people.filter((it) => it.set === set && spellingsIn(it, from).length > 0);
    const others = distractors.filter((it) => spellingsIn(it, from).length > 0);
    const indexed = numbered([...asked, ...others]);
    const queriesOf = (some: readonly BenchPerson[], inForms: readonly Form[]) =>
      tos.flatMap((to) => inForms.flatMap((form) => some.flatMap((it) => queriesFor(it, from, to, form))));

    await index.fill([...indexed].flatMap(([person, it]) => namesOf(person, it, from)));
    const queries = queriesOf(asked, forms);
    const answers = await inParallel(queries, (query) => answerTo(query, index, indexed, judge));
    figures.answers.push(...answers);
    figures.pairs.push(...pairFigures(set, answers));
    figures.latencies.push(...(await time(index, everySoMany(queries, Math.ceil(timed / indexes.length)))));

    const absent = new Set(asked.filter((_, at) => at % absentEvery === 0));
    await index.leaveOut([...indexed].flatMap(([person, it]) => (absent.has(it) ? [person] : [])));
    const isBorne = judge.borneBy([...indexed.values()].filter((it) => !absent.has(it)));
    const inVain = queriesOf(
      [...absent],
      absentForms.filter((form) => forms.includes(form)),
    ).filter((query) => !isBorne(query));
    figures.inVain.push(...(await inParallel(inVain, (query) => answerInVain(query, index))));
  }
  return figures;
}

/** Each set in each of its columns, and the other columns to ask in. */
function indexesOf(people: readonly BenchPerson[]): { set: string; from: Column; tos: Column[] }[] {
  return [...new Set(people.map((it) => it.set))].flatMap((set) => {
    const ofSet = people.filter((it) => it.set === set);
    const its = columns.filter((column) => ofSet.some((it) => it.spellings.has(column)));
    return its.map((from) => ({ set, from, tos: its.filter((to) => to !== from) }));
  });
}

/** Numbers people in an order that says nothing of them: of two who answer equally well the lower number comes first. */
function numbered(people: readonly BenchPerson[]): Indexed {
  const order = people.toSorted((a, b) => seedOf(`order ${a.id}`) - seedOf(`order ${b.id}`));
  return new Map(order.map((it, at) => [at + 1, it]));
}

function namesOf(person: number, it: BenchPerson, column: Column) {
  return spellingsIn(it, column).map(({ parts }) => ({ person, column, parts }));
}

async function answerTo(query: NameQuery, index: NameIndex, indexed: Indexed, judge: Judge): Promise<Answer> {
  const offers = asShown(await index.find(query.asked));
  const judged = offers.map(({ person }) => {
    const who = indexed.get(person);
    const bears = who !== undefined && judge.bearsAsked(who, query);
    return { bears, right: bears || (who !== undefined && judge.sameInIndex(who, query)) };
  });
  const at = judged.findIndex(({ right }) => right);
  return {
    query,
    indexed: spellingsIn(query.person, query.from)
      .map(({ parts }) => fullName(parts))
      .join(" / "),
    place: at + 1,
    onlySameInIndex: judged[at]?.bears === false,
    first: offers[0],
  };
}

async function answerInVain(query: NameQuery, index: NameIndex): Promise<AnswerInVain> {
  return { query, first: asShown(await index.find(query.asked))[0] };
}

/** The search shows names that are only near where it has found no other. */
function asShown(offers: readonly Offered[]): readonly Offered[] {
  const found = offers.filter(({ strength }) => strength !== "near");
  return found.length > 0 ? found : offers;
}

function pairFigures(set: string, answers: readonly Answer[]): PairFigures[] {
  const groups = Map.groupBy(answers, ({ query: { to, form } }) => `${to} ${form}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const share = (places: number) =>
      Math.round((1e4 * group.filter(({ place }) => place >= 1 && place <= places).length) / group.length) /
      1e4;
    const { from, to, form } = first.query;
    return [{ set, from, to, form, n: group.length, recall1: share(1), recall10: share(10) }];
  });
}

async function time(index: NameIndex, queries: readonly NameQuery[]): Promise<number[]> {
  const times: number[] = [];
  for (const { asked } of queries) {
    const begun = performance.now();
    await index.find(asked);
    times.push(performance.now() - begun);
  }
  return times;
}

function everySoMany<T>(list: readonly T[], count: number): T[] {
  const step = Math.max(1, list.length / count);
  return Array.from({ length: Math.min(count, list.length) }, (_, at) => list[Math.floor(at * step)]).filter(
    (it) => it !== undefined,
  );
}

/** In the order of `list`, whatever comes first. */
async function inParallel<T, R>(list: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const rest = list.entries();
  const worker = async () => {
    for (const [at, item] of rest) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
