import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CaseFile, caseFileFields } from "#domain/case-file/case-file.ts";
import { eventKinds } from "#domain/case-file/events.ts";
import { fact, known } from "#domain/case-file/fact.ts";
import { sentenceTypes } from "#domain/case-file/prosecutions.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { isRecord } from "#domain/json.ts";
import { arbitraryCaseFile } from "../../../tests/support/arbitrary-case-file.ts";
import { generateCaseFiles } from "../../../tests/support/generate-case-files.ts";
import { publicForm, type Sections, toldIn } from "../../../tests/support/public-form.ts";

const basis = toldIn("2021");

/** What the schema says against a file with these sections, which are otherwise good. */
function problemsOf(sections: Sections): string[] {
  const { withheld: _, ...good } = publicForm({});
  const result = CaseFile.safeParse({ ...good, ...sections });
  return result.success ? [] : result.error.issues.map((issue) => issue.message);
}

const event = (more: object) => ({ id: "e1", basis, kind: "charge", ...more });
const name = (more: object) => ({
  id: "n1",
  basis,
  language: "be",
  script: "Cyrl",
  kind: "legal",
  given: "Алесь",
  preferred: true,
  ...more,
});

describe("a case file", () => {
  test("survives being written as JSON and read again", () => {
    fc.assert(
      fc.property(arbitraryCaseFile(), (file) => {
        expect(CaseFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
      }),
    );
  });

  test("knows its own sections only", () => {
    const { withheld: _, ...good } = publicForm({});
    expect(CaseFile.safeParse(good).success).toBe(true);
    expect(CaseFile.safeParse({ ...good, withheld: [] }).success).toBe(false);
    expect(CaseFile.safeParse({ ...good, schemaVersion: 2 }).success).toBe(false);
    expect(problemsOf({ events: [event({ internal: "x" })] })).toHaveLength(1);
  });

  test.each<[string, Sections, RegExp]>([
    ["an id that stands twice", { events: [event({}), event({})] }, /e1 stands twice/],
    ["an id that a source has", { events: [event({ id: "s1" })] }, /s1 stands twice/],
    [
      "a source that is not there",
      { events: [event({ basis: [{ source: "s10", asOf: "2021" }] })] },
      /e1 names the source s10/,
    ],
    [
      "a source that is not there, against a fact",
      {
        sex: {
          id: "x1",
          basis,
          value: "male",
          disputed: [{ value: "female", basis: [{ source: "s10", asOf: "2021" }] }],
        },
      },
      /x1 names the source s10/,
    ],
    [
      "a prosecution that is not there",
      { events: [event({ prosecution: "p1" })] },
      /e1 names the prosecution p1/,
    ],
    ["a fact without a basis", { sex: { id: "x1", basis: [], value: "male" } }, /needs a basis/],
    ["a no without a basis", { sex: { id: "x1", basis: [], value: "no" } }, /needs a basis/],
    ["an entry without a basis", { events: [event({ basis: [] })] }, /Too small/],
    ["a name of nothing", { names: [name({ given: undefined })] }, /needs a given or a family name/],
    [
      "two preferred names in a language",
      { names: [name({}), name({ id: "n2" })] },
      /more than one preferred name in be/,
    ],
    [
      "a term of nothing",
      {
        prosecutions: [
          { id: "p1", basis, articles: [], sentence: [{ id: "u1", basis, type: "fine", term: {} }] },
        ],
      },
      /needs years, months or days/,
    ],
    ["an event of no known kind", { events: [event({ kind: "party" })] }, /Invalid/],
    ["an event that is only other, without a note", { events: [event({ kind: "other" })] }, /Invalid/],
    ["an id with a meaning", { events: [event({ id: "killed-2021" })] }, /Invalid/],
  ])("is refused for %s", (_, sections, message) => {
    expect(problemsOf(sections).join("; ")).toMatch(message);
  });

  test("may say that something is not known without a basis, and names a prosecution that is there", () => {
    expect(
      problemsOf({
        sex: { id: "x1", basis: [], value: "not-known" },
        events: [event({ prosecution: "p1" })],
        prosecutions: [{ id: "p1", basis, articles: [], sentence: [] }],
      }),
    ).toEqual([]);
  });
});

test("a fact is known when it is a value", () => {
  const Sex = fact(z.enum(["female", "male"]));
  expect(known(Sex.parse({ id: "x1", basis, value: "female" }))).toBe("female");
  expect(known(Sex.parse({ id: "x1", basis, value: "no" }))).toBeUndefined();
  expect(known(Sex.parse({ id: "x1", basis: [], value: "not-known" }))).toBeUndefined();
  expect(known(undefined)).toBeUndefined();
  expect(Sex.parse({ id: "x1", basis: [{ source: "s1", asOf: "2021" }], value: "no" }).basis[0]?.manner).toBe(
    "stated",
  );
});

describe("the arbitrary file that tests use", () => {
  const files = fc.sample(arbitraryCaseFile(), { numRuns: 300, seed: 1 });

  test("has every section, in some file", () => {
    const isFilled = (value: unknown): boolean =>
      Array.isArray(value) || isRecord(value) ? Object.values(value).length > 0 : value !== undefined;
    for (const section of Object.keys(caseFileFields)) {
      const filled = files.filter((file) => isFilled(new Map(Object.entries(file)).get(section)));
      expect(filled.length, section).toBeGreaterThan(50);
    }
  });

  test("has every kind of fact, event and sentence, in some file", () => {
    const sections = new Set(files.flatMap((file) => [...walkFacts(file)].map((it) => it.section)));
    const inSections = (prefix: string) => [...sections].filter((it) => it.startsWith(`${prefix}.`)).length;
    expect(inSections("death")).toBe(16);
    expect(inSections("prosecutions")).toBe(9);
    expect(inSections("contact")).toBe(3);
    expect(inSections("birth")).toBe(2);
    expect(inSections("health")).toBe(2);
    const kinds = new Set(files.flatMap((file) => file.events.map((it) => it.kind)));
    expect([...kinds].sort()).toEqual([...eventKinds].sort());
    const types = files.flatMap((file) =>
      file.prosecutions.flatMap((it) => it.sentence.map(({ type }) => type)),
    );
    expect(new Set(types).size).toBe(sentenceTypes.length);
  });
});

describe("the files that benches use", () => {
  const files = generateCaseFiles(30);

  test("are the same each time, and more of them begin with the same ones", () => {
    expect(generateCaseFiles(10)).toEqual(files.slice(0, 10));
    expect(generateCaseFiles(10, 2)).not.toEqual(files.slice(0, 10));
  });

  test("are as long as the longest real ones, and of people with different names", () => {
    for (const file of files) expect(JSON.stringify(file).length).toBeGreaterThan(14_000);
    expect(new Set(files.map((file) => JSON.stringify(file.names[0]))).size).toBeGreaterThan(25);
  });
});
