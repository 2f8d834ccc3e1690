import { describe, expect, it } from "vitest";
import { languageOf, readPath } from "#front/paths.ts";

describe("addresses as we write them", () => {
  it.each([
    ["/be", "be", "/"],
    ["/ru/people", "ru", "/people"],
    ["/en/people/12/versions/3", "en", "/people/12/versions/3"],
    ["/be/facilities/ik-4", "be", "/facilities/ik-4"],
    ["/be/articles/koap-19.11", "be", "/articles/koap-19.11"],
  ])("%s", (path, language, address) => {
    expect(readPath(path)).toEqual({ kind: "page", language, address });
  });

  it.each([
    ["/be/editor", "be"],
    ["/en/editor/drafts/0a-b_C/review", "en"],
  ])("%s is the editors'", (path, language) => {
    expect(readPath(path)).toEqual({ kind: "editor", language });
  });

  it("names files of the edition", () => {
    expect(readPath("/_next/static/chunks/19wy_kakc.css")).toEqual({ kind: "file", immutable: true });
    expect(readPath("/robots.txt")).toEqual({ kind: "file", immutable: false });
    expect(readPath("/sitemap-2.xml")).toEqual({ kind: "file", immutable: false });
  });
});

describe("addresses written otherwise", () => {
  it.each([
    ["/be/", "/be"],
    ["//be", "/be"],
    ["/be//people", "/be/people"],
    ["/BE/people", "/be/people"],
    ["/be/people/index.html", "/be/people"],
    ["/be/index.html", "/be"],
    ["/index.html", "/"],
    ["/%62e/people", "/be/people"],
    ["/be/people%2f", undefined],
    ["/be/peop%6Ce/12", "/be/people/12"],
    ["//robots.txt", "/robots.txt"],
    ["/BE/editor/", "/be/editor"],
  ])("%s → %s", (path, plain) => {
    expect(readPath(path)).toEqual(
      plain === undefined ? { kind: "unknown" } : { kind: "elsewhere", path: plain },
    );
  });
});

describe("paths that lead nowhere", () => {
  it.each([
    "/be/../ru",
    "/be/%2e%2e/ru",
    "/be/.%2E/%2e./etc/passwd",
    "/..",
    "/be/people/..",
    "/be/..%2f..%2fetc/passwd",
    "/be\\..\\..\\etc",
    "/be%5c..%5c",
    "/be%00",
    "/be/people%00.html",
    "/be/%",
    "/be/%zz",
    "/be/people.",
    "/be/.hidden",
    "/be/people/-",
    "/xx/people",
    "/bel",
    "/%2f%2fexample.org",
    "/_next/static/../../secrets.css",
    "/_next/static/chunks/main.js.map",
    "/be/editor/%2e%2e",
    "/be/editor/a.",
    "/xx/editor",
    "/_next/static/.css",
    "/_next/data/x.json",
    "/robots.txt.gz",
    "/edition.json",
    "/be/людзі",
    `/be/${"a".repeat(300)}`,
    "*",
    "http://example.org/be",
  ])("%s", (path) => {
    expect(readPath(path)).toEqual({ kind: "unknown" });
  });
});

describe("the language of a path", () => {
  it.each([
    ["/be/%00", "be"],
    ["//RU/x", "ru"],
    ["/en", "en"],
    ["/xx", undefined],
    ["/bel/x", undefined],
  ])("%s", (path, language) => {
    expect(languageOf(path)).toBe(language);
  });
});
