import { z } from "zod";
import { type CaseFile, caseFileFields, crossReferenceProblems } from "#domain/case-file/case-file.ts";
import { FactId } from "#domain/case-file/fact.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { isRecord } from "#domain/json.ts";

/** How a page speaks of what is withheld: it says "withheld", or shows no sign that there is anything. */
export const manners = ["told", "silent"] as const;

/** The id under which the public note of a version is withheld. */
export const NoteId = z.templateLiteral(["v", z.int().positive()]);
export type NoteId = z.infer<typeof NoteId>;

/** The id of a version's note. */
export function noteId(version: number): NoteId {
  return `v${version}`;
}

/** One fact, or one version's note, that may not be shown in any version of the file. A note goes without a sign. */
export const FactWithholding = z.strictObject({
  fact: z.union([FactId, NoteId]),
  manner: z.enum(manners),
});
export type FactWithholding = z.infer<typeof FactWithholding>;

/** A place in the public form where something is withheld and the page says so; `within` is the fact around it. */
export const Told = z.strictObject({ id: FactId, section: z.string(), within: FactId.optional() });
export type Told = z.infer<typeof Told>;

/** What the public may see of a file: the file less what is withheld, and where to say "withheld". */
export const PublicForm = z
  .strictObject({ ...caseFileFields, withheld: z.array(Told) })
  .superRefine(({ withheld: _, ...file }, context) => {
    for (const problem of crossReferenceProblems(file)) context.addIssue({ code: "custom", ...problem });
  });
export type PublicForm = z.infer<typeof PublicForm>;

/** The facts of a section at which the page says "withheld": of `death`, say, `date` and `autopsy`. */
export function withheldUnder(section: string, { withheld }: Pick<PublicForm, "withheld">): string[] {
  const prefix = `${section}.`;
  return withheld.flatMap((it) => (it.section.startsWith(prefix) ? it.section.slice(prefix.length) : []));
}

/**
 * The public form of a file under the withholdings that hold today. A withheld fact goes with all inside it;
 * sources that only it named go too, and so do references to it. Applied to its own result it changes nothing.
 */
export function disclose(file: CaseFile | PublicForm, withholdings: readonly FactWithholding[]): PublicForm {
  const manner = new Map(withholdings.map((it) => [it.fact, it.manner]));
  const { withheld: earlier = [], ...rest } = { withheld: undefined, ...file };
  const withheld = earlier.filter((it) => manner.get(it.id) !== "silent" && !manner.has(it.within ?? ""));
  const shown = without(rest, [], undefined, (told) => {
    const how = manner.get(told.id);
    if (how === "told") withheld.push(told);
    return how !== undefined;
  });
  const named = new Set([...walkFacts(shown)].flatMap((it) => it.bases.map((basis) => basis.source)));
  const sources = file.sources.filter((source) => named.has(source.id));
  return PublicForm.parse({ ...withoutTraces(shown), sources, withheld });
}

type IsHidden = (fact: Told) => boolean;

function without(
  node: unknown,
  section: readonly string[],
  within: string | undefined,
  isHidden: IsHidden,
): unknown {
  const isShown = (child: unknown, path: readonly string[]) => {
    const id = factId(child);
    return id === undefined || !isHidden({ id, section: path.join("."), ...(within && { within }) });
  };
  if (Array.isArray(node)) {
    return node
      .filter((item) => isShown(item, section))
      .map((item) => without(item, section, factId(item) ?? within, isHidden));
  }
  if (!isRecord(node)) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key, value]) => isShown(value, [...section, key]))
      .map(([key, value]) => [key, without(value, [...section, key], factId(value) ?? within, isHidden)]),
  );
}

function factId(node: unknown): string | undefined {
  return isRecord(node) && typeof node.id === "string" && "basis" in node ? node.id : undefined;
}

/** Without what would still hint at a fact that is gone: references to it, and a death with nothing under it. */
function withoutTraces(shown: unknown): Record<string, unknown> {
  const { death, ...file } = z.object({ ...caseFileFields, sources: z.unknown() }).parse(shown);
  const prosecutions = new Set(file.prosecutions.map((prosecution) => prosecution.id));
  return {
    ...file,
    ...(death !== undefined && Object.keys(death).length > 0 && { death }),
    events: file.events.map(({ prosecution, ...event }) =>
      prosecution === undefined || !prosecutions.has(prosecution) ? event : { ...event, prosecution },
    ),
  };
}
