import { isRecord } from "#domain/json.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * A file, or a draft of one, without a fact: it goes with all that is inside it, with references to it, and with the
 * sources that nothing else names. Undefined where the file doesn't have it. `ids` are those of all that went.
 */
export function withoutFact(file: Json, factId: string): { file: Json; ids: string[] } | undefined {
  const { sources, ...sections } = file;
  const removed: unknown[] = [];
  const cut = without(sections, factId, removed);
  if (removed.length === 0 || !isRecord(cut)) return undefined;
  const gone = new Set(removed.flatMap(idsIn));
  const { death, ...rest } = withoutReferences(cut, gone);
  const named = sourcesNamedIn({ ...rest, death });
  const orphaned = new Set([...sourcesNamedIn(removed)].filter((id) => !named.has(id)));
  const isOrphan = (source: unknown) =>
    isRecord(source) && typeof source.id === "string" && orphaned.has(source.id);
  return {
    file: {
      ...rest,
      // A death with nothing under it would still say that there was one.
      ...(death !== undefined && !(isRecord(death) && Object.keys(death).length === 0) && { death }),
      ...(sources !== undefined && {
        sources: Array.isArray(sources) ? sources.filter((source) => !isOrphan(source)) : sources,
      }),
    },
    ids: [...gone, ...orphaned],
  };
}

/** A file, or a draft of one, without any of these facts and sources. The same object where it has none of them. */
export function withoutIds(file: Json, ids: ReadonlySet<string>): Json {
  const has = new Set(idsIn(file));
  let less = file;
  for (const id of ids) if (has.has(id)) less = withoutFact(less, id)?.file ?? less;
  const isGone = (source: unknown) => isRecord(source) && typeof source.id === "string" && ids.has(source.id);
  if (!Array.isArray(less.sources) || !less.sources.some(isGone)) return less;
  return { ...less, sources: less.sources.filter((source) => !isGone(source)) };
}

/** All ids of a file or of a part of it, of facts and of sources. */
export function idsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(idsIn);
  if (!isRecord(node)) return [];
  return [...(typeof node.id === "string" ? [node.id] : []), ...Object.values(node).flatMap(idsIn)];
}

function without(node: unknown, factId: string, removed: unknown[]): unknown {
  const stays = (child: unknown) => {
    if (!isRecord(child) || child.id !== factId) return true;
    removed.push(child);
    return false;
  };
  if (Array.isArray(node)) return node.filter(stays).map((item) => without(item, factId, removed));
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => stays(value))
      .map(([key, value]) => [key, without(value, factId, removed)]),
  );
}

/** Without what names a prosecution that is gone. */
function withoutReferences(file: Json, gone: ReadonlySet<string>): Json {
  if (!Array.isArray(file.events)) return file;
  return {
    ...file,
    events: file.events.map((event) => {
      if (!isRecord(event) || typeof event.prosecution !== "string" || !gone.has(event.prosecution))
        return event;
      const { prosecution: _, ...others } = event;
      return others;
    }),
  };
}

/** What stands under `source`, at any depth. */
function sourcesNamedIn(node: unknown): Set<string> {
  if (Array.isArray(node)) return new Set(node.flatMap((item) => [...sourcesNamedIn(item)]));
  if (!isRecord(node)) return new Set();
  const own = typeof node.source === "string" ? [node.source] : [];
  return new Set([...own, ...Object.values(node).flatMap((value) => [...sourcesNamedIn(value)])]);
}
