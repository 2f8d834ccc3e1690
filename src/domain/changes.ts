import { canonicalText } from "#domain/canonical.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import { isRecord } from "#domain/json.ts";

/** How one fact, or one source, differs between two public forms. */
export type Change = {
  id: string;
  /** As `WalkedFact.section`; `sources` for a source. */
  section: string;
  kind: "added" | "removed" | "changed" | "withheld";
  /** The whole fact as it was, and as it is; neither for one that is withheld. */
  before?: Readonly<Record<string, unknown>>;
  after?: Readonly<Record<string, unknown>>;
};

type Place = {
  section: string;
  /** Undefined where the form says "withheld". */
  node: Readonly<Record<string, unknown>> | undefined;
  /** The fact that this one stands in, if any. */
  within: string | undefined;
};

/**
 * What differs between two public forms of one file, facts matched by id: first in the order of the later
 * form, then what it no longer has. What comes or goes with the fact around it is not told again; a
 * prosecution and the facts in it change each by itself. To be shown only for two forms made under the same
 * withholdings, since `before` is the earlier form's as it stands.
 */
export function changesBetween(before: PublicForm | undefined, after: PublicForm): Change[] {
  const old = before === undefined ? new Map<string, Place>() : placesOf(before);
  const now = placesOf(after);
  const changes: Change[] = [];
  for (const [id, { section, node, within }] of now) {
    const was = old.get(id);
    if (was === undefined && isShown(within, now) && !isShown(within, old)) continue;
    if (node === undefined) {
      if (was === undefined || was.node !== undefined) changes.push({ id, section, kind: "withheld" });
    } else if (was?.node === undefined) {
      changes.push({ id, section, kind: "added", after: node });
    } else if (was.section !== section || shellOf(was.node) !== shellOf(node)) {
      changes.push({ id, section, kind: "changed", before: was.node, after: node });
    }
  }
  for (const [id, { section, node, within }] of old) {
    if (now.has(id) || (isShown(within, old) && !isShown(within, now))) continue;
    changes.push(
      node === undefined ? { id, section, kind: "removed" } : { id, section, kind: "removed", before: node },
    );
  }
  return changes;
}

function isShown(id: string | undefined, places: ReadonlyMap<string, Place>): boolean {
  return id !== undefined && places.get(id)?.node !== undefined;
}

function placesOf(form: PublicForm): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const { id, section, within, node } of walkFacts(form)) places.set(id, { section, node, within });
  for (const { id, section, within } of form.withheld) places.set(id, { section, node: undefined, within });
  for (const source of form.sources) {
    places.set(source.id, { section: "sources", node: source, within: undefined });
  }
  return places;
}

/** A fact without the facts inside it, as text that is the same for what is the same. */
function shellOf(node: Readonly<Record<string, unknown>>): string {
  const shell = Object.entries(node)
    .filter(([, value]) => !isFact(value))
    .map(([key, value]) => [key, Array.isArray(value) ? value.filter((item) => !isFact(item)) : value]);
  return canonicalText(Object.fromEntries(shell));
}

function isFact(value: unknown): boolean {
  return isRecord(value) && typeof value.id === "string" && "basis" in value;
}
