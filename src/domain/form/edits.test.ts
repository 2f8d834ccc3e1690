import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalText } from "#domain/canonical.ts";
import { highestIds, idsAfter } from "#domain/draft-file.ts";
import { editPart, readEdit } from "#domain/form/edits.ts";
import { caseFileForm } from "#domain/form/model.ts";
import { valueAt } from "#domain/form/problems.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";

const noIds = (): string => {
  throw new Error("nothing new is asked for");
};

/** What an edit makes of some keys of a file, and the place that it leads to. */
function edited(part: Record<string, unknown>, edit: string, variant?: string) {
  const read = readEdit(edit);
  return read && editPart(caseFileForm, part, read, { newId: idsAfter(highestIds(part)), variant });
}

const entry = (id: string) => ({
  id,
  basis: [{ source: "s1", asOf: "2021", manner: "stated" }],
  category: "worker",
});
const three = { categories: [entry("k1"), entry("k2"), entry("k3")] };
const ids = (part: Record<string, unknown> | undefined) =>
  [part?.categories].flat().map((it) => valueAt(it, ["id"]));

describe("an entry", () => {
  test("is added last, with an id of its own and a basis to fill in", () => {
    expect(edited(three, "add:categories")).toMatchObject({
      at: "categories.3",
      part: { categories: [{}, {}, {}, { id: "k4", basis: [{ manner: "stated" }] }] },
    });
  });

  test("of many kinds is added as one of them", () => {
    const added = edited({ events: [] }, "add:events", "contact");
    expect(added?.part.events).toEqual([{ kind: "contact", id: "e1", basis: [{ manner: "stated" }] }]);
  });

  test("with lists in it is added with them empty", () => {
    const added = edited({ prosecutions: [] }, "add:prosecutions");
    expect(added?.part.prosecutions).toEqual([
      { id: "p1", basis: [{ manner: "stated" }], articles: [], sentence: [] },
    ]);
    const within = edited(added?.part ?? {}, "add:prosecutions.0.sentence");
    expect(within).toMatchObject({
      at: "prosecutions.0.sentence.0",
      part: { prosecutions: [{ sentence: [{ id: "t1" }] }] },
    });
  });

  test("is moved by one, and stays at the ends", () => {
    expect(ids(edited(three, "up:categories.1")?.part)).toEqual(["k2", "k1", "k3"]);
    expect(ids(edited(three, "down:categories.1")?.part)).toEqual(["k1", "k3", "k2"]);
    expect(ids(edited(three, "up:categories.0")?.part)).toEqual(["k1", "k2", "k3"]);
    expect(ids(edited(three, "down:categories.2")?.part)).toEqual(["k1", "k2", "k3"]);
    expect(edited(three, "down:categories.1")?.at).toBe("categories.2");
  });

  test("is taken away; its neighbour is looked at next", () => {
    expect(ids(edited(three, "remove:categories.1")?.part)).toEqual(["k1", "k3"]);
    expect(edited(three, "remove:categories.2")?.at).toBe("categories.1");
    expect(edited({ categories: [entry("k1")] }, "remove:categories.0")).toMatchObject({
      at: "categories",
      part: { categories: [] },
    });
  });
});

describe("a fact", () => {
  test("is added where there is none, and taken away", () => {
    const added = edited({ birth: {} }, "add:birth.place");
    expect(added).toEqual({
      at: "birth.place",
      part: { birth: { place: { id: "x1", basis: [{ manner: "stated" }] } } },
    });
    expect(edited(added?.part ?? {}, "remove:birth.place")?.part).toEqual({ birth: {} });
  });

  test("gets what another source says against it, with a basis", () => {
    const sex = { id: "x1", value: "male", basis: [] };
    expect(edited({ sex }, "add:sex.disputed")).toMatchObject({
      at: "sex.disputed.0",
      part: { sex: { disputed: [{ basis: [{ manner: "stated" }] }] } },
    });
  });

  test("that is there isn't written over by adding it", () => {
    const sex = { id: "x1", value: "male", basis: [] };
    expect(edited({ sex }, "add:sex")?.part).toEqual({ sex });
  });
});

test.each([
  "add:rank",
  "remove:categories.9",
  "up:categories.x",
  "remove:birth",
  "add:categories.0.id.x",
  "remove:categories.0.basis",
])("%s leads nowhere", (edit) => {
  expect(edited({ ...three, birth: {} }, edit)).toBeUndefined();
});

test.each(["", "drop:events", "add:", "add:events/1", "add", `add:${"a".repeat(201)}`])(
  "%j is no edit",
  (text) => {
    expect(readEdit(text)).toBeUndefined();
  },
);

test("in any file what was moved down can be moved up again, and what was added taken away", () => {
  fc.assert(
    fc.property(arbitraryCaseFile(), fc.constantFrom("events", "names", "sources"), (file, list) => {
      const entries: readonly unknown[] = file[list];
      if (entries.length > 1) {
        const down = editPart(caseFileForm, file, { verb: "down", path: [list, "0"] }, { newId: noIds });
        const up =
          down && editPart(caseFileForm, down.part, { verb: "up", path: [list, "1"] }, { newId: noIds });
        expect(canonicalText(up?.part)).toBe(canonicalText(file));
      }
      const added = edited(file, `add:${list}`, "search");
      const taken = added && edited(added.part, `remove:${added.at}`);
      expect(canonicalText(taken?.part)).toBe(canonicalText(file));
    }),
  );
});
