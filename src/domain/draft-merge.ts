import { canonicalText } from "#domain/canonical.ts";
import type { DraftFile } from "#domain/draft-file.ts";

/** Whether two files, or two parts of files, say the same. What is missing is the same as what is undefined. */
export function same(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

/** The keys of a file whose values differ between two states of it, sorted. */
export function changedKeys(before: DraftFile, after: DraftFile): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !same(before[key], after[key])).sort();
}

function textOf(part: unknown): string {
  return part === undefined ? "" : canonicalText(part);
}
