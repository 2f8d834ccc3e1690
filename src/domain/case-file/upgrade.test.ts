import { describe, expect, test } from "vitest";
import { schemaVersion } from "#domain/case-file/case-file.ts";
import { readCaseFile, type Upgrader } from "#domain/case-file/upgrade.ts";
import { isRecord } from "#domain/json.ts";
import { publicForm, toldIn } from "../../../tests/support/public-form.ts";

const { withheld: _, ...today } = publicForm({
  events: [{ id: "e1", basis: toldIn("2021"), kind: "charge" }],
});
const { events, ...rest } = today;

// Two invented older versions: in one the events were called "timeline", in the one before that "history".
const oldest = { ...rest, schemaVersion: schemaVersion - 2, history: events };
const renamed =
  (version: number, from: string, to: string): Upgrader =>
  ({ [from]: value, ...file }) => ({ ...file, schemaVersion: version, [to]: value });
const chain = new Map<number, Upgrader>([
  [schemaVersion - 2, renamed(schemaVersion - 1, "history", "timeline")],
  [schemaVersion - 1, renamed(schemaVersion, "timeline", "events")],
]);

describe("reading a file", () => {
  test("of today's version changes nothing", () => {
    expect(readCaseFile(today)).toEqual(today);
    expect(readCaseFile(today, chain)).toEqual(today);
  });

  test("of an old version goes through every upgrader, and leaves the old file as it was", () => {
    const before = JSON.stringify(oldest);
    expect(readCaseFile(oldest, chain)).toEqual(today);
    expect(JSON.stringify(oldest)).toBe(before);
    expect(readCaseFile({ ...rest, schemaVersion: schemaVersion - 1, timeline: events }, chain)).toEqual(
      today,
    );
  });

  test("of a version that nothing reads says which", () => {
    expect(() => readCaseFile(oldest)).toThrow(`nothing reads schema version ${schemaVersion - 2}`);
    const broken = new Map([...chain].slice(0, 1));
    expect(() => readCaseFile(oldest, broken)).toThrow(`nothing reads schema version ${schemaVersion - 1}`);
  });

  test("of a newer version says so, and does not try", () => {
    const newer = { ...today, schemaVersion: schemaVersion + 1 };
    expect(() => readCaseFile(newer)).toThrow(/newer than/);
    expect(() => readCaseFile(newer, new Map([[schemaVersion + 1, () => today]]))).toThrow(RangeError);
  });

  test("stops at an upgrader that makes another version than the next", () => {
    const circular = new Map<number, Upgrader>([[schemaVersion - 1, (file) => file]]);
    expect(() => readCaseFile({ ...oldest, schemaVersion: schemaVersion - 1 }, circular)).toThrow(
      /made version/,
    );
  });

  test.each([[null], ["text"], [[]], [{}], [{ schemaVersion: "1" }], [{ schemaVersion: 1.5 }]])(
    "is refused for what is no file: %j",
    (json) => {
      expect(() => readCaseFile(json)).toThrow();
    },
  );

  test("holds the upgraded file against today's schema", () => {
    const careless: Upgrader = (file) => ({ ...file, schemaVersion, extra: isRecord(file) });
    const old = { ...today, schemaVersion: schemaVersion - 1 };
    expect(() => readCaseFile(old, new Map([[schemaVersion - 1, careless]]))).toThrow(/extra/);
  });
});
