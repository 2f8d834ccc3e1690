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
import {
  beginScenario,
  canary,
  publisherOf,
  runScenario,
  type Scenario,
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

/** Pages that are shown, by path, decompressed; what is not beside its page isn't shown. */
function expectCanaryNowhere(folder: string): void {
  for (const [path, content] of filesOf(folder)) expect(content.includes(canary), path).toBe(false);
}

function hasCommitted(folder: string, scenario: Scenario): boolean {
  if (scenario === "whole") return true;
  const { pages, withdrawn } = openFileRegistry(folder).read();
  const old = openFileRegistry(beginning).read();
  return JSON.stringify([...pages, ...withdrawn]) !== JSON.stringify([...old.pages, ...old.withdrawn]);
}

async function expectedFiles(scenario: Scenario | undefined): Promise<Map<string, string>> {
  const folder = copyOfBeginning(`expected-${scenario}`);
  if (scenario !== undefined) openFileRegistry(folder).transact(scenarios[scenario].change);
  openFileRegistry(folder).transact(({ outbox }) => outbox.clear());
  rmSync(join(folder, "edition"));
  await publisherOf(folder).makeWhole();
  const files = filesOf(folder);
  rmSync(folder, { recursive: true });
  return files;
}

/** Runs a scenario in a process that is killed at a step. Gives the number of steps when it came to its end. */
async function runAndKill(folder: string, scenario: Scenario, at: number): Promise<number | undefined> {
  const script = join(import.meta.dirname, "../support/killed-publisher.ts");
  const args = [script, "--folder", folder, "--scenario", scenario, "--at", String(at)];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const signal = await new Promise((resolve) => child.once("close", (_, by) => resolve(by)));
  if (signal === "SIGKILL") return undefined;
  const steps = /steps (\d+)/.exec(output)?.[1];
  if (steps === undefined) throw new Error(`${scenario} ended without an end`);
  return Number(steps);
}

const pointsInEach = 24;
const names = ["publish", "restore", "withhold", "withdraw", "whole"] as const satisfies readonly Scenario[];

describe.each(names)("%s", (scenario) => {
  it("ends with what would have been made from nothing", async () => {
    const folder = copyOfBeginning(`${scenario}-uninterrupted`);
    await runScenario(folder, scenario);
    expect(filesOf(folder)).toEqual(await expectedFiles(scenario));
    expect(pendingIn(openFileRegistry(folder).read()).size).toBe(0);
  });

  it("killed anywhere, hides at once, and is all old or all new after the next start", async () => {
    const [old, fresh] = [await expectedFiles(undefined), await expectedFiles(scenario)];
    const steps = await runAndKill(copyOfBeginning(`${scenario}-counted`), scenario, 0);
    if (steps === undefined) throw new Error("it was killed");
    const seen = new Set<boolean>();
    const points = Math.min(pointsInEach, steps);
    await inPairs(
      Array.from({ length: points }, (_, index) => 1 + Math.floor((index * steps) / points)),
      async (at) => {
        const folder = copyOfBeginning(`${scenario}-${at}`);
        expect(await runAndKill(folder, scenario, at)).toBeUndefined();
        const committed = hasCommitted(folder, scenario);
        seen.add(committed);
        expectNothingHalf(folder);
        if (committed && scenarios[scenario].hides) expectCanaryNowhere(folder);
        await startAgain(folder);
        expectNothingHalf(folder);
        expect(filesOf(folder), `killed at step ${at} of ${steps}`).toEqual(committed ? fresh : old);
        expect(existsSync(join(folder, "edition.new"))).toBe(false);
      },
    );
    // What shows something begins with its transaction; what hides something has files to take down before it.
    expect(seen).toEqual(new Set(scenarios[scenario].hides ? [false, true] : [true]));
  });
});

async function inPairs(items: readonly number[], work: (item: number) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const item of queue) await work(item);
    }),
  );
}
