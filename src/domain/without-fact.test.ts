import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { disclose } from "#domain/disclosure.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { isRecord } from "#domain/json.ts";
import { idsIn, withoutFact, withoutIds } from "#domain/without-fact.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";

const canary = "CANARY";

const fileAndFact = fc.tuple(arbitraryCaseFile(), fc.nat({ max: 1_000 })).map(([file, pick]) => {
  const facts = [...walkFacts(file)];
  return { file, factId: facts[pick % Math.max(1, facts.length)]?.id };
});

/** The same file with the canary in every text of a fact, and in the titles of the sources that only it names. */
function withCanaries(file: CaseFile, factId: string): unknown {
  const plant = (node: unknown, inside: boolean): unknown => {
    if (Array.isArray(node)) return node.map((item) => plant(item, inside));
    if (!isRecord(node)) return node;
    const within = inside || node.id === factId;
    const more = within && "asOf" in node ? { note: { original: "en", en: canary } } : {};
    return {
      ...Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plant(value, within)])),
      ...more,
    };
  };
  const { sources, ...sections } = file;
  const rest = disclose(file, [{ fact: factId, manner: "silent" }]).sources.map((it) => it.id);
  const own = disclose(file, []).sources.filter((it) => !rest.includes(it.id));
  const planted = plant(sections, false);
  return {
    ...(isRecord(planted) && planted),
    sources: sources.map((it) => (own.some(({ id }) => id === it.id) ? { ...it, title: canary } : it)),
  };
}

describe("withoutFact", () => {
  test("leaves a valid file with nothing of the fact, and with all else", () => {
    fc.assert(
      fc.property(fileAndFact, ({ file, factId }) => {
        if (factId === undefined) return;
        const planted = CaseFile.parse(withCanaries(file, factId));
        const less = withoutFact(planted, factId);
        expect(JSON.stringify(less)).not.toContain(canary);
        const read = CaseFile.parse(less?.file);
        expect(disclose(read, [])).toEqual(disclose(planted, [{ fact: factId, manner: "silent" }]));
        const [before, after] = [idsIn(file), idsIn(less?.file)];
        expect(new Set(less?.ids)).toEqual(new Set(before.filter((id) => !after.includes(id))));
      }),
    );
  });

  test("says that a file doesn't have it", () => {
    fc.assert(
      fc.property(arbitraryCaseFile(), (file) => {
        expect(withoutFact(file, "zz999999")).toBeUndefined();
      }),
    );
    expect(withoutFact({ ...emptyFile(), sources: [{ id: "s1" }] }, "s1")).toBeUndefined();
  });

  test("keeps a source that nothing named before, and takes one that only the fact named", () => {
    const file = {
      ...emptyFile(),
      events: [
        { id: "e1", basis: [{ source: "s1" }, { source: "s2" }] },
        { id: "e2", basis: [{ source: "s2" }] },
      ],
      sources: [{ id: "s1" }, { id: "s2" }, { id: "s3" }],
    };
    expect(withoutFact(file, "e1")).toEqual({
      file: { ...file, events: [file.events[1]], sources: [{ id: "s2" }, { id: "s3" }] },
      ids: ["e1", "s1"],
    });
  });

  test("reads a draft whose values are not read yet", () => {
    const draft = {
      names: "not yet",
      events: [{ id: "e1", date: { typed: canary } }, { id: "e2" }, "what was typed"],
      death: { date: { id: "d1", value: canary } },
      sources: "none",
    };
    expect(withoutFact(draft, "e1")?.file).toEqual({ ...draft, events: [{ id: "e2" }, "what was typed"] });
    const { death: _, ...alive } = draft;
    expect(withoutFact(draft, "d1")?.file).toEqual(alive);
  });

  test("takes references to a prosecution with it", () => {
    const file = {
      events: [
        { id: "e1", prosecution: "p1" },
        { id: "e2", prosecution: "p2" },
      ],
      prosecutions: [{ id: "p1", articles: [{ id: "a1" }] }, { id: "p2" }],
    };
    expect(withoutFact(file, "p1")).toEqual({
      file: { events: [{ id: "e1" }, { id: "e2", prosecution: "p2" }], prosecutions: [{ id: "p2" }] },
      ids: ["p1", "a1"],
    });
  });
});

describe("withoutIds", () => {
  test("takes facts and sources, and gives the same file where it has none of them", () => {
    const file = {
      events: [
        { id: "e1", basis: [{ source: "s1" }] },
        { id: "e2", basis: [{ source: "s2" }] },
      ],
      sources: [{ id: "s1" }, { id: "s2" }, { id: "s3" }],
    };
    expect(withoutIds(file, new Set(["e1", "s3", "e9"]))).toEqual({
      events: [file.events[1]],
      sources: [{ id: "s2" }],
    });
    expect(withoutIds(file, new Set(["e9", "s9"]))).toBe(file);
  });
});
