import type { NameFigures, PairFigures } from "./figures.ts";
import { isFalselySure } from "./figures.ts";
import { type Form, forms } from "./forms.ts";

const nameWidth = 24;
const cellWidth = 20;

/** The figures as lines of text: a table for each set, the pairs of spellings in rows, the forms in columns. */
export function tableOf({ pairs, inVain }: NameFigures): string[] {
  const asked = forms.filter((form) => pairs.some((pair) => pair.form === form));
  return [...Map.groupBy(pairs, ({ set }) => set)].flatMap(([set, ofSet]) => {
    const rows = [...Map.groupBy(ofSet, ({ from, to }) => `${from} → ${to}`)];
    const ofForm = (form: Form) => ofSet.filter((pair) => pair.form === form);
    const absent = inVain.filter(({ query }) => query.person.set === set);
    return [
      `${set}: % found first, % among the first ten (number of queries)`,
      line("indexed → asked", asked),
      ...rows.map(([name, row]) =>
        line(
          name,
          asked.map((form) => cell(row.find((pair) => pair.form === form))),
        ),
      ),
      line(
        "all pairs",
        asked.map((form) => cell(together(ofForm(form)))),
      ),
      line(
        "worst pair",
        asked.map((form) => cell(worst(ofForm(form)))),
      ),
      `  not in the index: ${absent.filter(isFalselySure).length} of ${absent.length} queries answered by somebody else as sure`,
      "",
    ];
  });
}

function line(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(nameWidth)}${cells.map((it) => it.padStart(cellWidth)).join("")}`;
}

type Shares = Pick<PairFigures, "n" | "recall1" | "recall10">;

function cell(figures: Shares | undefined): string {
  if (figures === undefined) return "–";
  const { n, recall1, recall10 } = figures;
  return `${percent(recall1)} ${percent(recall10)} ${`(${n})`.padStart(6)}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function together(pairs: readonly PairFigures[]): Shares | undefined {
  const n = pairs.reduce((sum, pair) => sum + pair.n, 0);
  if (n === 0) return undefined;
  const mean = (of: (pair: PairFigures) => number) =>
    pairs.reduce((sum, pair) => sum + pair.n * of(pair), 0) / n;
  return { n, recall1: mean(({ recall1 }) => recall1), recall10: mean(({ recall10 }) => recall10) };
}

function worst(pairs: readonly PairFigures[]): PairFigures | undefined {
  return pairs.toSorted((a, b) => a.recall1 - b.recall1 || a.recall10 - b.recall10)[0];
}
