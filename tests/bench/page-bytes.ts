import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Compressed bytes of a page with its style sheets. */
export type PageBytes = { page: string; gzip: number; brotli: number };

const types: readonly [string, RegExp][] = [
  ["home", /^$/],
  ["people", /^people$/],
  ["profile", /^people\/\d+$/],
  ["versions", /^people\/\d+\/versions$/],
  ["version", /^people\/\d+\/versions\/\d+$/],
  ["facilities", /^facilities$/],
  ["facility", /^facilities\/.+$/],
  ["deaths", /^deaths$/],
  ["health", /^health$/],
  ["updates", /^updates$/],
  ["articles", /^articles$/],
  ["article", /^articles\/.+$/],
  ["search", /^search$/],
  ["methodology", /^methodology$/],
  ["about", /^about$/],
];

/** The largest page of each type, over the three languages. */
export function largestPages(edition: string): PageBytes[] {
  const pages = readdirSync(edition, { recursive: true, encoding: "utf8" })
    .filter((path) => /^(?:be|ru|en)(?:\/.+)?\/index\.html$/.test(path))
    .map((path) => ({ path, address: path.slice(3).replace(/\/?index\.html$/, "") }));
  return types.flatMap(([type, pattern]) => {
    const sizes = pages
      .filter(({ address }) => pattern.test(address))
      .map(({ path }) => bytesOf(edition, path))
      .sort((a, b) => b.gzip - a.gzip);
    return sizes[0] === undefined ? [] : [{ ...sizes[0], page: `${type} (${sizes[0].page})` }];
  });
}

function bytesOf(edition: string, path: string): PageBytes {
  const html = readFileSync(join(edition, path), "utf8");
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
  const size = (suffix: string) =>
    [path, ...sheets].reduce((sum, file) => sum + statSync(join(edition, file + suffix)).size, 0);
  return { page: `/${path.replace(/\/index\.html$/, "")}`, gzip: size(".gz"), brotli: size(".br") };
}
