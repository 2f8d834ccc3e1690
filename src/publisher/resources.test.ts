import { expect, it } from "vitest";
import { resourcesOfCss } from "#publisher/resources.ts";

it("finds what a style sheet loads", () => {
  const css = `@import "../media/more.css";@font-face{src:url(../media/a.woff2)}a{background:url( "/x.svg" )}
    b{background:url('y.svg')}c{background:url(data:image/svg+xml,x)}d{filter:url(#f)}`;
  expect(resourcesOfCss(css, "/_next/static/chunks/a.css")).toEqual([
    "/_next/static/media/more.css",
    "/_next/static/media/a.woff2",
    "/x.svg",
    "/_next/static/chunks/y.svg",
  ]);
});

it("refuses a style sheet that asks another host", () => {
  expect(() => resourcesOfCss("a{background:url(https://example.org/x.svg)}", "/a.css")).toThrow(
    "example.org",
  );
  expect(() => resourcesOfCss("a{background:url(//example.org/x.svg)}", "/a.css")).toThrow("example.org");
});
