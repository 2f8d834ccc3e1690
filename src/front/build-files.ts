import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { compressOnce } from "#front/live.ts";
import { type StoredFile, storedFile } from "#front/stored-files.ts";

export type BuildFiles = {
  /** The file of an address below `/_next/static`; undefined where the build has none. */
  find(path: string): Promise<StoredFile | undefined>;
};

const servable =
  /^\/_next\/static(?:\/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+\.(?:js|css|woff2?|svg|png|jpe?g|webp|avif)$/;
const compressed = /\.(?:js|css|svg)$/;

/**
 * Scripts, style sheets and fonts of the editors' pages, from the build's `static` folder. The list is made once, as a
 * server's build doesn't change under it: only what is in it can be asked for.
 */
export function createBuildFiles(staticFolder: string): BuildFiles {
  const known = new Map<string, string>();
  for (const entry of readdirSync(staticFolder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    const path = `/_next/static/${relative(staticFolder, file).split(sep).join("/")}`;
    if (entry.isFile() && servable.test(path)) known.set(path, file);
  }
  const read = new Map<string, Promise<StoredFile>>();

  return {
    async find(path) {
      const file = known.get(path);
      if (file === undefined) return undefined;
      const begun = read.get(path) ?? readWithCopies(file);
      read.set(path, begun);
      return begun.catch(() => {
        read.delete(path);
        return undefined;
      });
    },
  };
}

async function readWithCopies(file: string): Promise<StoredFile> {
  const body = await readFile(file);
  const encodings = compressed.test(file) ? (["br", "gzip"] as const) : [];
  const copies = await Promise.all(
    encodings.map(async (encoding) => ({ encoding, body: await compressOnce(body, encoding) })),
  );
  return storedFile(file, body, copies);
}
