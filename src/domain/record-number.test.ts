import { expect, test } from "vitest";
import { recordNumber } from "#domain/record-number.ts";

test.each([
  ["12", 12],
  [" № 0012 ", 12],
  ["#7", 7],
  ["No. 7", 7],
  ["0", undefined],
  ["1234567890", undefined],
  ["12 Ганна", undefined],
  ["", undefined],
])("%j is the record's number %j", (query, number) => {
  expect(recordNumber(query)).toBe(number);
});
