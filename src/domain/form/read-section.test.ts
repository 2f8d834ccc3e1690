import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sectionNames } from "#domain/draft-file.ts";
import { readSection } from "#domain/form/read-section.ts";
import { sectionForm } from "#domain/form/section-form.ts";
import { originalHash } from "#domain/localized-text.ts";

type Fields = Record<string, string>;

/** What is read of a person's summary, or of an event, from some of its fields. */
function read(
  section: "summary" | "events",
  fields: Fields,
  previous: Record<string, unknown> = {},
): unknown {
  const form = sectionForm(section);
  return readSection(form, Object.entries(fields), { previous, today: "2026-03-04" }).part[section];
}

/** What is read of the summary's text. */
function readText(fields: Fields): unknown {
  const named = Object.entries(fields).map(([name, value]) => [`summary.value.${name}`, value]);
  const summary = read("summary", { "summary.id": "x1", ...Object.fromEntries(named) });
  return typeof summary === "object" && summary !== null && "value" in summary ? summary.value : undefined;
}

const [be, ru] = [originalHash("Шпіталь"), originalHash("Больница")];

describe("a text in three languages", () => {
  const kept = { "kept.ru": `${be}.${ru}` };

  test("keeps what a translation was made from while neither is changed", () => {
    expect(readText({ original: "be", be: "Шпіталь", ru: "Больница", en: "", ...kept })).toEqual({
      original: "be",
      be: "Шпіталь",
      ru: "Больница",
      translates: { ru: be },
    });
  });

  test("has outdated translations once its original is changed", () => {
    expect(readText({ original: "be", be: "Бальніца", ru: "Больница", ...kept })).toMatchObject({
      translates: { ru: be },
    });
  });

  test("has a translation of today's original once that is changed, or said to be up to date", () => {
    const now = { translates: { ru: originalHash("Бальніца") } };
    expect(readText({ original: "be", be: "Бальніца", ru: "Госпиталь", ...kept })).toMatchObject(now);
    expect(
      readText({ original: "be", be: "Бальніца", ru: "Больница", ...kept, "current.ru": "yes" }),
    ).toMatchObject(now);
  });

  test("takes a new translation as one of today's original", () => {
    expect(readText({ original: "be", be: "Шпіталь", en: "Hospital" })).toMatchObject({
      translates: { en: be },
    });
  });

  test("in one language only is written in that one, whatever is marked", () => {
    expect(readText({ original: "be", be: "", ru: " Больница\r\n" })).toEqual({
      original: "ru",
      ru: "Больница",
    });
  });

  test("whose original was emptied doesn't take its translation for one", () => {
    expect(readText({ original: "be", be: "", ru: "Больница", ...kept })).toEqual({
      original: "be",
      ru: "Больница",
      translates: { ru: be },
    });
  });

  test("isn't there without any text", () => {
    expect(readText({ original: "be", be: " ", ru: "", en: "\r\n" })).toBeUndefined();
  });
});

describe("a fact", () => {
  test("says no, or not known, whatever was typed beside it", () => {
    const fields = { "summary.id": "x1", "summary.value.gap": "no", "summary.value.be": "Тэкст" };
    expect(read("summary", fields)).toEqual({ id: "x1", value: "no", basis: [] });
  });

  test("isn't there without its id", () => {
    expect(read("summary", { "summary.value.be": "Тэкст" })).toBeUndefined();
  });

  test("keeps a source that is to be entered beside its basis", () => {
    const fields = {
      "summary.id": "x1",
      "summary.value.be": "Тэкст",
      "summary.basis.0.source": "",
      "summary.basis.0.newSource": "spring96.org/be/1",
    };
    expect(read("summary", fields)).toMatchObject({ basis: [{ newSource: "spring96.org/be/1" }] });
  });
});

