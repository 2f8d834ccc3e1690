import { mkdir, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { ignoreMissing, syncFolder } from "#publisher/whole-file.ts";

// `edition` is a symbolic link to `editions/{stamp}.{n}`: a whole edition takes another's place in one rename.

/** The stamp of the edition that is being served; undefined where there is none. */
export async function servedStamp(editionLink: string): Promise<string | undefined> {
  const target = await readlink(editionLink).catch(ignoreMissing);
  return target && basename(target).replace(/\.\d+$/, "");
}

/** The folder of the edition that is served. Where there is none nothing is shown, and a whole one will be made. */
export async function servedEdition(editionLink: string): Promise<string | undefined> {
  const target = await readlink(editionLink).catch(ignoreMissing);
  return target && resolve(dirname(editionLink), target);
}

/** A new, empty folder for an edition. What was begun and never served has been removed before. */
export async function beginEdition(editionLink: string, stamp: string): Promise<string> {
  const served = await readlink(editionLink).catch(ignoreMissing);
  const editions = folderOf(editionLink);
  await mkdir(editions, { recursive: true });
  const number = served?.startsWith(`${basename(editions)}/${stamp}.`)
    ? Number(served.split(".").at(-1)) + 1
    : 1;
  const folder = join(editions, `${stamp}.${number}`);
  await mkdir(folder);
  return folder;
}

/** Puts a finished edition in the place of the one that is served. */
export async function serveEdition(editionLink: string, edition: string): Promise<void> {
  const fresh = `${editionLink}.new`;
  await rm(fresh, { force: true });
  await symlink(relative(dirname(editionLink), edition), fresh);
  await syncFolder(dirname(edition));
  await rename(fresh, editionLink);
  await syncFolder(dirname(editionLink));
}

/** Removes every edition but the one that is served. */
export async function removeUnserved(editionLink: string): Promise<void> {
  const served = await servedEdition(editionLink);
  const editions = folderOf(editionLink);
  for (const name of (await readdir(editions).catch(ignoreMissing)) ?? []) {
    const edition = join(editions, name);
    if (edition !== served) await rm(edition, { recursive: true, force: true });
  }
}

function folderOf(editionLink: string): string {
  return `${editionLink}s`;
}
