import { z } from "zod";
import { type CaseFile, caseFileFields, crossReferenceProblems } from "#domain/case-file/case-file.ts";
import { FactId } from "#domain/case-file/fact.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { isRecord } from "#domain/json.ts";

/** How a page speaks of what is withheld: it says "withheld", or shows no sign that there is anything. */
export const manners = ["told", "silent"] as const;

/** One fact that may not be shown, in any version of the file. */
export const FactWithholding = z.strictObject({ fact: FactId, manner: z.enum(manners) });
export type FactWithholding = z.infer<typeof FactWithholding>;

/** A place in the public form where something is withheld and the page says so. */
export const Told = z.strictObject({ id: FactId, section: z.string() });
export type Told = z.infer<typeof Told>;

/** What the public may see of a file: the file less what is withheld, and where to say "withheld". */
export const PublicForm = z
  .strictObject({ ...caseFileFields, withheld: z.array(Told) })
  .superRefine(({ withheld: _, ...file }, context) => {
    for (const problem of crossReferenceProblems(file))
      context.addIssue({ code: "custom", message: problem });
  });
export type PublicForm = z.infer<typeof PublicForm>;

/**
 * The public form of a file under the withholdings that hold today. A withheld fact goes with all inside it;
 * sources that only it named go too, and so do references to it. Applied twice it gives the same.
 */
export function disclose(file: CaseFile, withholdings: readonly FactWithholding[]): PublicForm {
  const manner = new Map(withholdings.map((it) => [it.fact, it.manner]));
  const withheld: Told[] = [];
  const shown = without(file, [], (id, section) => {
    const how = manner.get(id);
    if (how === "told") withheld.push({ id, section: section.join(".") });
    return how !== undefined;
  });
  const named = new Set([...walkFacts(shown)].flatMap((it) => it.bases.map((basis) => basis.source)));
  const sources = file.sources.filter((source) => named.has(source.id));
  return PublicForm.parse({ ...withoutDanglingReferences(shown), sources, withheld });
}

type Hidden = (id: string, section: readonly string[]) => boolean;

function without(node: unknown, section: readonly string[], hidden: Hidden): unknown {
  if (Array.isArray(node)) {
    return node
      .filter((item) => !isHidden(item, section, hidden))
      .map((item) => without(item, section, hidden));
  }
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => !isHidden(value, [...section, key], hidden))
      .map(([key, value]) => [key, without(value, [...section, key], hidden)]),
  );
}

function isHidden(node: unknown, section: readonly string[], hidden: Hidden): boolean {
  return isRecord(node) && typeof node.id === "string" && "basis" in node && hidden(node.id, section);
}

function withoutDanglingReferences(shown: unknown): Record<string, unknown> {
  const file = z.object({ ...caseFileFields, sources: z.unknown() }).parse(shown);
  const prosecutions = new Set(file.prosecutions.map((prosecution) => prosecution.id));
  return {
    ...file,
    events: file.events.map(({ prosecution, ...event }) =>
      prosecution === undefined || !prosecutions.has(prosecution) ? event : { ...event, prosecution },
    ),
  };
}
