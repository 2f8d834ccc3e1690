import { createHash } from "node:crypto";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { env } from "#env.ts";
import { makeFolder, writeWhole } from "./files.ts";
import { holdFolder } from "./folder-lock.ts";
import { runProgram } from "./program.ts";
import { Failure, step, wordsOf } from "./report.ts";
import { stopping } from "./shutdown.ts";

/** The folder of the project. */
export const root = join(import.meta.dirname, "..");

const sources = [
  "src",
  "messages",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "tsconfig.json",
];
const buildFolder = join(root, ".next");
const stampFile = join(buildFolder, "kartateka-stamp");
const pidFile = join(buildFolder, "kartateka-pid");

/** Stands for the sources that the build was made from; undefined where there is no build. */
export async function buildStamp(): Promise<string | undefined> {
  return readFile(stampFile, "utf8").catch(() => undefined);
}

/** There is no build, or one from other sources than today's. */
async function buildIsStale(): Promise<boolean> {
  return (await buildStamp()) !== (await hashOf(sources));
}

/**
 * Makes Next's production build if it is missing or stale, and keeps others from making another one until what it
 * gives is called: a server reads its build while it runs. `command` is what they are told.
 */
export async function ensureBuild(command: string): Promise<() => Promise<void>> {
  const held = await holdFolder(buildFolder, command);
  const isStale = await buildIsStale();
  if ("holder" in held) {
    if (!isStale) return async () => undefined;
    throw new Failure(
      `The sources have changed, and "${held.holder.command}" (process ${held.holder.pid}) runs on the build of before.`,
      "Stop that one first; or use another clone of the project for what you are doing.",
    );
  }
  if (isStale) await step("Build (next build, about a minute)", build);
  return held.release;
}

async function build(): Promise<void> {
  await endOrphan();
  const stamp = await hashOf(sources);
  // Taken away first, so that a build that is cut off is never taken for one.
  await rm(stampFile, { force: true });
  const { resolve } = createRequire(import.meta.url);
  try {
    await runProgram(process.execPath, [resolve("next/dist/bin/next"), "build"], {
      cwd: root,
      env: env.forChild({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NO_COLOR: "1" }),
      onStart: (pid) => makeFolder(buildFolder).then(() => writeWhole(pidFile, String(pid), 0o644)),
      signal: stopping,
    });
  } catch (cause) {
    throw new Failure(
      `next build failed:\n${wordsOf(cause)}`,
      "Correct what it complains of and start again. `npm run check` finds mistakes of types faster.",
      { cause },
    );
  }
  await rm(pidFile, { force: true });
  await writeWhole(stampFile, stamp, 0o644);
}

/** Ends a build whose starter was killed: two at once would write into one folder. */
async function endOrphan(): Promise<void> {
  const pid = Number(await readFile(pidFile, "utf8").catch(() => ""));
  if (pid <= 0 || (await readlink(`/proc/${pid}/cwd`).catch(() => "")) !== root) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended meanwhile.
  }
}

/** SHA-256 over the names and contents of files and of all files in folders; tests don't count. */
export async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of await filesIn(path)) {
      if (/\.test\.tsx?$/.test(file)) continue;
      const content = await readFile(join(root, file));
      hash.update(`${file}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest("hex").slice(0, 32);
}

async function filesIn(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return undefined;
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((file) => !file.startsWith("src/db/generated/"))
    .sort();
}
