import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { languages } from "#domain/languages.ts";
import { crawl, linksOf, pageTypes, pathIn } from "./site.ts";

const scripts = /<script\b(?![^>]*type="application\/ld\+json")/i;

test("every page of the site: reachable, without scripts, valid, described, at home in its language", async ({
  request,
}) => {
  test.setTimeout(10 * 60_000);
  const pages = await crawl(request);
  const records = readdirSync("prisma/cases").length;
  for (const language of languages) {
    const profiles = [...pages.keys()].filter((path) => new RegExp(`^/${language}/people/\\d+$`).test(path));
    expect(profiles).toHaveLength(records);
  }
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  const titles = new Map<string, string>();
  for (const [path, html] of pages) {
    expect(html, path).not.toMatch(scripts);
    expect(html, path).not.toMatch(/ on[a-z]+="|javascript:|rel="(?:module)?preload"/i);
    const report = await validator.validateString(html, path);
    expect(
      report.results.flatMap((it) => it.messages.map((m) => `${path}:${m.line} ${m.ruleId} ${m.message}`)),
    ).toEqual([]);
    const language = path.slice(1, 3);
    expect(html, path).toContain(`<html lang="${language}"`);
    const head = html.slice(0, html.indexOf("</head>"));
    const title = /<title>([^<]+)<\/title>/.exec(head)?.[1] ?? "";
    expect(titles.get(title), `${path} has the title of another page: ${title}`).toBeUndefined();
    titles.set(title, path);
    expect(head, path).toMatch(/<meta name="description" content="[^"]{30,}"/);
    expect(head, path).toContain(`rel="canonical"`);
    for (const other of languages) {
      expect(head, path).toMatch(
        new RegExp(`rel="alternate"[^>]*hrefLang="${other}"|hrefLang="${other}"[^>]*rel="alternate"`, "i"),
      );
    }
    for (const link of linksOf(html)) expect(pages.has(link), `${path} links to ${link}`).toBe(true);
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) {
      expect(html.includes(`id="${id}"`), `${path} links to #${id}, which is not there`).toBe(true);
    }
  }
});

test("the language switch leads to the same page", async ({ request }) => {
  for (const address of [
    "/",
    "/people/13",
    "/facilities/akrestsina",
    "/people/1/versions/1",
    "/methodology",
  ]) {
    for (const language of languages) {
      const html = await (await request.get(pathIn(language, address))).text();
      for (const other of languages.filter((it) => it !== language)) {
        expect(linksOf(html), `${language} ${address}`).toContain(pathIn(other, address));
      }
    }
  }
});

test("filtered lists and searches are valid HTML without scripts as well, and are not to be indexed", async ({
  request,
}) => {
  const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
  for (const language of languages) {
    for (const address of Object.values(pageTypes).filter((it) => it.includes("?"))) {
      const html = await (await request.get(pathIn(language, address))).text();
      expect(html).not.toMatch(scripts);
      expect(html).toMatch(/<meta name="robots" content="[^"]*noindex/);
      const report = await validator.validateString(html);
      expect(
        report.results.flatMap((it) => it.messages.map((m) => `${address} ${m.ruleId} ${m.message}`)),
      ).toEqual([]);
    }
  }
});

test("the sitemap names every page in every language", async ({ request }) => {
  const [pages, sitemap] = [await crawl(request), await (await request.get("/sitemap.xml")).text()];
  const listed = new Set(
    [...sitemap.matchAll(/<loc>[a-z]+:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path),
  );
  for (const path of pages.keys()) {
    if (!/\/versions(\/\d+)?$|\/search$/.test(path)) expect(listed.has(path), path).toBe(true);
  }
});
