import { describe, expect, test } from "vitest";
import { earliestAsOf, firstDay, latestAsOf } from "#domain/knowledge.ts";
import { toldIn } from "../../tests/support/public-form.ts";

describe("of some bases", () => {
  test.each([
    [["2023-05-21", "2025-05-21~", "2024"], "2023-05-21", "2025-05-21~"],
    [["2024", "2024-01"], "2024-01", "2024-01"],
    [["2024-02/2024-12", "2024-02-28"], "2024-02/2024-12", "2024-02-28"],
    [["2024-01-01/..", "2024"], "2024", "2024"],
    [["2021"], "2021", "2021"],
  ])("%j the oldest speaks up to %s and the freshest up to %s", (days, earliest, latest) => {
    expect(earliestAsOf(toldIn(...days))).toBe(earliest);
    expect(latestAsOf(toldIn(...days))).toBe(latest);
    expect(earliestAsOf(toldIn(...days).reverse())).toBe(earliest);
    expect(latestAsOf(toldIn(...days).reverse())).toBe(latest);
  });

  test("there is no day without a basis", () => {
    expect(earliestAsOf([])).toBeNull();
    expect(latestAsOf([])).toBeNull();
  });
});

test("an open beginning counts as the end", () => {
  expect(firstDay("../2020")).toBe("2020-12-31");
  expect(firstDay("2020/..")).toBe("2020-01-01");
});
