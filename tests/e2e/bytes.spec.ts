import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { languages } from "#domain/languages.ts";

// What a server sends before the first acknowledgement: ten segments of 1,460 bytes, less the headers' part.
const budget = 14_336;

test("the HTML and CSS of every profile fit into what a server sends at once", async ({ request }) => {
  const sheets = new Map<string, number>();
  const sizes: { path: string; bytes: number }[] = [];
  for (const language of languages) {
    for (const [index] of readdirSync("prisma/cases").entries()) {
      const path = `/${language}/people/${index + 1}`;
      const html = await (await request.get(path)).text();
      let bytes = gzipSync(html, { level: 9 }).length;
      for (const [, href = ""] of html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)) {
        if (!sheets.has(href)) {
          sheets.set(href, gzipSync(await (await request.get(href)).body(), { level: 9 }).length);
        }
        bytes += sheets.get(href) ?? 0;
      }
      sizes.push({ path, bytes });
    }
  }
  expect(sheets.size).toBeGreaterThan(0);
  expect(sizes.filter((it) => it.bytes > budget)).toEqual([]);
});
