import { type FactWithholding, manners } from "#domain/disclosure.ts";
import { type DraftFile, type DraftSection, sectionNames, sectionOf } from "#domain/draft-file.ts";
import { changedKeys, same } from "#domain/draft-merge.ts";
import { type FileFact, factsOf, ownFields } from "#domain/file-facts.ts";
import type { FormModel } from "#domain/form/model.ts";

/** How one field of a fact differs. `basis` and `disputed` are told one source, or one contradiction, at a time. */
export type FieldDifference = {
  key: string;
  model: FormModel;
  before: unknown;
  after: unknown;
};

/** How a fact, an entry or a source differs between two files. */
export type FactDifference = {
  id: string;
  section: string;
  kind: "added" | "removed" | "changed";
  /** The facts that it stands in, outermost first. */
  within: readonly string[];
  before: FileFact | undefined;
  after: FileFact | undefined;
  /** All fields of one that came or went; of a changed one those that differ. */
  fields: FieldDifference[];
  /** How it is withheld from the public, by itself or with what it stands in. */
  withheld: FactWithholding["manner"] | undefined;
};

/** What differs in one section of the form. */
export type SectionDifference = {
  section: DraftSection;
  facts: FactDifference[];
  /** Lists whose entries stand in another order, as `WalkedFact.section`. */
  reordered: string[];
  /** Whether a part of the file came or went without a fact in it. */
  isOpened: boolean;
};

/**
 * What differs between two states of a file, in the order of its form: nothing that differs is left out, what is
 * withheld is told and marked. Without `before` everything is added.
 */
export function fileDifference(
  before: DraftFile,
  after: DraftFile,
  withholdings: readonly FactWithholding[],
): SectionDifference[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  const [oldById, nowById] = [byId(old), byId(now)];
  const mannerOf = mannersOf(withholdings);
  const facts = [...now, ...old.filter(({ id }) => !nowById.has(id))].flatMap((fact) =>
    differenceOf(oldById.get(fact.id), nowById.get(fact.id), mannerOf),
  );
  const reordered = reorderedLists(old, now);
  const keys = changedKeys(before, after).filter((key) => key !== "schemaVersion");
  const sections = new Set(keys.map((key) => sectionOf(key)).filter((it) => it !== undefined));
  return sectionNames
    .filter((section) => sections.has(section))
    .map((section) => {
      const within = <T>(items: readonly T[], placeOf: (item: T) => string) =>
        items.filter((item) => sectionOf(placeOf(item)) === section);
      const inSection = within(facts, (it) => it.section);
      const moved = within(reordered, (it) => it);
      return {
        section,
        facts: inSection,
        reordered: moved,
        isOpened: inSection.length === 0 && moved.length === 0,
      };
    });
}

type Manner = FactWithholding["manner"];

/** How a fact is withheld under some withholdings: by itself, or with the first of those that it stands in. */
export function mannersOf(
  withholdings: readonly FactWithholding[],
): (fact: Pick<FileFact, "id" | "within">) => Manner | undefined {
  const byFact = new Map<string, Manner>(withholdings.map(({ fact, manner }) => [fact, manner]));
  return ({ id, within }) =>
    [...within, id].map((it) => byFact.get(it)).find((it) => it !== undefined && manners.includes(it));
}

function differenceOf(
  before: FileFact | undefined,
  after: FileFact | undefined,
  mannerOf: ReturnType<typeof mannersOf>,
): FactDifference[] {
  // An id that stands for something of another section now is another fact.
  if (before && after && before.section !== after.section) {
    return [differenceOf(before, undefined, mannerOf), differenceOf(undefined, after, mannerOf)].flat();
  }
  const fact = after ?? before;
  if (fact === undefined) return [];
  const fields = fieldDifferences(before, after);
  if (before && after && fields.length === 0 && same(before.within, after.within)) return [];
  const { id, section, within } = fact;
  const kind = before === undefined ? "added" : after === undefined ? "removed" : "changed";
  return [{ id, section, within, kind, before, after, fields, withheld: mannerOf(fact) }];
}

function fieldDifferences(before: FileFact | undefined, after: FileFact | undefined): FieldDifference[] {
  const fields = new Map(
    [before, after].flatMap((fact) => (fact ? ownFields(fact) : [])).map((field) => [field.key, field.model]),
  );
  return [...fields].flatMap(([key, model]) => {
    const [was, is] = [before?.node[key], after?.node[key]];
    if (same(was, is)) return [];
    return model.kind === "list"
      ? itemDifferences(was, is).map((pair) => ({ key, model: model.item, ...pair }))
      : [{ key, model, before: was, after: is }];
  });
}

/** The items of two lists without ids, such as bases: the same ones are left out, those of one source are paired. */
function itemDifferences(before: unknown, after: unknown): { before: unknown; after: unknown }[] {
  const [was, is] = [listOf(before), listOf(after)];
  const gone = was.filter((item) => !is.some((other) => same(item, other)));
  const come = is.filter((item) => !was.some((other) => same(item, other)));
  const pairs = gone.map((item) => {
    const index = come.findIndex(
      (other) => sourceOf(other) !== undefined && sourceOf(other) === sourceOf(item),
    );
    return { before: item, after: index === -1 ? undefined : come.splice(index, 1)[0] };
  });
  const rest = come.map((item) => ({ before: undefined, after: item }));
  if (pairs.length > 0 || rest.length > 0 || same(was, is)) return [...pairs, ...rest];
  // The same items in another order, or another number of times.
  return [{ before: was, after: is }];
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

function sourceOf(item: unknown): unknown {
  return typeof item === "object" && item !== null && "source" in item ? item.source : undefined;
}

/** Lists in which what both files have stands in another order. */
function reorderedLists(before: readonly FileFact[], after: readonly FileFact[]): string[] {
  const [old, now] = [idsByList(before), idsByList(after)];
  const lists = [...now].filter(([list, ids]) => {
    const were = old.get(list) ?? [];
    return !same(
      ids.filter((id) => were.includes(id)),
      were.filter((id) => ids.includes(id)),
    );
  });
  return [...new Set(lists.map(([list]) => list.split(" ")[0] ?? ""))];
}

function idsByList(facts: readonly FileFact[]): Map<string, string[]> {
  const lists = Map.groupBy(facts, ({ section, within }) => `${section} ${within.join(" ")}`);
  return new Map([...lists].map(([list, inList]) => [list, inList.map(({ id }) => id)]));
}

function byId(facts: readonly FileFact[]): Map<string, FileFact> {
  return new Map(facts.map((fact) => [fact.id, fact]));
}
