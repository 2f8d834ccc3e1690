import { readlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { listAddresses } from "#data/public/addresses.ts";
import { localizedPath } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import type { ListAddresses } from "#publisher/ports.ts";
import { strip } from "#publisher/strip.ts";
import { renderPrinted } from "./printed-pages.ts";
import { differences, treeOf } from "./tree.ts";

/** Every file of the edition behind a link, by its path, in Base64. */
export function filesOf(editionLink: string): Map<string, string> {
  return treeOf(join(dirname(editionLink), readlinkSync(editionLink)));
}

/** Pages of the edition that are not what printing them now would give, missing ones and such as should not be there. */
export async function stalePages(
  editionLink: string,
  list: ListAddresses = listAddresses,
): Promise<string[]> {
  const made = filesOf(editionLink);
  const { addresses, withdrawn } = await list();
  const expected = new Map<string, string>();
  for (const language of languages) {
    for (const address of addresses) {
      const path = localizedPath(address, language);
      const { html } = strip((await renderPrinted(path)).body.toString());
      expected.set(`${path.slice(1)}/index.html`, Buffer.from(html).toString("base64"));
    }
    for (const number of withdrawn) expected.set(`${language}/people/${number}/gone`, "");
  }
  const pages = new Map([...made].filter(([path]) => /\/(?:index\.html|gone|being-remade)$/.test(path)));
  return differences(pages, expected);
}
