import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Render } from "#publisher/ports.ts";
import { writeFile } from "#publisher/whole-file.ts";

/** Copies what pages load (style sheets, fonts, icons, images) into an edition, each once. */
export function createResourceCopier(render: Render): (edition: string, path: string) => Promise<void> {
  const copied = new Map<string, Promise<void>>();
  return async function copy(edition, path) {
    const { pathname } = new URL(path, "http://localhost");
    if (!servable.test(pathname)) throw new Error(`a page loads ${path}, which the edition cannot hold`);
    const target = join(edition, pathname);
    const begun = copied.get(target) ?? copyOnce(target, path);
    copied.set(target, begun);
    await begun.catch((error: unknown) => {
      copied.delete(target);
      throw error;
    });

    async function copyOnce(file: string, address: string): Promise<void> {
      const there = await access(file).then(
        () => true,
        () => false,
      );
      if (there) return;
      const { status, body } = await render(address);
      if (status !== 200) throw new Error(`${address} answers ${status}`);
      if (pathname.endsWith(".css")) {
        for (const inner of resourcesOfCss(body.toString("utf8"), pathname)) await copy(edition, inner);
      }
      await writeFile(file, body, { compress: text.test(pathname) });
    }
  };
}

/** Plain names only: no hidden files, nothing that leads out of the edition, nothing that needs decoding. */
const servable = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+$/;
const text = /\.(?:css|svg|txt|xml|json|webmanifest)$/;

/** Paths on this site that a style sheet loads. Throws when it names another host. */
export function resourcesOfCss(css: string, from: string): string[] {
  const found = css.matchAll(
    /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/g,
  );
  const addresses = [...found].map(([, a, b, c, d, e]) => a ?? b ?? c ?? d ?? e ?? "");
  return addresses
    .filter((address) => !address.startsWith("data:") && !address.startsWith("#"))
    .map((address) => {
      const url = new URL(address, `http://localhost${from}`);
      if (url.origin !== "http://localhost") throw new Error(`${from} asks another host: ${address}`);
      return url.pathname;
    });
}
