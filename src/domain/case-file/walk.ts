import { z } from "zod";
import { Basis, FactId } from "#domain/case-file/fact.ts";
import { isRecord } from "#domain/json.ts";

/** A fact as a walk over a file meets it: its id, its section (`events`, `death.autopsy`), all its bases. */
export type WalkedFact = {
  id: FactId;
  section: string;
  /** The fact that this one stands in: a judge's prosecution. */
  within: FactId | undefined;
  bases: Basis[];
  node: Readonly<Record<string, unknown>>;
};

const FactShape = z.object({
  id: FactId,
  basis: z.array(Basis),
  disputed: z.array(z.object({ basis: z.array(Basis) })).optional(),
});

/** Every fact of a file or of a part of it, outer before inner, in the order of the file. */
export function* walkFacts(
  node: unknown,
  section: readonly string[] = [],
  within?: FactId,
): Generator<WalkedFact> {
  if (Array.isArray(node)) {
    for (const item of node) yield* walkFacts(item, section, within);
    return;
  }
  if (!isRecord(node)) return;
  const parsed = "basis" in node && "id" in node ? FactShape.safeParse(node) : undefined;
  if (parsed?.success) {
    const { id, basis, disputed = [] } = parsed.data;
    yield {
      id,
      section: section.join("."),
      within,
      bases: [...basis, ...disputed.flatMap((it) => it.basis)],
      node,
    };
  }
  for (const [key, value] of Object.entries(node)) {
    yield* walkFacts(value, [...section, key], parsed?.data?.id ?? within);
  }
}
