import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { env } from "#env.ts";
import {
  beginScenario,
  canary,
  publisherOf,
  runScenario,
  scenarios,
  startAgain,
} from "../support/crash-scenarios.ts";
import { openFileRegistry, pendingIn } from "../support/file-registry.ts";

let folders: string;
let beginning: string;

beforeAll(async () => {
  folders = mkdtempSync(join(tmpdir(), "kartateka-crash-"));
  beginning = join(folders, "beginning");
  mkdirSync(beginning);
  await beginScenario(beginning);
});
afterAll(() => rmSync(folders, { recursive: true, force: true }));

function copyOfBeginning(name: string): string {
  const folder = join(folders, name);
  cpSync(beginning, folder, { recursive: true, verbatimSymlinks: true });
  return folder;
}

/** Every file of the served edition, by its path. */
function filesOf(folder: string): Map<string, string> {
  const edition = join(folder, readlinkSync(join(folder, "edition")));
  return new Map(
    readdirSync(edition, { recursive: true, encoding: "utf8" })
      .filter((path) => statSync(join(edition, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(edition, path)).toString("latin1")]),
  );
}

/** What a server would say now: whole pages, and copies of no other page than the one they stand beside. */
function expectNothingHalf(folder: string): void {
  const files = filesOf(folder);
  for (const [path, content] of files) {
    if (path.endsWith(".new")) continue;
    if (path.endsWith(".html")) expect(content, path).toMatch(/^<!DOCTYPE html>.*<\/html>$/s);
    const original = files.get(path.replace(/\.(?:gz|br)$/, ""));
    if (original === undefined) continue;
    const bytes = Buffer.from(content, "latin1");
    if (path.endsWith(".gz")) expect(gunzipSync(bytes).toString("latin1") === original, path).toBe(true);
    if (path.endsWith(".br"))
      expect(brotliDecompressSync(bytes).toString("latin1") === original, path).toBe(true);
  }
}

/** Nothing that is served, and nothing that lies beside it. */
function expectCanaryNowhere(folder: string): void {
  for (const [path, content] of filesOf(folder)) expect(content.includes(canary), path).toBe(false);
}

/** What the registry says is public, as text. */
function stateOf(folder: string): string {
  const { pages, withdrawn } = openFileRegistry(folder).read();
  return JSON.stringify([[...pages].sort(), [...withdrawn].sort()]);
}

const made = new Map<string, Map<string, string>>();

/** What an edition is that is made from nothing of what is public in this folder's registry. */
async function expectedFiles(folder: string): Promise<Map<string, string>> {
  const state = stateOf(folder);
  const files = made.get(state) ?? (await makeFromNothing(folder));
  made.set(state, files);
  return files;
}

async function makeFromNothing(folder: string): Promise<Map<string, string>> {
  const fresh = mkdtempSync(join(folders, "expected-"));
  cpSync(join(folder, "registry.json"), join(fresh, "registry.json"));
  await publisherOf(fresh).makeWhole();
  return filesOf(fresh);
}

/** Runs a scenario in a process that is killed at a step. Gives the names of all steps when it came to its end. */
async function runAndKill(folder: string, scenario: string, at: number): Promise<string[] | undefined> {
  const script = join(import.meta.dirname, "../support/killed-publisher.ts");
  const args = [script, "--folder", folder, "--scenario", scenario, "--at", String(at)];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    // Most of what such a process does is to read the same modules as the one before it.
    env: env.forChild({ NODE_COMPILE_CACHE: join(folders, "compiled") }),
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const signal = await new Promise((resolve) => child.once("close", (_, by) => resolve(by)));
  return signal === "SIGKILL" ? undefined : z.array(z.string()).parse(JSON.parse(output));
}

const pointsInEach = 12;

/** Steps to be killed at: some from the beginning to the end, and each at which the registry or the link changes. */
function pointsOf(steps: readonly string[]): number[] {
  const all = steps.map((_, index) => index + 1);
  const spread = all.filter((at) => at % Math.ceil(steps.length / pointsInEach) === 1);
  const turning = all.filter((at) => ["registry", "committed", "symlink"].includes(steps[at - 1] ?? ""));
  return [...new Set([...spread, ...turning])];
}

let killed = 0;

describe.each(Object.entries(scenarios))("%s", (scenario, { states }) => {
  it("ends with what would have been made from nothing", async () => {
    const folder = copyOfBeginning(`${scenario}-uninterrupted`);
    await runScenario(folder, scenario);
    expect(filesOf(folder)).toEqual(await expectedFiles(folder));
    expect(pendingIn(openFileRegistry(folder).read()).size).toBe(0);
  });

  it("killed anywhere, hides at once, and is all old or all new after the next start", async () => {
    const steps = await runAndKill(copyOfBeginning(`${scenario}-counted`), scenario, 0);
    if (steps === undefined) throw new Error("it was killed");
    const seen = new Set<string>();
    await inPairs(pointsOf(steps), async (at) => {
      const folder = copyOfBeginning(`${scenario}-${at}`);
      expect(await runAndKill(folder, scenario, at)).toBeUndefined();
      killed++;
      const state = stateOf(folder);
      seen.add(state);
      expectNothingHalf(folder);
      if (!state.includes(canary)) expectCanaryNowhere(folder);
      await startAgain(folder);
      expectNothingHalf(folder);
      expect(filesOf(folder), `killed at step ${at} of ${steps.length}`).toEqual(await expectedFiles(folder));
      expect(existsSync(join(folder, "edition.new"))).toBe(false);
      expect(readdirSync(join(folder, "editions"))).toHaveLength(1);
    });
    expect(seen.size).toBe(states);
  });
});

it("a publisher has been killed at a hundred points and more", () => {
  expect(killed).toBeGreaterThanOrEqual(100);
});

async function inPairs(items: readonly number[], work: (item: number) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const item of queue) await work(item);
    }),
  );
}
