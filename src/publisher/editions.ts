import { mkdir, readdir, readlink, rename, rm, symlink } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import { ignoreMissing, syncFolder } from "#publisher/whole-file.ts";

// `edition` is a symbolic link to `editions/{stamp}.{n}`: a whole edition takes another's place in one rename.

/** The stamp of the edition that is being served; undefined where there is none. */
export async function servedStamp(editionLink: string): Promise<string | undefined> {
  const target = await readlink(editionLink).catch(ignoreMissing);
  return target && basename(target).replace(/\.\d+$/, "");
}

/** A new, empty folder for an edition. Others that were begun and never served are removed. */
export async function beginEdition(editionLink: string, stamp: string): Promise<string> {
  const served = await readlink(editionLink).catch(ignoreMissing);
  const editions = folderOf(editionLink);
  await mkdir(editions, { recursive: true });
  await removeOthers(editions, served && basename(served));
  const number = served?.startsWith(`${basename(editions)}/${stamp}.`)
    ? Number(served.split(".").at(-1)) + 1
    : 1;
  const folder = join(editions, `${stamp}.${number}`);
  await mkdir(folder);
  return folder;
}

/** Puts a finished edition in the place of the one that is served, and removes that one. */
export async function serveEdition(editionLink: string, edition: string): Promise<void> {
  const fresh = `${editionLink}.new`;
  await rm(fresh, { force: true });
  await symlink(relative(dirname(editionLink), edition), fresh);
  await syncFolder(dirname(edition));
  await rename(fresh, editionLink);
  await syncFolder(dirname(editionLink));
  await removeOthers(folderOf(editionLink), basename(edition));
}

/** Removes every edition but the one that is served. */
export async function removeUnserved(editionLink: string): Promise<void> {
  const served = await readlink(editionLink).catch(ignoreMissing);
  if (served !== undefined) await removeOthers(folderOf(editionLink), basename(served));
}

function folderOf(editionLink: string): string {
  return `${editionLink}s`;
}

async function removeOthers(editions: string, kept: string | undefined): Promise<void> {
  for (const name of await readdir(editions)) {
    if (name !== kept) await rm(join(editions, name), { recursive: true, force: true });
  }
}
