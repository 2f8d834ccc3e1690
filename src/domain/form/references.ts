import { isRecord } from "#domain/json.ts";

const naming: readonly string[] = ["source", "prosecution"];

/** Ids of the facts of a file that name a source, or a prosecution, by its id. */
export function namedBy(file: unknown, id: string): string[] {
  return [...namesIn(file, id, undefined)];
}

function* namesIn(node: unknown, id: string, within: string | undefined): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* namesIn(item, id, within);
  if (!isRecord(node)) return;
  const own = typeof node.id === "string" ? node.id : within;
  if (own !== undefined && naming.some((key) => node[key] === id)) yield own;
  for (const value of Object.values(node)) yield* namesIn(value, id, own);
}
