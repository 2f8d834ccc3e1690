import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceKey, webAddressIn } from "#domain/source-address.ts";

describe("the key of an address", () => {
  test.each([
    ["the scheme", "http://spring96.org/be/news/1"],
    ["www.", "https://www.spring96.org/be/news/1"],
    ["a slash at the end", "https://spring96.org/be/news/1/"],
    ["a fragment", "https://spring96.org/be/news/1#comments"],
    ["parameters of trackers", "https://spring96.org/be/news/1?utm_source=tg&fbclid=x&UTM_medium=y"],
    ["the case of the host", "https://Spring96.ORG/be/news/1"],
    ["a default port", "https://spring96.org:443/be/news/1"],
  ])("does not depend on %s", (_, address) => {
    expect(sourceKey(address)).toBe(sourceKey("https://spring96.org/be/news/1"));
  });

  test("does not depend on the order of parameters", () => {
    expect(sourceKey("https://example.org/?b=2&a=1&b=1")).toBe(sourceKey("https://example.org/?a=1&b=1&b=2"));
  });

  test.each([
    ["the page", "https://spring96.org/be/news/2"],
    ["the host", "https://charter97.org/be/news/1"],
    ["a parameter", "https://spring96.org/be/news/1?page=2"],
    ["the case of the path", "https://spring96.org/be/News/1"],
    ["the port", "https://spring96.org:8080/be/news/1"],
  ])("depends on %s", (_, address) => {
    expect(sourceKey(address)).not.toBe(sourceKey("https://spring96.org/be/news/1"));
  });

  test("is found for any text", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), fc.webUrl({ withQueryParameters: true })),
        (text) => {
          expect(sourceKey(text)).toBe(sourceKey(text));
        },
      ),
    );
  });
});

describe("an address in what was typed", () => {
  test.each([
    ["https://spring96.org/be/news/1", "https://spring96.org/be/news/1"],
    [" http://spring96.org ", "http://spring96.org"],
    ["spring96.org/be/news/1", "https://spring96.org/be/news/1"],
    ["t.me/viasna96/1", "https://t.me/viasna96/1"],
  ])("is read from %j", (text, address) => {
    expect(webAddressIn(text)).toBe(address);
  });

  test.each([
    "Прысуд",
    "Verdict of 10 May 2023",
    "ftp://example.org/a",
    "spring96.org",
    "a/b",
    "javascript:alert(1)",
    "",
  ])("is not seen in %j", (text) => {
    expect(webAddressIn(text)).toBeUndefined();
  });
});
