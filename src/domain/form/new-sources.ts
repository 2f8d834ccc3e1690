import type { DraftFile, NewId } from "#domain/draft-file.ts";
import { idPrefix } from "#domain/form/id-prefixes.ts";
import { isRecord } from "#domain/json.ts";
import { sourceKey, webAddressIn } from "#domain/source-address.ts";

/**
 * Makes entries in the list of sources for those that were typed beside a fact, by address or title, and names them
 * there. An address or title that the list has already isn't entered twice.
 */
export function withNewSources(file: DraftFile, newId: NewId): DraftFile {
  const sources: unknown[] = Array.isArray(file.sources) ? [...file.sources] : [];
  const idOf = (typed: string): string => {
    const found = sources.filter(isRecord).find((source) => names(source, typed));
    if (typeof found?.id === "string") return found.id;
    const id = newId(idPrefix("sources"));
    const address = webAddressIn(typed);
    sources.push({ id, ...(address === undefined ? { title: typed } : { address }) });
    return id;
  };
  const named = Object.fromEntries(
    Object.entries(file).map(([key, value]) => [key, key === "sources" ? value : resolved(value, idOf)]),
  );
  return { ...named, sources };
}

function names(source: Readonly<Record<string, unknown>>, typed: string): boolean {
  const wanted = webAddressIn(typed);
  if (wanted === undefined) return source.title === typed;
  return [source.address, source.archivedAddress].some(
    (address) => typeof address === "string" && sourceKey(address) === sourceKey(wanted),
  );
}

function resolved(node: unknown, idOf: (typed: string) => string): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, idOf));
  if (!isRecord(node)) return node;
  const { newSource, ...rest } = node;
  const inner = Object.entries(rest).map(([key, value]) => [key, resolved(value, idOf)]);
  const source = typeof newSource === "string" ? { source: idOf(newSource) } : {};
  return { ...Object.fromEntries(inner), ...source };
}