describe("an event", () => {
  const event = { "events.0.id": "e1", "events.0.kind": "fine" };
  const dated = (typed: string) => read("events", { ...event, "events.0.date.edtf": typed });

  test.each([
    ["10.05.2023", { edtf: "2023-05-10" }],
    ["каля 10 мая 2023", { edtf: "2023-05-10~" }],
    ["учора", { edtf: "2026-03-03" }],
    ["early April 2021", { edtf: "2021-04~", words: { original: "en", en: "early April 2021" } }],
    ["some day", { edtf: "some day" }],
    ["", undefined],
  ])("on %j has the date %j", (typed, date) => {
    const [first] = [dated(typed)].flat();
    expect(first).toEqual({ id: "e1", kind: "fine", basis: [], ...(date && { date }) });
  });

  test.each([
    ["1500", 1500],
    ["1 500,50", 1500.5],
    ["1500.5", 1500.5],
    ["1,500", "1,500"],
    ["-3", "-3"],
    ["1e400", "1e400"],
    ["many", "many"],
  ])("with the amount %j has %j", (typed, amount) => {
    expect(read("events", { ...event, "events.0.amount": typed })).toMatchObject([{ amount }]);
  });

  test("has the fields of its kind, and doesn't stumble over those of another", () => {
    const form = sectionForm("events");
    const fields = Object.entries({ ...event, "events.0.custody": "prison", "events.0.currency": "byn" });
    expect(readSection(form, fields, { previous: {}, today: "2026-03-04" })).toEqual({
      part: { events: [{ id: "e1", kind: "fine", currency: "BYN", basis: [] }] },
      unknown: [],
    });
  });

  test("that wasn't opened is as it was; one that is no more is told", () => {
    const form = sectionForm("events");
    const old = { id: "e2", kind: "search", basis: [{ source: "s1", asOf: "2021", manner: "stated" }] };
    const fields: [string, string][] = ["e2", "e9"].flatMap((id, index): [string, string][] => [
      [`events.${index}.id`, id],
      [`events.${index}.unopened`, "yes"],
    ]);
    const { part, unknown } = readSection(form, fields, { previous: { events: [old] }, today: "2026-03-04" });
    expect(part).toEqual({ events: [old, { id: "e9" }] });
    expect(unknown).toEqual(["events.1.id", "events.1.unopened"]);
  });
});

test("entries stand in the order of their numbers, however they were sent", () => {
  const fields = { "events.10.id": "e1", "events.2.id": "e2", "events.999999.id": "e3" };
  expect(read("events", fields)).toMatchObject([{ id: "e2" }, { id: "e1" }, { id: "e3" }]);
});

describe("whatever is sent", () => {
  const step = fc.constantFrom(
    ...[
      "events",
      "summary",
      "birth",
      "date",
      "place",
      "value",
      "basis",
      "disputed",
      "0",
      "1",
      "999999",
      "id",
      "kind",
    ],
    ...[
      "edtf",
      "words",
      "be",
      "ru",
      "original",
      "kept",
      "current",
      "gap",
      "source",
      "newSource",
      "unopened",
      "there",
    ],
    ...["death", "autopsy", "__proto__", "constructor", "toString", "-1", "1e3", ""],
  );
  const name = fc.oneof(
    fc.array(step, { maxLength: 20 }).map((steps) => steps.join(".")),
    fc.string({ unit: "binary" }),
  );
  const value = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("e1", "detention", "no", "be", "yes", "2021", "\ud800", "a\0b", "{}", `${be}.${ru}`),
  );

  test("something that can be stored is read, and each name is of the form or told", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, value), { maxLength: 40 }),
        fc.constantFrom(...sectionNames),
        (fields, section) => {
          const { part } = readSection(sectionForm(section), fields, { previous: {}, today: "2026-03-04" });
          const text = JSON.stringify(part);
          expect(JSON.parse(text)).toEqual(part);
          expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i);
          expect(Object.keys(part).every((key) => sectionForm(section).some((it) => it.key === key))).toBe(
            true,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a name that no field has is told", () => {
    const form = sectionForm("summary");
    const fields: [string, string][] = [
      "events.0.id",
      "summary.id.x",
      "summary.value.pl",
      "role",
      "a".repeat(99),
    ].map((it) => [it, "x"]);
    const { unknown } = readSection(form, [...fields, ["summary.id", "x1"]], {
      previous: {},
      today: "2026-03-04",
    });
    expect(unknown.sort()).toEqual(fields.map(([it]) => it).sort());
  });
});
