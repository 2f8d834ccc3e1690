import { constants } from "node:fs";
import { access, chmod, mkdir, mkdtemp, open, rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Failure, wordsOf } from "./report.ts";

/**
 * Makes a folder and those above it, enterable by others: the embedded server runs as a user of its own when
 * we are root, and a strict umask would lock it out.
 */
export async function makeFolder(path: string): Promise<void> {
  const refuse = (cause: unknown) => {
    throw new Failure(
      `The folder ${path} cannot be written: ${wordsOf(cause)}`,
      "Change its owner or rights, or choose another with DATA_DIR.",
      { cause },
    );
  };
  const first = await mkdir(path, { recursive: true }).catch(refuse);
  await access(path, constants.W_OK).catch(refuse);
  if (first === undefined) return;
  for (let folder = path; ; folder = dirname(folder)) {
    await chmod(folder, 0o755);
    if (folder === first) return;
  }
}

/** Makes a new folder among the system's temporary ones, enterable by others. */
export async function makeTemporaryFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "kartateka-"));
  await chmod(path, 0o755);
  return path;
}

/** Writes a file whole or not at all: temporary name, fsync, rename. */
export async function writeWhole(path: string, content: string, mode: number): Promise<void> {
  const temporary = `${path}.${process.pid}.new`;
  const file = await open(temporary, "w", mode);
  try {
    await file.chmod(mode);
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}

/** Whether there is anything at a path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
