import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { same } from "#domain/draft-merge.ts";
import { fileDifference } from "#domain/file-difference.ts";
import { factsOf } from "#domain/file-facts.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { firstRecord } from "../../tests/support/registry.ts";

const file = CaseFile.parse(firstRecord("008-kseniya-lutskina"));
const [event] = file.events;
const [prosecution] = file.prosecutions;
const [article] = prosecution?.articles ?? [];
if (!event || !prosecution || !article) throw new Error("the record has changed");

const difference = (after: Partial<CaseFile>) => fileDifference(file, { ...file, ...after }, []);

describe("what differs between two files", () => {
  test("is told fact by fact, field by field", () => {
    const note = { original: "en", en: "Another note." } as const;
    expect(difference({ events: [{ ...event, note }, ...file.events.slice(1)] })).toEqual([
      {
        section: "events",
        reordered: [],
        isOpened: false,
        facts: [
          expect.objectContaining({
            id: event.id,
            kind: "changed",
            section: "events",
            fields: [{ key: "note", model: { kind: "localized" }, before: event.note, after: note }],
          }),
        ],
      },
    ]);
  });

  test("tells what stands within a fact by itself", () => {
    const changed = {
      ...prosecution,
      articles: [{ ...article, code: "342" }, ...prosecution.articles.slice(1)],
    };
    const [section] = difference({ prosecutions: [changed, ...file.prosecutions.slice(1)] });
    expect(section?.facts).toMatchObject([
      { id: article.id, section: "prosecutions.articles", within: [prosecution.id] },
    ]);
    expect(section?.facts[0]?.fields.map(({ key }) => key)).toEqual(["code"]);
  });

  test("tells of each source that a fact rests on, and of each contradiction", () => {
    const [basis] = event.basis;
    if (!basis) throw new Error("no basis");
    const added = { ...basis, source: "s99" };
    const bases = [{ ...basis, asOf: "2001" }, added];
    const [section] = difference({ events: [{ ...event, basis: bases }, ...file.events.slice(1)] });
    expect(section?.facts[0]?.fields).toMatchObject([
      { key: "basis", before: { source: basis.source }, after: { source: basis.source, asOf: "2001" } },
      { key: "basis", before: undefined, after: { source: "s99" } },
    ]);
  });

  test("tells of an entry that came, went or changed its place", () => {
    const gone = difference({ events: file.events.slice(1) });
    expect(gone[0]?.facts).toMatchObject([{ id: event.id, kind: "removed", after: undefined }]);
    const come = difference({ events: [...file.events, { ...event, id: "e900" }] });
    expect(come[0]?.facts).toMatchObject([{ id: "e900", kind: "added", before: undefined }]);
    const [first, second, ...rest] = file.events;
    if (!first || !second) throw new Error("too few events");
    expect(difference({ events: [second, first, ...rest] })).toEqual([
      { section: "events", facts: [], reordered: ["events"], isOpened: false },
    ]);
  });

  test("takes an id that stands for something of another section for another fact", () => {
    const [name] = file.names;
    if (!name) throw new Error("no name");
    const moved = difference({
      names: file.names.slice(1),
      events: [...file.events, { ...event, id: name.id }],
    });
    expect(moved.map(({ section, facts }) => [section, facts.map((it) => [it.kind, it.id])])).toEqual([
      ["names", [["removed", name.id]]],
      ["events", [["added", name.id]]],
    ]);
  });

  test("tells of a part that holds nothing", () => {
    expect(difference({ death: {} })).toEqual([
      { section: "death", facts: [], reordered: [], isOpened: true },
    ]);
  });

  test("marks what is withheld, and what stands in it", () => {
    const after = {
      prosecutions: [{ ...prosecution, articles: [{ ...article, code: "342" }] }],
      events: file.events.slice(1),
    };
    const withheld = fileDifference(file, { ...file, ...after }, [
      { fact: prosecution.id, manner: "silent" },
      { fact: event.id, manner: "told" },
    ]);
    const marks = withheld.flatMap(({ facts }) => facts.map((it) => [it.id, it.withheld]));
    expect(marks).toContainEqual([article.id, "silent"]);
    expect(marks).toContainEqual([event.id, "told"]);
  });

  test("tells nothing of the sources of what rests on none", () => {
    const sex = { id: "x95", value: "not-known", basis: [] };
    const [section] = fileDifference({}, { sex }, []);
    expect(section?.facts[0]?.fields.map(({ key }) => key)).toEqual(["value"]);
  });

  test("is everything where there was nothing", () => {
    const all = fileDifference({}, file, []).flatMap(({ facts }) => facts);
    expect(all.map(({ id }) => id)).toEqual(factsOf(file).map(({ id }) => id));
    expect(all.every(({ kind }) => kind === "added")).toBe(true);
  });
});

test("nothing that differs is left out, and nothing else is told, for any file", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.nat(), fc.nat(), (caseFile, which, place) => {
      expect(fileDifference(caseFile, caseFile, [])).toEqual([]);
      const facts = factsOf(caseFile);
      const fact = facts[which % Math.max(1, facts.length)];
      if (fact === undefined) return;
      const changed: unknown = withLeafChanged(caseFile, fact.node, place);
      if (!isFile(changed) || same(changed, caseFile)) return;
      const told = fileDifference(caseFile, changed, []).flatMap((section) => section.facts);
      const nested = (id: string) => told.find((it) => it.id === id)?.within ?? [];
      expect(told.some(({ id }) => id === fact.id || nested(id).includes(fact.id))).toBe(true);
      expect(told.flatMap(({ fields }) => fields).length).toBeGreaterThan(0);
    }),
  );
});

function isFile(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** A file with one leaf within one of its nodes changed; ids stay. */
function withLeafChanged(node: unknown, target: unknown, place: number): unknown {
  if (node === target) {
    const leaves = leafPaths(node, []);
    const path = leaves[place % Math.max(1, leaves.length)];
    return path === undefined ? node : changeAt(node, path);
  }
  if (Array.isArray(node)) return node.map((item) => withLeafChanged(item, target, place));
  if (!isFile(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withLeafChanged(value, target, place)]),
  );
}

function leafPaths(node: unknown, path: readonly string[]): string[][] {
  if (typeof node !== "object" || node === null) return path.at(-1) === "id" ? [] : [[...path]];
  return Object.entries(node).flatMap(([key, value]) => leafPaths(value, [...path, key]));
}

function changeAt(node: unknown, [key = "", ...rest]: readonly string[]): unknown {
  const change = (value: unknown) =>
    rest.length > 0 ? changeAt(value, rest) : typeof value === "number" ? value + 1 : `${String(value)}x`;
  if (Array.isArray(node)) return node.map((item, index) => (String(index) === key ? change(item) : item));
  if (!isFile(node)) return node;
  return { ...node, [key]: change(node[key]) };
}
