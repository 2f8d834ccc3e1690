import type { NameRow, Recall } from "#domain/names/find-by-name.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";

/** Names under their keys in this process, and what the query of the site's search does with keys. */
export function namesInMemory<Row extends NameRow>(
  names: Iterable<Row>,
): { recall: Recall<Row>; leaveOut: (people: ReadonlySet<Row["person"]>) => void } {
  const byKey = new Map<string, Set<Row>>();
  for (const row of names) {
    for (const key of recallKeys(row)) byKey.set(key, (byKey.get(key) ?? new Set()).add(row));
  }
  const having = (keys: readonly string[]) => new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])]));
  return {
    recall: async ({ every, most }) => {
      const [one = new Set<Row>(), ...others] = every.map(having);
      return [...one].filter((row) => others.every((list) => list.has(row))).slice(0, most);
    },
    leaveOut: (people) => {
      for (const rows of byKey.values()) for (const row of rows) if (people.has(row.person)) rows.delete(row);
    },
  };
}
