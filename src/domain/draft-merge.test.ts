import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedKeys, collidingKeys, mergeFiles, same } from "#domain/draft-merge.ts";

const source = (id: string, title = id) => ({ id, title });
const base = { names: ["a"], contact: {}, sources: [source("s1"), source("s2")] };

test("what is missing is the same as what is undefined, and the order of keys says nothing", () => {
  expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  expect(same(undefined, null)).toBe(false);
  expect(changedKeys({ a: 1, b: undefined }, { a: 1 })).toEqual([]);
  expect(changedKeys({ a: 1, b: 2 }, { b: 3, c: 4 })).toEqual(["a", "b", "c"]);
});

describe("two files made from one", () => {
  test("keep what only one of them changed", () => {
    const draft = { ...base, names: ["b"] };
    const version = { ...base, contact: { x: 1 }, death: {} };
    expect(mergeFiles(base, { draft, version })).toEqual({
      file: { ...base, names: ["b"], contact: { x: 1 }, death: {} },
      open: [],
    });
  });

  test("lose what only one of them removed", () => {
    const { contact: _, ...version } = base;
    expect(mergeFiles(base, { draft: base, version }).file).toEqual(version);
    expect(mergeFiles(base, { draft: version, version: base }).file).toEqual(version);
  });

  test("ask for what both changed, each in its own way", () => {
    const files = { draft: { ...base, names: ["b"] }, version: { ...base, names: ["c"] } };
    expect(collidingKeys(base, files)).toEqual(["names"]);
    expect(mergeFiles(base, files)).toEqual({ file: files.draft, open: ["names"] });
    expect(mergeFiles(base, files, { names: "version" })).toEqual({ file: files.version, open: [] });
    expect(collidingKeys(base, { draft: files.draft, version: files.draft })).toEqual([]);
  });

  test("put their new sources together, and ask where one id stands for two", () => {
    const draft = { ...base, sources: [...base.sources, source("s3")] };
    const version = { ...base, sources: [source("s1", "corrected"), source("s2"), source("s4")] };
    expect(mergeFiles(base, { draft, version })).toEqual({
      file: { ...base, sources: [...version.sources, source("s3")] },
      open: [],
    });
    const other = { ...base, sources: [...base.sources, source("s3", "another")] };
    expect(collidingKeys(base, { draft, version: other })).toEqual(["sources"]);
    const removed = { ...base, sources: [source("s1")] };
    expect(mergeFiles(base, { draft, version: removed }).file.sources).toEqual([source("s1"), source("s3")]);
  });

  test("give what either was, whoever is asked, for any files", () => {
    const file = fc.dictionary(fc.constantFrom("names", "contact", "events"), fc.integer({ max: 2, min: 0 }));
    fc.assert(
      fc.property(file, file, file, (one, draft, version) => {
        expect(mergeFiles(one, { draft: one, version }).file).toEqual({ ...version });
        expect(mergeFiles(one, { draft, version: one }).file).toEqual({ ...draft });
        const { open } = mergeFiles(one, { draft, version });
        expect(open).toEqual(collidingKeys(one, { draft, version }));
        const choices = Object.fromEntries(open.map((key) => [key, "version" as const]));
        const merged = mergeFiles(one, { draft, version }, choices);
        expect(merged.open).toEqual([]);
        for (const [key, value] of Object.entries(merged.file)) {
          expect([draft[key], version[key]]).toContain(value);
        }
      }),
    );
  });
});
