import edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dateBounds, Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { arbitraryDate } from "../../../tests/support/arbitrary-case-file.ts";

describe("bounds", () => {
  test.each([
    ["2023-05-10", "2023-05-10", "2023-05-10"],
    ["2023-05", "2023-05-01", "2023-05-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-02", "2023-02-01", "2023-02-28"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["2024-08~", "2024-08-01", "2024-08-31"],
    ["2025-05-21?", "2025-05-21", "2025-05-21"],
    ["2025%", "2025-01-01", "2025-12-31"],
    ["2020-21", "2020-03-01", "2020-05-31"],
    ["2020-22", "2020-06-01", "2020-08-31"],
    ["2020-23~", "2020-09-01", "2020-11-30"],
    ["2020-24", "2020-01-01", "2020-12-31"],
    ["2020/2023", "2020-01-01", "2023-12-31"],
    ["2020-08-09/2021-23", "2020-08-09", "2021-11-30"],
    ["2023/2023-05", "2023-01-01", "2023-05-31"],
    ["2020~/..", "2020-01-01", null],
    ["../2023-05", null, "2023-05-31"],
  ])("of %s", (text, earliest, latest) => {
    expect(Edtf.safeParse(text).success).toBe(true);
    expect(dateBounds(text)).toEqual({ earliest, latest });
  });

  test("are those that the package edtf finds, seasons aside", () => {
    const isoDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10);
    fc.assert(
      fc.property(arbitraryDate(), (text) => {
        fc.pre(!/-2[1-4]/.test(text) && !text.includes("/"));
        const { min, max } = edtf(text);
        expect(dateBounds(text)).toEqual({ earliest: isoDay(min), latest: isoDay(max) });
      }),
    );
  });

  test("of an interval are those of its ends", () => {
    fc.assert(
      fc.property(arbitraryDate(), (text) => {
        const [from = "", to = from] = text.split("/");
        const { earliest, latest } = dateBounds(text);
        expect(earliest).toBe(from === ".." ? null : dateBounds(from).earliest);
        expect(latest).toBe(to === ".." ? null : dateBounds(to).latest);
        if (earliest !== null && latest !== null) expect(earliest <= latest).toBe(true);
      }),
    );
  });

  test.each(["", "May 2023", "2023-13", "2023-02-29", "2023/", "2023-05-10T12:00"])("throw on %j", (text) => {
    expect(() => dateBounds(text)).toThrow(RangeError);
  });
});

describe("no date of the registry", () => {
  test.each([
    ["a day that the month lacks", "2023-04-31"],
    ["the 29th of February of a common year", "1900-02-29"],
    ["a month 00", "2023-00"],
    ["a day 00", "2023-05-00"],
    ["an interval that ends before it begins", "2023-06/2023-05"],
    ["an interval that is open at both ends", "../.."],
    ["an interval of one open end", ".."],
    ["three ends", "2020/2021/2022"],
    ["unspecified digits", "202X"],
    ["a year of five digits", "12023"],
    ["a year before our era", "-0044"],
    ["a time", "2023-05-10T12:00:00Z"],
    ["a fifth season", "2020-25"],
    ["a sign in front", "~2023"],
    ["spaces", " 2023"],
    ["a line break behind", "2023\n"],
  ])("is %s", (_, text) => {
    expect(Edtf.safeParse(text).success).toBe(false);
  });
});

test("words stand beside a date, not instead of one", () => {
  const words = { original: "en", en: "early April" };
  expect(PartialDate.parse({ edtf: "2021-04", words })).toEqual({ edtf: "2021-04", words });
  expect(PartialDate.safeParse({ words }).success).toBe(false);
});
