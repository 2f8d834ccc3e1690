import { describe, expect, test } from "vitest";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { disclose } from "#domain/disclosure.ts";
import { yearOf, yearsOf } from "#domain/years.ts";
import { kalesnikava } from "../../tests/support/drafts.ts";

const basis = [{ source: "s1", asOf: "2021" }];

function years(sections: object): string[] {
  const bare = { birth: {}, events: [], prosecutions: [], death: undefined };
  const form = disclose(CaseFile.parse({ ...kalesnikava, ...bare, ...sections }), []);
  return yearsOf(form).map(({ year, kind }) => `${year} ${kind}`);
}

const event = (edtf: string, kind = "charge") => ({ id: `e${edtf.length}`, kind, date: { edtf }, basis });

describe("the years of a file", () => {
  test("are those of events, births, verdicts and deaths, each once", () => {
    const date = (id: string, edtf: string) => ({ id, value: { edtf }, basis });
    expect(
      years({
        birth: { date: date("x90", "1982-04-24") },
        events: [
          event("2021-05", "death"),
          event("2021-05-21", "death"),
          { ...event("2021"), date: undefined },
        ],
        prosecutions: [{ id: "p1", basis, articles: [], sentence: [], verdictDate: date("p2", "2021") }],
        death: { date: date("d1", "2021-05-21") },
      }),
    ).toEqual(["1982 birth", "2021 death", "2021 verdict"]);
  });

  test.each([
    ["2020/2022", ["2020 charge", "2021 charge", "2022 charge"]],
    ["2020-12~/2021-01", ["2020 charge", "2021 charge"]],
    ["2020-24", ["2020 charge"]],
    // "Since 2020" would otherwise be every year that comes.
    ["2020/..", ["2020 charge"]],
    ["../2021-03", ["2021 charge"]],
    ["1899/1901", ["1900 charge", "1901 charge"]],
    ["1850", []],
  ])("a date of %s allows", (edtf, allowed) => {
    expect(years({ events: [event(edtf)] })).toEqual(allowed);
  });
});

test("a query is a year between 1900 and 2100 alone", () => {
  expect(["1900", " 2021 ", "2100"].map(yearOf)).toEqual([1900, 2021, 2100]);
  for (const q of ["1899", "2101", "202", "20211", "2021-05", "2021 год", "№ 2021", "", "٢٠٢١"]) {
    expect(yearOf(q), q).toBeUndefined();
  }
});
