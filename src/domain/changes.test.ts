import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { changesBetween } from "#domain/changes.ts";
import { disclose, type PublicForm } from "#domain/disclosure.ts";
import { isRecord } from "#domain/json.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { publicForm, toldIn } from "../../tests/support/public-form.ts";

const basis = toldIn("2023-05-21");
const judge = (text: string) => ({ id: "f1", basis, value: { original: "en", en: text } });
const article = (id: string, code: string) => ({ id, basis, code });
const prosecution = (more: object) => ({ id: "p1", basis, articles: [], sentence: [], ...more });
const charge = (id: string, note: string) => ({
  id,
  basis,
  kind: "charge",
  note: { original: "en", en: note },
});

const ids = (before: PublicForm | undefined, after: PublicForm) =>
  changesBetween(before, after).map(({ id, kind }) => `${kind} ${id}`);

describe("changes", () => {
  test("of a first version are all its facts, outermost only, and its sources", () => {
    const form = publicForm({
      events: [charge("e1", "One")],
      prosecutions: [prosecution({ judge: judge("A"), articles: [article("f2", "342")] })],
    });
    expect(ids(undefined, form).slice(0, 2)).toEqual(["added e1", "added p1"]);
    expect(ids(undefined, form).slice(2)).toEqual(form.sources.map((it) => `added ${it.id}`));
  });

  test("hold the whole fact, before and after", () => {
    const [before, after] = [
      publicForm({ events: [charge("e1", "One")] }),
      publicForm({ events: [charge("e1", "Two")] }),
    ];
    expect(changesBetween(before, after)).toEqual([
      { id: "e1", section: "events", kind: "changed", before: before.events[0], after: after.events[0] },
    ]);
  });

  test("in a prosecution are told fact by fact, and the prosecution's own by itself", () => {
    const before = publicForm({
      prosecutions: [
        prosecution({ judge: judge("A"), articles: [article("f2", "342"), article("f3", "130")] }),
      ],
    });
    const after = publicForm({
      prosecutions: [
        prosecution({ judge: judge("B"), articles: [article("f2", "342"), article("f4", "361")] }),
      ],
    });
    expect(changesBetween(before, after).map(({ id, section, kind }) => [id, section, kind])).toEqual([
      ["f4", "prosecutions.articles", "added"],
      ["f1", "prosecutions.judge", "changed"],
      ["f3", "prosecutions.articles", "removed"],
    ]);
    const own = publicForm({ prosecutions: [prosecution({ judge: judge("A"), basis: toldIn("2024") })] });
    const was = publicForm({ prosecutions: [prosecution({ judge: judge("A") })] });
    expect(ids(was, own)).toEqual(["changed p1"]);
  });

  test("of sources are told too", () => {
    const form = publicForm({});
    const [first, ...others] = form.sources;
    if (first === undefined) throw new Error("no source");
    const after = { ...form, sources: [{ ...first, title: "Another title" }, ...others.slice(1)] };
    expect(changesBetween(form, after).map(({ id, section, kind }) => [id, section, kind])).toEqual([
      ["s1", "sources", "changed"],
      ["s2", "sources", "removed"],
    ]);
  });

  test("say withheld, without what it was, where it is told", () => {
    const { withheld: _, ...file } = publicForm({
      events: [charge("e1", "One")],
      prosecutions: [prosecution({})],
    });
    const shown = disclose(file, []);
    const told = disclose(file, [{ fact: "e1", manner: "told" }]);
    expect(changesBetween(shown, told)).toEqual([{ id: "e1", section: "events", kind: "withheld" }]);
    expect(ids(told, shown)).toEqual(["added e1"]);
    expect(ids(told, told)).toEqual([]);
    expect(ids(told, { ...told, withheld: [] })).toEqual(["removed e1"]);
    expect(ids({ ...told, withheld: [] }, told)).toEqual(["withheld e1"]);
  });

  test("don't tell again what goes or comes with the prosecution around it", () => {
    const { withheld: _, ...file } = publicForm({
      events: [charge("e1", "One")],
      prosecutions: [prosecution({ judge: judge("A") })],
    });
    const shown = disclose(file, []);
    const judgeTold = disclose(file, [{ fact: "f1", manner: "told" }]);
    const told = disclose(file, [{ fact: "p1", manner: "told" }]);
    const silent = disclose(file, [{ fact: "p1", manner: "silent" }]);
    expect(ids(shown, told)).toEqual(["withheld p1"]);
    expect(ids(told, shown)).toEqual(["added p1"]);
    expect(ids(shown, silent)).toEqual(["removed p1"]);
    expect(ids(judgeTold, silent)).toEqual(["removed p1"]);
    expect(ids(silent, judgeTold)).toEqual(["added p1"]);
    expect(ids(shown, judgeTold)).toEqual(["withheld f1"]);
  });
});

