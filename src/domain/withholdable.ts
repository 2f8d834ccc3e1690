import { FactId } from "#domain/case-file/fact.ts";
import { isRecord } from "#domain/json.ts";

/** A fact of a file, or of a draft of one, that can be withheld by its id; `section` is as `WalkedFact.section`. */
export type Withholdable = {
  id: FactId;
  section: string;
  /** The facts that it stands in, outermost first: it goes when one of them does. */
  within: readonly FactId[];
  node: Readonly<Record<string, unknown>>;
};

/** Every fact of a file, outer before inner. A draft's facts count too, however unfinished they are. */
export function* withholdableFacts(
  node: unknown,
  section: readonly string[] = [],
  within: readonly FactId[] = [],
): Generator<Withholdable> {
  if (Array.isArray(node)) {
    for (const item of node) yield* withholdableFacts(item, section, within);
    return;
  }
  if (!isRecord(node)) return;
  const id = isFact(node) ? FactId.safeParse(node.id).data : undefined;
  if (id !== undefined) yield { id, section: section.join("."), within, node };
  const inside = id === undefined ? within : [...within, id];
  for (const [key, value] of Object.entries(node)) {
    yield* withholdableFacts(value, [...section, key], inside);
  }
}

/** Whether a piece of a file is a fact of its own. */
export function isFact(node: unknown): boolean {
  return isRecord(node) && typeof node.id === "string" && "basis" in node;
}
