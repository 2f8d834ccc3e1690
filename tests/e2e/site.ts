import { type APIRequestContext, expect } from "@playwright/test";
import { languages } from "#domain/languages.ts";

/** One page of every type, without its language. Numbers are those of the first records. */
export const pageTypes = {
  home: "/",
  people: "/people",
  "people filtered": "/people?exit=died&sex=male",
  "people with a bad filter": "/people?sex=neither",
  "profile of a prisoner": "/people/1",
  "profile of one who died": "/people/13",
  "profile of one protected": "/people/31",
  versions: "/people/1/versions",
  "one version": "/people/1/versions/1",
  facilities: "/facilities",
  "a facility": "/facilities/akrestsina",
  "a facility without an address": "/facilities/ik-8",
  deaths: "/deaths",
  health: "/health",
  updates: "/updates",
  articles: "/articles",
  "an article": "/articles/357",
  search: "/search",
  "search with results": "/search?q=Kalesnikava",
  "search with nothing found": "/search?q=qqqq",
  "search of the texts": "/search?q=prison&part=texts&page=2",
  "search with a bad filter": "/search?q=Kalesnikava&sex=neither",
  methodology: "/methodology",
  about: "/about",
  "unknown address": "/people/99999",
} as const;

/** The path of a page type in a language. */
export function pathIn(language: string, address: string): string {
  return `/${language}${address === "/" ? "" : address}`;
}

/** Every page that can be reached by links from the three first pages, with its text. */
export async function crawl(request: APIRequestContext): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  const waiting: string[] = languages.map((language) => `/${language}`);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (pages.has(path)) continue;
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(200);
    const html = await response.text();
    pages.set(path, html);
    waiting.push(...linksOf(html).filter((link) => !pages.has(link)));
  }
  return pages;
}

/** Links of a page within the site, without fragments; filtered lists are left out, they are without end. */
export function linksOf(html: string): string[] {
  return [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&").replace(/#.*/, ""))
    .filter((href) => href.startsWith("/") && !href.includes("?"));
}
