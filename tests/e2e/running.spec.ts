import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { env } from "#env.ts";
import { root } from "../../ops/build.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { freePort } from "../../ops/port.ts";

// One life of a registry on a data folder of its own: started, published to, killed, started, withdrawn from,
// stopped, and started once more without its database.

test.describe.configure({ mode: "serial", timeout: 300_000 });

let dataDir = "";
let port = 0;
let running: Run | undefined;
/** All that any of the processes printed. */
let printed = "";
/** Looked for by a reader in every state that the site can be in; Latin, so that it is the same in an address. */
const telling = "qwzxtelling";

test.beforeAll(async () => {
  dataDir = await makeTemporaryFolder();
  port = await freePort(undefined);
});
test.afterAll(async () => {
  if (running?.process.exitCode === null) await stop(running);
  await rm(dataDir, { recursive: true, force: true });
});

type Run = { process: ChildProcess; output: () => string };

function runScript(script: string, args: string[] = [], variables: Record<string, string> = {}): Run {
  const own = {
    NODE_ENV: "production",
    DATA_DIR: dataDir,
    PORT: String(port),
    DATABASE_URL: "",
    SITE_URL: "",
  };
  const child = spawn(process.execPath, ["--import", "./ops/generate.ts", `ops/${script}.ts`, ...args], {
    cwd: root,
    env: env.forChild({ ...own, ...variables }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      printed += chunk.toString();
    });
  }
  return { process: child, output: () => output };
}

async function start(variables: Record<string, string> = {}): Promise<Run> {
  running = runScript("start", [], variables);
  const { process: child, output } = running;
  await expect
    .poll(() => child.exitCode !== null || /^Ready /m.test(output()), { timeout: 240_000 })
    .toBe(true);
  expect(output()).toMatch(new RegExp(`^Ready http://127\\.0\\.0\\.1:${port}/`, "m"));
  return running;
}

async function ended({ process: child }: Run): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

async function stop(it: Run): Promise<number | null> {
  it.process.kill("SIGTERM");
  return ended(it);
}

async function command(name: string, ...args: string[]): Promise<string> {
  const it = runScript(name, args);
  expect(await ended(it), it.output()).toBe(0);
  return it.output();
}

async function status(path: string): Promise<number> {
  const { status } = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: "manual" });
  return status;
}

/** The embedded server's process, by the file that PostgreSQL keeps; the other ways would start something. */
function postgresPid(): number {
  return Number(readFileSync(join(dataDir, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

test("the first start brings the records up", async () => {
  await start();
  expect(await status("/be/people/34")).toBe(200);
  expect(await status("/be/people/35")).toBe(404);
});

test("a second start on the same folder, or on a port that is taken, says so and ends", async () => {
  const same = runScript("start");
  expect(await ended(same)).toBe(1);
  expect(same.output()).toContain(`"npm start" (process ${running?.process.pid})`);
  const other = await makeTemporaryFolder();
  const taken = runScript("start", [], { DATA_DIR: other });
  expect(await ended(taken)).toBe(1);
  expect(taken.output()).toContain(`Port ${port} is taken`);
  expect(taken.output()).not.toMatch(/^\s+at /m);
  await rm(other, { recursive: true });
});

test("a correction that the command line publishes is there in every language when it says so", async () => {
  const file = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(await readFile(join(root, "prisma/cases/013-ales-pushkin.json"), "utf8")));
  const corrected = join(dataDir, "corrected.json");
  await writeFile(corrected, JSON.stringify({ ...file, occupations: [] }));
  const said = await command("publish", corrected, "--number", "13", "--base", "1");
  expect(said).toContain("№ 13, version 2");
  for (const language of ["be", "ru", "en"])
    expect(await status(`/${language}/people/13/versions/2`)).toBe(200);
});

test("pages are answered when PostgreSQL is killed, and it comes back", async () => {
  const before = postgresPid();
  process.kill(before, "SIGKILL");
  expect(await status("/be/people/13")).toBe(200);
  expect(await status(`/be/search?q=${telling}`)).toBe(503);
  await expect.poll(() => running?.output() ?? "", { timeout: 60_000 }).toContain("The database is back");
  expect(postgresPid()).not.toBe(before);
  expect(await status("/en/people?page=2")).toBe(200);
});

test("after kill -9 the next start takes seconds and has everything", async () => {
  running?.process.kill("SIGKILL");
  if (running !== undefined) await ended(running);
  const since = performance.now();
  await start();
  expect((performance.now() - since) / 1000).toBeLessThan(30);
  expect(await status("/be/people/13/versions/2")).toBe(200);
});

test("a withdrawn person is gone when the command line says so", async () => {
  await command("withdraw", "13", "--basis", "asked by the family", "--review", "2999-01-01");
  for (const path of ["/be/people/13", "/ru/people/13/versions/1", "/en/people/13/versions"]) {
    expect(await status(path), path).toBe(410);
  }
});

test("searches are answered, whatever is in them", async () => {
  for (const path of ["/be/search", "/ru/people", "/en/search"]) {
    expect(await status(`${path}?q=${telling}`), path).toBe(path === "/ru/people" ? 400 : 200);
  }
  expect(await status(`/en/search?q=${telling}%00%E0%A4%A&sex=${telling}&page=x&part=${telling}`)).toBe(400);
  expect(await status(`/en/search?q=${"%F0%9F%99%82".repeat(100)}${telling}`)).toBe(200);
  expect(await status(`/en/search?q=${telling.repeat(300)}`)).toBe(414);
  expect(await status(`/en/people/1?q=${telling}`)).toBe(200);
  expect(await status(`/en/${telling}?q=${telling}`)).toBe(404);
});

test("SIGTERM stops everything, with 0", async () => {
  if (running === undefined) throw new Error("nothing runs");
  expect(await stop(running)).toBe(0);
  expect(() => postgresPid()).toThrow("ENOENT");
  await expect(status("/be")).rejects.toThrow();
});

test("without a database the edition is served all the same", async () => {
  const nobody = await freePort(undefined);
  const it = await start({ DATABASE_URL: `postgresql://owner:secret@127.0.0.1:${nobody}/registry` });
  expect(it.output()).toContain("The database cannot be reached");
  expect(it.output()).not.toContain("secret");
  expect(await status("/be/people/1")).toBe(200);
  expect(await status("/be/people/13")).toBe(410);
  expect(await status("/be/people?page=2")).toBe(503);
  expect(await status(`/be/search?q=${telling}`)).toBe(503);
  expect(await stop(it)).toBe(0);
});

test("what readers looked for was neither printed nor written down anywhere", async () => {
  expect(printed).toContain("Ready");
  expect(printed).not.toContain(telling);
  const isTold = async (file: string) => (await readFile(file)).includes(telling);
  const [kept, built] = await Promise.all([filesBelow(dataDir), filesBelow(join(root, ".next", "cache"))]);
  expect(kept.length).toBeGreaterThan(500);
  for (const file of [...kept, ...built]) expect(await isTold(file), file).toBe(false);
});

/** The files of a folder; none where it isn't there. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
}
