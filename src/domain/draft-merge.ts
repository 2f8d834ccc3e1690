import { canonicalText } from "#domain/canonical.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { isRecord } from "#domain/json.ts";

/** Whether two files, or two parts of files, say the same. What is missing is the same as what is undefined. */
export function same(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

/** The keys of a file whose values differ between two states of it, sorted. */
export function changedKeys(before: DraftFile, after: DraftFile): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !same(before[key], after[key])).sort();
}

/** Whose value of a key holds: the draft's own, or that of the version that was published meanwhile. */
export type Choices = Readonly<Record<string, "draft" | "version">>;

/**
 * Two files that were both made from `base`, as one. A key that only one of them changed is taken from that one; new
 * sources of both are put together; what both changed otherwise is taken as chosen, and `open` names it as long as
 * nothing is.
 */
export function mergeFiles(
  base: DraftFile,
  files: { draft: DraftFile; version: DraftFile },
  choices: Choices = {},
): { file: DraftFile; open: string[] } {
  const { draft, version } = files;
  const byBoth = collidingKeys(base, files);
  const merged: DraftFile = Object.fromEntries(
    [...new Set([...Object.keys(draft), ...Object.keys(version)])].map((key) => {
      if (byBoth.includes(key)) return [key, files[choices[key] ?? "draft"][key]];
      if (same(base[key], draft[key])) return [key, version[key]];
      if (same(base[key], version[key])) return [key, draft[key]];
      return [key, mergedEntries(base[key], draft[key], version[key]) ?? draft[key]];
    }),
  );
  const present = Object.entries(merged).filter(([, value]) => value !== undefined);
  return { file: Object.fromEntries(present), open: byBoth.filter((key) => choices[key] === undefined) };
}

/** The keys that two files made from one `base` both changed, each in its own way, sorted. */
export function collidingKeys(
  base: DraftFile,
  { draft, version }: { draft: DraftFile; version: DraftFile },
): string[] {
  const byVersion = new Set(changedKeys(base, version));
  return changedKeys(base, draft).filter(
    (key) =>
      byVersion.has(key) &&
      !same(draft[key], version[key]) &&
      !(key === "sources" && mergedEntries(base[key], draft[key], version[key])),
  );
}

/** Three lists of entries with ids as one; undefined where both changed, or both added, one entry differently. */
function mergedEntries(base: unknown, draft: unknown, version: unknown): unknown[] | undefined {
  const [old, mine, theirs] = [entriesOf(base), entriesOf(draft), entriesOf(version)];
  if (!old || !mine || !theirs) return undefined;
  const ids = [...new Set([...theirs.keys(), ...mine.keys()])];
  const merged = ids.map((id) => {
    const [before, own, other] = [old.get(id), mine.get(id), theirs.get(id)];
    if (same(own, other) || same(before, own)) return { entry: other };
    return same(before, other) ? { entry: own } : undefined;
  });
  if (merged.includes(undefined)) return undefined;
  return merged.flatMap((it) => (it?.entry === undefined ? [] : [it.entry]));
}

/** The entries of a list by their ids; undefined for what is no list of entries with an id each. */
export function entriesOf(list: unknown): Map<string, unknown> | undefined {
  if (!Array.isArray(list)) return undefined;
  const entries = list.map((entry: unknown): [string, unknown] => [
    isRecord(entry) && typeof entry.id === "string" ? entry.id : "",
    entry,
  ]);
  const byId = new Map(entries);
  return byId.size === list.length && !byId.has("") ? byId : undefined;
}

function textOf(part: unknown): string {
  return part === undefined ? "" : canonicalText(part);
}
