import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { same } from "#domain/draft-merge.ts";
import { mergeParts } from "#domain/form/merge-parts.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";

const fact = (id: string, value: string) => ({ id, value, basis: [] });
const [a, b, c, d] = ["a", "b", "c", "d"].map((it, index) => fact(`e${index + 1}`, it));

describe("what two made of one list", () => {
  test("has what each of them changed", () => {
    const changed = { ...a, value: "mine" };
    const other = { ...b, value: "theirs" };
    expect(mergeParts([a, b, c], [changed, b, c], [a, other, c])).toEqual([changed, other, c]);
  });

  test("has what each of them added, and lacks what one took away", () => {
    expect(mergeParts([a, b], [a, b, c], [a, d, b])).toEqual([a, d, b, c]);
    expect(mergeParts([a, b, c], [a, c], [a, b, c, d])).toEqual([a, c, d]);
    expect(mergeParts([a, b, c], [a, b, c, d], [b, c])).toEqual([b, c, d]);
  });

  test("keeps what one took away and the other changed", () => {
    const changed = { ...b, value: "changed" };
    expect(mergeParts([a, b], [a, changed], [a])).toEqual([a, changed]);
    expect(mergeParts([a, b], [a], [a, changed])).toEqual([a, changed]);
  });

  test("stands in the order of whoever moved something, mine if both did", () => {
    const changed = { ...c, value: "theirs" };
    expect(mergeParts([a, b, c], [b, a, c], [a, b, changed])).toEqual([b, a, changed]);
    expect(mergeParts([a, b, c], [a, b, { ...c, value: "mine" }], [c, a, b])).toEqual([
      { ...c, value: "mine" },
      a,
      b,
    ]);
    expect(mergeParts([a, b, c], [b, a, c], [c, b, a])).toEqual([b, a, c]);
  });

  test("has mine where both changed the same, text by text", () => {
    const note = (be: string) => ({ original: "be", be });
    const event = (text: string, more = {}) => [{ id: "e1", note: note(text), ...more }];
    expect(mergeParts(event("a"), event("b"), event("c", { days: 3 }))).toEqual([
      { id: "e1", note: note("b"), days: 3 },
    ]);
  });
});

test("in any file what only one changed is as that one has it", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), arbitraryCaseFile(), (base, changed) => {
      expect(same(mergeParts(base, changed, base), changed)).toBe(true);
      expect(same(mergeParts(base, base, changed), changed)).toBe(true);
      expect(same(mergeParts(base, changed, changed), changed)).toBe(true);
    }),
    { numRuns: 30 },
  );
});
