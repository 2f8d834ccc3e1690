import { findByName, mostRecalled, type NameRow, type Recall } from "#domain/names/find-by-name.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import type { IndexedName, NameIndex } from "./name-index.ts";

type Row = NameRow & { person: number };

/** An index in this process: the engine's own keys and ranking, without the database. */
export function indexInMemory(): NameIndex {
  let rows: Row[] = [];
  let byKey = new Map<string, Set<number>>();

  const fill = (names: readonly IndexedName[]) => {
    rows = names.map(({ person, text, parts }) => ({ person, text, ...parts }));
    byKey = new Map();
    for (const [at, row] of rows.entries()) {
      for (const key of recallKeys(row)) {
        const holders = byKey.get(key) ?? new Set();
        byKey.set(key, holders.add(at));
      }
    }
  };
  const having = (keys: readonly string[]) => {
    const found = new Set<number>();
    for (const key of keys) for (const at of byKey.get(key) ?? []) found.add(at);
    return found;
  };
  const ofEvery = (words: readonly (readonly string[])[]): number[] => {
    const [first = new Set<number>(), ...others] = words.map(having);
    return [...first].filter((at) => others.every((other) => other.has(at))).sort((a, b) => a - b);
  };

  const recall: Recall<Row> = async ({ words }) => {
    const exact = ofEvery(words.map((word) => word.exact));
    const near = ofEvery(words.map((word) => word.near));
    const found = new Set([...exact, ...near]);
    return [...found].slice(0, mostRecalled).flatMap((at) => rows[at] ?? []);
  };
  return {
    fill: async (names) => fill(names),
    leaveOut: async (people) => {
      const out = new Set(people);
      for (const holders of byKey.values()) {
        for (const at of holders) if (out.has(rows[at]?.person ?? -1)) holders.delete(at);
      }
    },
    find: async (q) => {
      const { hits } = await findByName(q, recall);
      return hits.map(({ row, match }) => ({ ...match, person: row.person, text: row.text }));
    },
    close: async () => undefined,
  };
}
