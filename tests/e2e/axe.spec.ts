import { expect, test } from "@playwright/test";
import { foundByAxe } from "./axe.ts";

test("axe finds what is wrong with a page", async ({ page }) => {
  await page.setContent(
    '<html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1><img src="data:,"></main></body></html>',
  );
  expect(await foundByAxe(page)).toEqual(['image-alt: <img src="data:,">']);
});
