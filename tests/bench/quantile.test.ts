import { expect, test } from "vitest";
import { quantile } from "./quantile.ts";

test("a quantile is one of the values", () => {
  expect(quantile([3, 1, 2, 4], 0.5)).toBe(2);
  expect(quantile([3, 1, 2, 4], 0.95)).toBe(4);
  expect(quantile([5], 0.01)).toBe(5);
  expect(quantile([], 0.5)).toBeNaN();
});
