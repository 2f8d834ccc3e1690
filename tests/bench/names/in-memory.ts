import { findByName, type NameRow } from "#domain/names/find-by-name.ts";
import { fullName } from "#domain/person-card.ts";
import { namesInMemory } from "../../support/names-in-memory.ts";
import type { NameIndex } from "./name-index.ts";

type Row = NameRow & { person: number };

/** The engine's own keys and ranking in this process. */
export function indexInMemory(): NameIndex {
  let names = namesInMemory<Row>([]);
  return {
    fill: async (indexed) => {
      names = namesInMemory(
        indexed.map(({ person, parts }) => ({ person, text: fullName(parts), ...parts })),
      );
    },
    leaveOut: async (people) => names.leaveOut(new Set(people)),
    find: async (q) => {
      const { hits } = await findByName(q, names.recall);
      return hits.map(({ row, match }) => ({ ...match, person: row.person, text: row.text }));
    },
    close: async () => undefined,
  };
}
