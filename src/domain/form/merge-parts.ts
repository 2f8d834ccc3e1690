import { entriesOf, same } from "#domain/draft-merge.ts";
import { isRecord } from "#domain/json.ts";

/**
 * Two states of a part of a file that were both made from `base`, as one: what only one of them changed is as that one
 * has it, what both changed as `mine` has it. Entries are matched by their ids; texts and dates are taken whole.
 */
export function mergeParts(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(base, mine)) return theirs;
  if (same(base, theirs)) return mine;
  const [old, own, others] = [entriesOf(base), entriesOf(mine), entriesOf(theirs)];
  if (old && own && others) return mergeEntries(old, own, others);
  if (!isMergeable(mine) || !isMergeable(theirs)) return mine;
  const before = isMergeable(base) ? base : {};
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const merged = keys.map((key) => [key, mergeParts(before[key], mine[key], theirs[key])]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

type Entries = ReadonlyMap<string, unknown>;

function mergeEntries(base: Entries, mine: Entries, theirs: Entries): unknown[] {
  // Whoever moved entries has the say in their order; the other's new ones follow what they stood after.
  const isMoved = !same(shared(base, mine), shared(mine, base));
  const [first, second] = isMoved ? [mine, theirs] : [theirs, mine];
  const order = [...first.keys()];
  const others = [...second.keys()];
  for (const [index, id] of others.entries()) {
    if (!order.includes(id)) order.splice(order.indexOf(others[index - 1] ?? "") + 1, 0, id);
  }
  return order.flatMap((id) => {
    const [before, own, other] = [base.get(id), mine.get(id), theirs.get(id)];
    // Taken away by one, it stays only where the other has changed it.
    if (own === undefined) return before === undefined || !same(before, other) ? [other] : [];
    if (other === undefined) return before === undefined || !same(before, own) ? [own] : [];
    return [mergeParts(before, own, other)];
  });
}

/** The ids of one list that are in the other, too, in their order. */
function shared(list: Entries, other: Entries): string[] {
  return [...list.keys()].filter((id) => other.has(id));
}

/** Whether a value has parts that mean something by themselves: not a text with its translations, nor a date. */
function isMergeable(value: unknown): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && !("original" in value) && !("edtf" in value);
}
