import { expect, test } from "vitest";
import { reviewDayAfter } from "#domain/review-day.ts";

test.each([
  ["2025-01-15", "2025-07-15"],
  ["2025-08-31", "2026-02-28"],
  ["2024-08-30", "2025-02-28"],
  ["2023-08-31", "2024-02-29"],
  ["2025-12-31", "2026-06-30"],
])("half a year after %s is %s", (day, later) => {
  expect(reviewDayAfter(new Date(`${day}T23:00:00Z`))).toBe(later);
});
