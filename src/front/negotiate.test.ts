import { describe, expect, it } from "vitest";
import { bestEncoding, bestLanguage, matches } from "#front/negotiate.ts";

describe("the language of a reader", () => {
  it.each([
    [undefined, "be"],
    ["", "be"],
    ["ru", "ru"],
    ["EN-us,en;q=0.5", "en"],
    ["be-tarask", "be"],
    ["en;q=0.3, ru;q=0.7, be;q=0.5", "ru"],
    ["pl, uk;q=0.9", "be"],
    ["pl, en;q=0.1", "en"],
    ["ru;q=0, en;q=0.1", "en"],
    ["*", "be"],
    ["be;q=0, *", "ru"],
    ["en-GB;q=0.8, en;q=0.9, ru;q=0.85", "en"],
    ["ru;q=0.5, en;q=0.5", "ru"],
    ["en;q=2", "be"],
    ["en;q=x, ru;q=0.1", "ru"],
    ["rus", "be"],
    [";;,,q=1,", "be"],
  ])("%s → %s", (header, language) => {
    expect(bestLanguage(header)).toBe(language);
  });
});

describe("the form that a reader takes", () => {
  it.each([
    [undefined, "identity"],
    ["", "identity"],
    ["gzip", "gzip"],
    ["gzip, deflate, br, zstd", "br"],
    ["br;q=0.5, gzip;q=0.8", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0", "identity"],
    ["*", "br"],
    ["identity", "identity"],
    ["BR", "br"],
  ])("%s → %s", (header, encoding) => {
    expect(bestEncoding(header)).toBe(encoding);
  });
});

describe("an entity tag that a reader has", () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ['"b"', false],
    ["", false],
  ])("%s", (header, expected) => {
    expect(matches(header, '"a"')).toBe(expected);
  });
});
