import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { env } from "#env.ts";
import { root } from "../../ops/build.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { freePort } from "../../ops/port.ts";
import { siteVariables } from "../support/site-variables.ts";

/** A copy of the project as it is now, installed but never built or started. */
export type ProjectCopy = { folder: string; dataDir: string; remove: () => Promise<void> };

/** Copies what git knows or would know, and node_modules (by hard links where that can be done). */
export async function copyProject(): Promise<ProjectCopy> {
  const parent = await makeTemporaryFolder();
  const folder = join(parent, "project");
  await mkdir(folder);
  await chmod(folder, 0o755);
  const pack =
    "git ls-files -co --exclude-standard -z | tar --null --ignore-failed-read -T - -cf - | tar xf - -C";
  run("sh", ["-c", `${pack} "$0"`, folder]);
  if (spawnSync("cp", ["-al", "node_modules", folder], { cwd: root }).status !== 0) {
    run("cp", ["-a", "node_modules", folder]);
  }
  return {
    folder,
    dataDir: join(parent, "data"),
    remove: () => rm(parent, { recursive: true, force: true }),
  };
}

export type Started = { seconds: number; port: number; stop: () => Promise<void> };

const longestStart = 15 * 60_000;

/** Runs `npm start` in the copy, and waits for the line that begins with Ready. */
export async function startCopy({ folder, dataDir }: ProjectCopy): Promise<Started> {
  const port = await freePort(undefined);
  const variables = { ...siteVariables(port), DATA_DIR: dataDir };
  const begun = performance.now();
  const server = spawn("npm", ["start"], {
    cwd: folder,
    env: env.forChild(variables),
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const late = setTimeout(() => stop(server), longestStart);
  for await (const line of createInterface(server.stdout)) {
    if (!line.startsWith("Ready")) continue;
    clearTimeout(late);
    server.stdout.resume();
    return { seconds: (performance.now() - begun) / 1000, port, stop: () => stop(server) };
  }
  throw new Error("npm start ended before it was ready");
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.pid === undefined) return;
  const ended = once(server, "exit");
  // npm's own process and what it started are one group.
  process.kill(-server.pid, "SIGTERM");
  await ended;
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
