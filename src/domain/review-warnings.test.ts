import { expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import type { FactWithholding } from "#domain/disclosure.ts";
import { fileDifference } from "#domain/file-difference.ts";
import { type ReviewWarning, reviewWarnings } from "#domain/review-warnings.ts";
import { firstRecord } from "../../tests/support/registry.ts";

const record = CaseFile.parse(firstRecord("008-kseniya-lutskina"));
const basis = [{ source: record.sources[0]?.id ?? "", asOf: "2021" }];
const occupation = (id: string, en: string) => ({ id, basis, title: { original: "en", en } });
const summary = (en: string) => ({ id: "x80", basis, value: { original: "en", en } });
const version = CaseFile.parse({
  ...record,
  occupations: [occupation("o80", "lighthouse keeper at Braslau")],
  summary: summary("Nothing."),
});

function warnings(change: object, withholdings: FactWithholding[]): ReviewWarning[] {
  const file = CaseFile.parse({ ...version, ...change });
  const differences = fileDifference(version, file, withholdings).flatMap(({ facts }) => facts);
  return reviewWarnings({
    file,
    differences,
    versions: [{ number: 1, file: version, publicNote: null }],
    withholdings,
  });
}
const hidden: FactWithholding[] = [{ fact: "o80", manner: "silent" }];

test("a withheld fact that comes again under another id", () => {
  const occupations = [...version.occupations, occupation("o81", "lighthouse keeper at Braslau")];
  expect(warnings({ occupations }, hidden)).toContainEqual({
    kind: "same-value",
    id: "o81",
    section: "occupations",
    withheld: "o80",
  });
  expect(warnings({ occupations }, [])).toEqual([]);
  const other = [...version.occupations, occupation("o81", "teacher")];
  expect(warnings({ occupations: other }, hidden)).toEqual([]);
});

test("words of a withheld fact in a summary that changed, and none in one that didn't", () => {
  const told = { summary: summary("She was a lighthouse keeper in the north.") };
  expect(warnings(told, hidden)).toMatchObject([
    { kind: "same-words", id: "x80", section: "summary", withheld: "o80" },
  ]);
  expect(warnings({ categories: [] }, hidden)).toEqual([]);
  expect(warnings(told, [...hidden, { fact: "x80", manner: "told" }])).toEqual([]);
});

test("a protected identity whose name older versions still give", () => {
  const names = [{ ...version.names[0], id: "n80", kind: "pseudonym", preferred: true }];
  const protectedIdentity = { id: "x81", value: "yes", basis };
  const real = version.names.map(({ id }) => id);
  const told = warnings({ names, protectedIdentity }, []);
  expect(told.map(({ kind, id }) => [kind, id])).toEqual(real.map((id) => ["real-name", id]));
  expect(told[0]).toMatchObject({ versions: [1] });
  const withheld = real.map((fact): FactWithholding => ({ fact, manner: "silent" }));
  expect(warnings({ names, protectedIdentity }, withheld).filter(({ kind }) => kind === "real-name")).toEqual(
    [],
  );
});
