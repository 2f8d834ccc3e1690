import { expect, test } from "vitest";
import { searchParamsOf } from "#app/query.ts";

test("a value given twice stays given twice, so that the parsers can say so", async () => {
  const params = await searchParamsOf(
    Promise.resolve({ sex: ["female", "male"], page: "2", empty: undefined }),
  );
  expect([...params]).toEqual([
    ["sex", "female"],
    ["sex", "male"],
    ["page", "2"],
  ]);
});
