import { describe, expect, test } from "vitest";
import { emptyFile } from "#domain/draft-file.ts";
import { type Erasure, erasedText, erasers, type Row } from "#domain/erasure.ts";

const person = "00000000-0000-4000-8000-000000000001";
const other = "00000000-0000-4000-8000-000000000002";
const own = "00000000-0000-4000-8000-00000000000d";
const at = "2026-11-22T10:00:00.000Z";

function erasure(fact: Erasure["fact"], more: Partial<Erasure> = {}): Erasure {
  const id = "00000000-0000-4000-8000-00000000000e";
  return { id, person, fact, notes: false, ids: [], versions: [], at, ...more };
}

function erased(table: string, row: Row, it: Erasure): Row | undefined {
  return erasers[table]?.(row, it, { drafts: new Set([own]), by: "test" });
}

const file = {
  ...emptyFile(),
  events: [
    { id: "e1", basis: [] },
    { id: "e2", basis: [] },
  ],
};
const without1 = { ...file, events: [{ id: "e2", basis: [] }] };
const version = {
  person_id: person,
  number: 2,
  file,
  public_note: { en: "p" },
  internal_note: "i",
  hash: "h",
};
const held = { person_id: person, fact_id: "e1", basis: "why", lifted_at: null, lifted_by: null };
const asked = {
  person_id: person,
  fact_id: "e1",
  reason: "why",
  outcome: null,
  decided_at: null,
  decided_by: null,
};
const lifted = { lifted_at: at, lifted_by: "test" };
const different = {
  one_id: other,
  other_id: person,
  reason: "why",
  at: "2026-01-01T00:00:00.000Z",
  taken_back_at: null,
  taken_back_by: null,
};
const declined = { outcome: "declined", decided_at: at, decided_by: "test" };

describe("what becomes of a row", () => {
  test.each<[string, Row, Erasure, Row]>([
    ["version", version, erasure("e1"), { ...version, file: without1 }],
    ["version", version, erasure("e1", { notes: true }), { ...version, file: without1, internal_note: null }],
    ["version", version, erasure("v2"), { ...version, public_note: null, internal_note: null }],
    ["version", version, erasure("v1"), version],
    [
      "version",
      version,
      erasure(null),
      { ...version, file: emptyFile(), public_note: null, internal_note: null },
    ],
    [
      "person",
      { id: person, state: "published", number: 1 },
      erasure("e1"),
      { id: person, state: "published", number: 1 },
    ],
    [
      "person",
      { id: person, state: "published", number: 1 },
      erasure(null),
      { id: person, state: "withdrawn", number: 1 },
    ],
    [
      "person",
      { id: person, state: null, number: null },
      erasure(null),
      { id: person, state: null, number: null },
    ],
    ["withholding", held, erasure("e1"), { ...held, basis: erasedText, ...lifted }],
    ["withholding", held, erasure("p1", { ids: ["p1", "e1"] }), { ...held, basis: erasedText, ...lifted }],
    ["withholding", held, erasure("e2"), held],
    ["withholding", held, erasure("e2", { notes: true }), { ...held, basis: erasedText }],
    [
      "withholding",
      { ...held, fact_id: null },
      erasure(null),
      { ...held, fact_id: null, basis: erasedText, ...lifted },
    ],
    [
      "withholding",
      { ...held, lifted_at: "then", lifted_by: "one" },
      erasure("e1"),
      { ...held, basis: erasedText, lifted_at: "then", lifted_by: "one" },
    ],
    ["showing_request", asked, erasure("e1"), { ...asked, reason: erasedText, ...declined }],
    ["showing_request", asked, erasure("e2"), asked],
    [
      "showing_request",
      { ...asked, outcome: "granted" },
      erasure(null),
      { ...asked, reason: erasedText, outcome: "granted" },
    ],
    ["different_people", different, erasure("e1"), different],
    ["different_people", different, erasure("e1", { notes: true }), { ...different, reason: erasedText }],
    [
      "different_people",
      different,
      erasure(null),
      { ...different, reason: erasedText, taken_back_at: at, taken_back_by: "test" },
    ],
    [
      "different_people",
      { ...different, taken_back_at: "then", taken_back_by: "one" },
      erasure(null),
      { ...different, reason: erasedText, taken_back_at: "then", taken_back_by: "one" },
    ],
    [
      "draft",
      { person_id: person, state: "submitted", changed_at: "then" },
      erasure(null),
      { person_id: person, state: "discarded", changed_at: at },
    ],
    [
      "draft",
      { person_id: person, state: "published", changed_at: "then" },
      erasure(null),
      { person_id: person, state: "published", changed_at: "then" },
    ],
    [
      "draft",
      { person_id: person, state: "editing" },
      erasure("e1"),
      { person_id: person, state: "editing" },
    ],
    ["draft_save", { draft_id: own, file }, erasure("e1"), { draft_id: own, file: without1 }],
    ["draft_save", { draft_id: own, file }, erasure(null), { draft_id: own, file: emptyFile() }],
    ["draft_save", { draft_id: other, file }, erasure(null), { draft_id: other, file }],
    ["draft_step", { draft_id: own, note: "n" }, erasure("e1"), { draft_id: own, note: "n" }],
    [
      "draft_step",
      { draft_id: own, note: "n" },
      erasure("e1", { notes: true }),
      { draft_id: own, note: null },
    ],
    ["draft_step", { draft_id: own, note: "n" }, erasure(null), { draft_id: own, note: null }],
  ])("of %s %j by %j", (table, row, it, expected) => {
    expect(erased(table, row, it)).toEqual(expected);
  });

  test("nothing, where it is another person's", () => {
    for (const [table, row] of Object.entries({
      person: { id: person, state: "published" },
      version,
      withholding: held,
      showing_request: asked,
      different_people: { ...different, one_id: person, other_id: own },
    })) {
      expect(erased(table, row, erasure(null, { person: other, notes: true }))).toEqual(row);
    }
  });
});
