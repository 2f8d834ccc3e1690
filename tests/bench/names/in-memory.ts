import { findByName, type NameRow, type Recall } from "#domain/names/find-by-name.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import { fullName } from "#domain/person-card.ts";
import type { NameIndex } from "./name-index.ts";

type Row = NameRow & { person: number };

/** The engine's own keys and ranking in this process, and what the query of the site's search does with the keys. */
export function indexInMemory(): NameIndex {
  let byKey = new Map<string, Set<Row>>();
  const having = (keys: readonly string[]) => new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));

  const recall: Recall<Row> = async ({ every, most }) => {
    const [one = new Set<Row>(), ...others] = every.map(having);
    return [...one].filter((row) => others.every((list) => list.has(row))).slice(0, most);
  };
  return {
    fill: async (names) => {
      byKey = new Map();
      for (const { person, parts } of names) {
        const row = { person, text: fullName(parts), ...parts };
        for (const key of recallKeys(parts)) byKey.set(key, (byKey.get(key) ?? new Set()).add(row));
      }
    },
    leaveOut: async (people) => {
      const out = new Set(people);
      for (const rows of byKey.values()) for (const row of rows) if (out.has(row.person)) rows.delete(row);
    },
    find: async (q) => {
      const { hits } = await findByName(q, recall);
      return hits.map(({ row, match }) => ({ ...match, person: row.person, text: row.text }));
    },
    close: async () => undefined,
  };
}
