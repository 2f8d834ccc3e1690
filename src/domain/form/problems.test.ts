import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDraft } from "#domain/draft-file.ts";
import { caseFileForm } from "#domain/form/model.ts";
import { modelAt, valueAt } from "#domain/form/problems.ts";
import { isRecord } from "#domain/json.ts";
import { messagesIn } from "#i18n/messages.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { publicForm, toldIn } from "../../../tests/support/public-form.ts";

const basis = toldIn("2021");
const name = {
  id: "n1",
  basis,
  language: "be",
  script: "Cyrl",
  kind: "legal",
  given: "Алесь",
  preferred: true,
};

/** The problems of a draft that is good but for these keys: `PATH CODE`. */
function problemsOf(keys: Record<string, unknown>): string[] {
  const { withheld: _, ...good } = publicForm({});
  const read = readDraft({ ...good, names: [name], ...keys });
  return "file" in read ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
}

const event = (more: object) => ({ events: [{ id: "e1", basis, kind: "charge", ...more }] });
const summary = (value: unknown, more = {}) => ({ summary: { id: "x1", basis, value, ...more } });

test.each<[string, Record<string, unknown>]>([
  ["names no-name", { names: [] }],
  ["names.0 empty-name", { names: [{ ...name, given: undefined }] }],
  ["names two-preferred-names", { names: [name, { ...name, id: "n2" }] }],
  ["names.0.script choose", { names: [{ ...name, script: undefined }] }],
  ["names.0.given not-showable", { names: [{ ...name, given: "a\u202eb" }] }],
  ["names.0.given too-long", { names: [{ ...name, given: "я".repeat(20_001) }] }],
  ["names.0 protected-name", { protectedIdentity: { id: "x1", basis, value: "yes" } }],
  ["events.0.kind choose", event({ kind: undefined })],
  ["events.0.kind choose", event({ kind: "party" })],
  ["events.0.custody choose", event({ kind: "detention" })],
  ["events.0.days not-number", event({ kind: "punishment-cell", cell: "shizo", days: "many" })],
  ["events.0.note missing", event({ kind: "other" })],
  [
    "events.0.note.be no-original",
    event({ note: { original: "be", ru: "Текст", translates: { ru: "0".repeat(12) } } }),
  ],
  ["events.0.note translation-of-nothing", event({ note: { original: "be", be: "Тэкст", ru: "Текст" } })],
  ["events.0.date.edtf date-not-understood", event({ date: { edtf: "some day" } })],
  ["events.0.date.edtf date-no-such-day", event({ date: { edtf: "31.02.2023" } })],
  ["events.0.date.edtf missing", event({ date: { words: { original: "be", be: "аднойчы" } } })],
  ["events.0.basis no-source", event({ basis: [] })],
  ["events.0.basis.0.source choose-source", event({ basis: [{ asOf: "2021", manner: "stated" }] })],
  ["events.0.basis.0.asOf missing", event({ basis: [{ source: "s1", manner: "stated" }] })],
  ["events.0 source-gone", event({ basis: [{ source: "s999", asOf: "2021", manner: "stated" }] })],
  ["events.0 prosecution-gone", event({ prosecution: "p1" })],
  ["sources.0 id-twice", { sources: [1, 2].map(() => ({ id: "s1", title: "T", language: "be" })) }],
  [
    "sources.0.address not-address",
    { sources: [{ id: "s1", title: "T", language: "be", address: "spring96" }] },
  ],
  ["sources.0.language choose", { sources: [{ id: "s1", title: "T" }] }],
  ["summary.value missing", summary(undefined)],
  ["summary.value.be not-showable", summary({ original: "be", be: "\u0007" })],
  ["summary.basis no-source", summary("no", { basis: [] })],
  ["summary.disputed.0.basis no-source", summary("no", { disputed: [{ value: "not-known", basis: [] }] })],
  ["birth.date.value.edtf missing", { birth: { date: { id: "x1", basis } } }],
  ["sex.value choose", { sex: { id: "x1", basis } }],
])("%s", (problem, keys) => {
  expect(problemsOf(keys)).toContain(problem);
});

describe("in any file that was spoilt somewhere", () => {
  const garbage = fc.constantFrom(undefined, "", "x", "\u202e", 7, [], {}, null);

  test("each problem has words, and stands at a place of the form", () => {
    const words = messagesIn("en").problem;
    fc.assert(
      fc.property(arbitraryCaseFile(), fc.nat(), garbage, (file, at, value) => {
        const read = readDraft(spoilt(file, at, value));
        if ("file" in read) return;
        for (const { path, code } of read.problems) {
          expect(words).toHaveProperty([code]);
          const [key = ""] = path.split(".");
          expect(key === "schemaVersion" || caseFileForm.some((field) => field.key === key)).toBe(true);
        }
      }),
    );
  });

  /** The file with one leaf or branch of it replaced. */
  function spoilt(file: Record<string, unknown>, at: number, value: unknown): Record<string, unknown> {
    const copy: unknown = structuredClone(file);
    const places = [...placesOf(copy)].filter(([, key]) => key !== "schemaVersion");
    const place = places[at % places.length];
    if (place !== undefined) Reflect.set(place[0], place[1], value);
    return isRecord(copy) ? copy : {};
  }

  function* placesOf(node: unknown): Generator<[object, string]> {
    if (typeof node !== "object" || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      yield [node, key];
      yield* placesOf(value);
    }
  }
});

test("the model and the value at a path are found, and nothing behind its end", () => {
  const draft = event({ kind: "detention", custody: "prison", note: { original: "be", be: "Тэкст" } });
  expect(modelAt(["events", "0", "custody"], draft)).toMatchObject({ kind: "choice" });
  expect(modelAt(["events", "0", "note", "be"], draft)).toEqual({ kind: "text" });
  expect(modelAt(["events", "0", "channel"], draft)).toBeUndefined();
  expect(valueAt(draft, ["events", "0", "note", "be"])).toBe("Тэкст");
  expect(valueAt(draft, ["events", "7", "note"])).toBeUndefined();
  expect(valueAt(draft, ["constructor"])).toBeUndefined();
});
