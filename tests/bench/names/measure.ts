import { seedOf } from "../../support/drawing.ts";
import { bearers } from "./bearers.ts";
import type { Answer, AnswerInVain, NameFigures, PairFigures } from "./figures.ts";
import type { Form } from "./forms.ts";
import type { NameIndex } from "./name-index.ts";
import { type BenchPerson, type Column, columns, spellingsIn } from "./people.ts";
import { type NameQuery, queriesFor } from "./queries.ts";

/** Every third person of a set is taken out of the index, to be asked for in vain. */
const absentEvery = 3;
/** Those of a surname or an initial are left out: a namesake is rightly found for them. */
const absentForms: readonly Form[] = ["whole", "without-patronymic", "typo"];
const timed = 500;
const atATime = 4;

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
    const all = inNoOrder([...asked, ...distractors.filter((it) => spellingsIn(it, from).length > 0)]);
    await index.fill(
      all.flatMap((it, person) =>
        spellingsIn(it, from).map(({ text, parts }) => ({ person, column: from, text, parts })),
      ),
    );
    const ask = (some: readonly BenchPerson[], someForms: readonly Form[]) =>
      tos.flatMap((to) => someForms.flatMap((form) => some.flatMap((it) => queriesFor(it, from, to, form))));

    const queries = ask(asked, forms);
    const answers = await inParallel(queries, async (query): Promise<Answer> => {
      const offers = await index.find(query.asked);
      const judged = offers.map((offer) => {
        const who = all[offer.person];
        const bears = who !== undefined && judge.bearsAsked(who, query);
        return { bears, right: bears || (who !== undefined && judge.sameInIndex(who, query)) };
      });
      const at = judged.findIndex(({ right }) => right);
      const indexed = spellingsIn(query.person, from).map(({ text }) => text);
      return {
        query,
        indexed: indexed.join(" / "),
        place: at + 1,
        onlySameInIndex: judged[at]?.bears === false,
        first: offers[0],
      };
    });
    figures.answers.push(...answers);
    figures.pairs.push(...pairFigures(set, answers));
    figures.latencies.push(...(await time(index, everySoMany(queries, Math.ceil(timed / indexes.length)))));

    const absent = asked.filter((_, at) => at % absentEvery === 0);
    await index.leaveOut(all.flatMap((it, number) => (absent.includes(it) ? [number] : [])));
    const isBorne = judge.borneBy(all.filter((it) => !absent.includes(it)));
    const unborne = ask(
      absent,
      absentForms.filter((form) => forms.includes(form)),
    ).filter((query) => !isBorne(query));
    figures.inVain.push(
      ...(await inParallel(
        unborne,
        async (query): Promise<AnswerInVain> => ({ query, first: (await index.find(query.asked))[0] }),
      )),
    );
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

/** The people asked for mustn't stand before the distractors: where two answer equally well, the order decides. */
function inNoOrder(people: readonly BenchPerson[]): BenchPerson[] {
  return people.toSorted((a, b) => seedOf(`order ${a.id}`) - seedOf(`order ${b.id}`));
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
