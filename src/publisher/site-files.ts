import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import { removeFile, writeFile } from "#publisher/whole-file.ts";

/** The protocol allows 50,000 addresses in one file, and so many that nobody is nearer: https://www.sitemaps.org/protocol.html */
const addressesInOneFile = 50_000;

/** Writes robots.txt and the sitemap: one file, or an index of several when there are more than 50,000 pages. */
export async function writeSiteFiles(
  edition: string,
  siteUrl: string,
  addresses: readonly Address[],
): Promise<void> {
  const parts = sitemaps(siteUrl, addresses);
  for (const [name, text] of parts)
    await writeFile(join(edition, name), Buffer.from(text), { compress: true });
  for (const name of await readdir(edition)) {
    if (/^sitemap.*\.xml$/.test(name) && !parts.has(name)) await removeFile(join(edition, name));
  }
  await writeFile(join(edition, "robots.txt"), Buffer.from(robots(siteUrl)), { compress: true });
}

/** The sitemap's files by name. Every page names itself in the other languages (`hreflang`). */
export function sitemaps(siteUrl: string, addresses: readonly Address[]): ReadonlyMap<string, string> {
  const perFile = Math.floor(addressesInOneFile / languages.length);
  const groups = Array.from({ length: Math.ceil(addresses.length / perFile) }, (_, index) =>
    urlset(siteUrl, addresses.slice(index * perFile, (index + 1) * perFile)),
  );
  if (groups.length <= 1) return new Map([["sitemap.xml", groups[0] ?? urlset(siteUrl, [])]]);
  const names = groups.map((_, index) => `sitemap-${index + 1}.xml`);
  const index = names.map((name) => `<sitemap><loc>${siteUrl}/${name}</loc></sitemap>\n`).join("");
  return new Map([
    ["sitemap.xml", `${head}<sitemapindex xmlns="${namespace}">\n${index}</sitemapindex>\n`],
    ...names.map((name, at): [string, string] => [name, groups[at] ?? ""]),
  ]);
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";

function urlset(siteUrl: string, addresses: readonly Address[]): string {
  const urls = addresses.map((address) => {
    const alternates = languages
      .map(
        (it) =>
          `<xhtml:link rel="alternate" hreflang="${it}" href="${siteUrl}${localizedPath(address, it)}"/>`,
      )
      .join("");
    return languages
      .map((it) => `<url><loc>${siteUrl}${localizedPath(address, it)}</loc>${alternates}</url>\n`)
      .join("");
  });
  return `${head}<urlset xmlns="${namespace}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`;
}

/** Filtered lists and searches are endless, say nothing that the pages don't, and are made anew for each reader. */
function robots(siteUrl: string): string {
  return `User-agent: *\nDisallow: /*?\n\nSitemap: ${siteUrl}/sitemap.xml\n`;
}