/** Two public forms of one file: some of its facts changed, others there or shown in one of them only. */
const pairs = fc
  .tuple(arbitraryCaseFile(), fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 40 }))
  .map(([file, fates]) => {
    const fateOf = new Map([...walkFacts(file)].map(({ id }, index) => [id, fates[index % fates.length]]));
    const having = (fate: number) => [...fateOf].filter(([, it]) => it === fate).map(([id]) => id);
    const silent = (fact: string) => ({ fact, manner: "silent" as const });
    const changed = new Set(having(1));
    const before = disclose(file, having(2).map(silent));
    const after = disclose(CaseFile.parse(rebased(file, changed)), [
      ...having(3).map(silent),
      ...having(4).map((fact) => ({ fact, manner: "told" as const })),
    ]);
    return { before, after };
  });

/** The same with another day in each basis of these facts. */
function rebased(node: unknown, changed: ReadonlySet<string>): unknown {
  if (Array.isArray(node)) return node.map((item) => rebased(item, changed));
  if (!isRecord(node)) return node;
  const isChanged = typeof node.id === "string" && changed.has(node.id);
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      isChanged && key === "basis" && Array.isArray(value)
        ? value.map((it) => ({ ...it, asOf: "2026-01-01" }))
        : rebased(value, changed),
    ]),
  );
}

/** A form without what some changes name: whole facts where they came or went, else what is the fact's own. */
function without(node: unknown, kinds: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(node))
    return node.filter((item) => !isGone(item, kinds)).map((item) => without(item, kinds));
  if (!isRecord(node)) return node;
  const ownChanged = typeof node.id === "string" && kinds.get(node.id) === "changed";
  return Object.fromEntries(
    Object.entries(node)
      .filter(([, value]) => !isGone(value, kinds))
      .filter(([key, value]) => !ownChanged || key === "id" || holdsFacts(value))
      .map(([key, value]) => [key, without(value, kinds)]),
  );
}

function holdsFacts(value: unknown): boolean {
  return Array.isArray(value)
    ? value.every(holdsFacts)
    : isRecord(value) && "basis" in value && "id" in value;
}

function isGone(node: unknown, kinds: ReadonlyMap<string, string>): boolean {
  const kind = isRecord(node) && typeof node.id === "string" ? kinds.get(node.id) : undefined;
  return kind !== undefined && kind !== "changed";
}

describe("between any two forms of a file", () => {
  test("the changes explain every difference, and a form does not differ from itself", () => {
    let differing = 0;
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const changes = changesBetween(before, after);
        if (changes.length > 0) differing += 1;
        const kinds = new Map(changes.map((it) => [it.id, it.kind]));
        const rest = (form: PublicForm) =>
          without({ ...form, withheld: [], death: { ...form.death } }, kinds);
        expect(rest(after)).toEqual(rest(before));
        expect(changesBetween(before, before)).toEqual([]);
        expect(changesBetween(after, after)).toEqual([]);
      }),
    );
    expect(differing).toBeGreaterThan(50);
  });

  test("each fact is told once, and what is withheld comes without its content", () => {
    fc.assert(
      fc.property(pairs, ({ before, after }) => {
        const changes = changesBetween(before, after);
        expect(new Set(changes.map((it) => it.id)).size).toBe(changes.length);
        for (const change of changes) {
          const has = { before: "before" in change, after: "after" in change };
          expect(has).toEqual({
            before: change.kind === "changed" || change.kind === "removed",
            after: change.kind === "changed" || change.kind === "added",
          });
        }
        const back = changesBetween(after, before).map((it) => it.id);
        expect(new Set(back)).toEqual(new Set(changes.map((it) => it.id)));
      }),
    );
  });
});
