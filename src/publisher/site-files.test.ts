import { describe, expect, it } from "vitest";
import type { Address } from "#domain/addresses.ts";
import { sitemaps } from "#publisher/site-files.ts";

describe("the sitemap", () => {
  it("names every page in every language, and each of them the other ones", () => {
    const text = sitemaps("https://example.org", ["/", "/people/12"]).get("sitemap.xml") ?? "";
    expect(text.match(/<loc>[^<]*/g)).toEqual([
      "<loc>https://example.org/be",
      "<loc>https://example.org/ru",
      "<loc>https://example.org/en",
      "<loc>https://example.org/be/people/12",
      "<loc>https://example.org/ru/people/12",
      "<loc>https://example.org/en/people/12",
    ]);
    expect(text.match(/hreflang="ru" href="https:\/\/example.org\/ru\/people\/12"/g)).toHaveLength(3);
  });

  it("is an index of several files when there are more than 50,000 pages", () => {
    const addresses = Array.from({ length: 16_667 }, (_, index): Address => `/people/${index + 1}`);
    const files = sitemaps("https://example.org", addresses);
    expect([...files.keys()]).toEqual(["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    expect(files.get("sitemap.xml")).toContain("<loc>https://example.org/sitemap-2.xml</loc>");
    expect(files.get("sitemap-1.xml")?.match(/<loc>/g)).toHaveLength(49_998);
    expect(files.get("sitemap-2.xml")?.match(/<loc>/g)).toHaveLength(3);
  });
});
