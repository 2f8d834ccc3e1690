import { join } from "node:path";
import { type Address, localizedPath } from "#domain/addresses.ts";
import type { Language } from "#domain/languages.ts";

// How an edition is laid out, for those who write it, serve it and configure nginx:
//   be/people/12/index.html      a page, with index.html.gz and index.html.br beside it
//   be/people/12/being-remade    (empty) the page was taken down and is on its way: 503, try again
//   be/people/12/gone            (empty) the person was withdrawn: 410 for every address below
//   be/404.html, be/410.html, be/503.html … what is answered where there is no page
//   _next/static/…, favicon.svg, sitemap.xml, robots.txt

export const beingRemadeMarker = "being-remade";
export const goneMarker = "gone";

/** The compressed copies that stand beside a file. */
export const encodings = [
  { encoding: "br", suffix: ".br" },
  { encoding: "gzip", suffix: ".gz" },
] as const;

/**
 * What the error pages say. To readers: unknown (404), withdrawn (410), being remade or not to be had at the moment
 * (503). To editors whose form was not taken: unreadable (400), from elsewhere (403), from before an update (409), too
 * large (413), failed (500).
 */
export const errorStatuses = [400, 403, 404, 409, 410, 413, 500, 503] as const;
export type ErrorStatus = (typeof errorStatuses)[number];

/** The folder of a public page. */
export function pageFolder(edition: string, address: Address, language: Language): string {
  return join(edition, localizedPath(address, language));
}

/** The file of a public page. */
export function pageFile(edition: string, address: Address, language: Language): string {
  return join(pageFolder(edition, address, language), "index.html");
}

/** The file of an error page. */
export function errorFile(edition: string, language: Language, status: ErrorStatus): string {
  return join(edition, language, `${status}.html`);
}

/** Where Next renders an error page; readers get it under every address but this one. */
export function errorPath(language: Language, status: ErrorStatus): string {
  return `/${language}/errors/${status}`;
}

/** The folder of everything that an edition has of a person. */
export function personFolder(edition: string, number: number, language: Language): string {
  return pageFolder(edition, `/people/${number}`, language);
}

/** The number of the person that an address belongs to. */
export function personOf(address: Address): number | undefined {
  const number = /^\/people\/([1-9]\d{0,8})(?:\/|$)/.exec(address)?.[1];
  return number === undefined ? undefined : Number(number);
}
