import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { encodings } from "#publisher/layout.ts";

const compressors: Record<(typeof encodings)[number]["encoding"], (bytes: Buffer) => Promise<Buffer>> = {
  // On the registry's own pages 10 gives 11 % fewer bytes than 9 in the same time; 11 another 0.5 % in four times that.
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 10,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** What is still to be written of a file: it and its compressed copies, or nothing where it is there already. */
export type ReadyFile = { path: string; files: readonly { path: string; bytes: Buffer }[] };

/** Makes a file ready, with compressed copies where it is text: what takes long is done before it is written. */
export async function readyFile(
  path: string,
  bytes: Buffer,
  { compress }: { compress: boolean },
): Promise<ReadyFile> {
  if (await isWritten(path, bytes, compress)) return { path, files: [] };
  const copies = compress
    ? await Promise.all(
        encodings.map(async ({ encoding, suffix }) => ({
          path: path + suffix,
          bytes: await compressors[encoding](bytes),
        })),
      )
    : [];
  return { path, files: [{ path, bytes }, ...copies] };
}

/**
 * Writes a file whole or not at all, and reads it back.
 *
 * The old copies go first, then the file is replaced, then the new copies come: whoever finds a copy, at any
 * moment and after any crash, finds that of the file beside it. That needs no manifest, and holds for nginx's
 * `gzip_static`, which never looks at the file when it finds a copy.
 */
export async function putFile({ path, files }: ReadyFile): Promise<void> {
  if (files.length === 0) return;
  await mkdir(dirname(path), { recursive: true });
  await Promise.all(files.map((file) => writeSynced(temporary(file.path), file.bytes)));
  for (const { suffix } of encodings) await rm(path + suffix, { force: true });
  for (const file of files) await rename(temporary(file.path), file.path);
  await syncFolder(dirname(path));
  for (const file of files) {
    if (!(await readFile(file.path)).equals(file.bytes))
      throw new Error(`${file.path} is not what was written`);
  }
}

/** Makes a file ready and writes it. */
export async function writeFile(path: string, bytes: Buffer, options: { compress: boolean }): Promise<void> {
  await putFile(await readyFile(path, bytes, options));
}

/**
 * Removes a file, its compressed copies and what an interrupted writing left of them, the file first: nobody
 * serves copies of a file that isn't there.
 */
export async function removeFile(path: string): Promise<void> {
  for (const suffix of ["", ...encodings.map((it) => it.suffix)]) {
    await rm(path + suffix, { force: true });
    await rm(temporary(path + suffix), { force: true });
  }
  await syncFolder(dirname(path));
}

/** Makes what was renamed or removed in a folder survive a power cut. A folder that is not there is nothing to do. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(ignoreMissing);
  if (handle === undefined) return;
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For `catch`: undefined where there is no such file or folder; every other error is thrown on. */
export function ignoreMissing(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
}

async function isWritten(path: string, bytes: Buffer, compress: boolean): Promise<boolean> {
  const there = await readFile(path).catch(ignoreMissing);
  if (there === undefined || !there.equals(bytes)) return false;
  if (!compress) return true;
  const copies = await Promise.all(
    encodings.map(({ suffix }) => readFile(path + suffix).catch(ignoreMissing)),
  );
  return copies.every((copy) => copy !== undefined);
}

/** One name for each file, so that what a killed process left is overwritten, and never piles up. */
function temporary(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}

async function writeSynced(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "w", 0o644);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
