import { access, mkdir, readdir, rm, rmdir, writeFile as writePlain } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Address } from "#domain/addresses.ts";
import type { Language } from "#domain/languages.ts";
import { beingRemadeMarker, goneMarker, pageFile, pageFolder, personFolder } from "#publisher/layout.ts";
import {
  ignoreMissing,
  putFile,
  type ReadyFile,
  readyFile,
  removeFile,
  syncFolder,
} from "#publisher/whole-file.ts";

/** Makes a page ready to be written. */
export function readyPage(
  edition: string,
  address: Address,
  language: Language,
  html: Buffer,
): Promise<ReadyFile> {
  return readyFile(pageFile(edition, address, language), html, { compress: true });
}

/** Writes a page, and takes away the marker of one that was taken down once it has been read back. */
export async function putPage(page: ReadyFile): Promise<void> {
  await putFile(page);
  await removeMarker(dirname(page.path), beingRemadeMarker);
}

/** Takes a page down until it is made again. Nothing happens to one that isn't there. */
export async function takeDown(edition: string, address: Address, language: Language): Promise<void> {
  const file = pageFile(edition, address, language);
  if (!(await isThere(file))) return;
  await writeMarker(dirname(file), beingRemadeMarker);
  await removeFile(file);
}

/** Takes down everything of a person: from now on each of their addresses is gone. */
export async function markGone(edition: string, number: number, language: Language): Promise<void> {
  const folder = personFolder(edition, number, language);
  await mkdir(folder, { recursive: true });
  await writeMarker(folder, goneMarker);
  await removeFile(join(folder, "index.html"));
  for (const entry of await readdir(folder)) {
    if (entry !== goneMarker) await rm(join(folder, entry), { recursive: true, force: true });
  }
  await syncFolder(folder);
}

/** Lets a person's addresses be answered again. Their pages are made before. */
export async function unmarkGone(edition: string, number: number, language: Language): Promise<void> {
  await removeMarker(personFolder(edition, number, language), goneMarker);
}

/** Removes the page of an address that there is no longer, and the folders that this leaves empty. */
export async function removePage(edition: string, address: Address, language: Language): Promise<void> {
  const folder = pageFolder(edition, address, language);
  await removeFile(join(folder, "index.html"));
  await removeMarker(folder, beingRemadeMarker);
  for (let empty = folder; empty !== edition; empty = dirname(empty)) {
    if (!(await removeIfEmpty(empty))) return;
    await syncFolder(dirname(empty));
  }
}

async function writeMarker(folder: string, marker: string): Promise<void> {
  await writePlain(join(folder, marker), "");
  await syncFolder(folder);
}

async function removeMarker(folder: string, marker: string): Promise<void> {
  if (!(await isThere(join(folder, marker)))) return;
  await rm(join(folder, marker), { force: true });
  await syncFolder(folder);
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    (error: unknown) => ignoreMissing(error) ?? false,
  );
}

async function removeIfEmpty(folder: string): Promise<boolean> {
  try {
    await rmdir(folder);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOTEMPTY") return false;
    return ignoreMissing(error) ?? true;
  }
}
