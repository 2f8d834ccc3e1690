import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { z } from "zod";
import { root } from "../../ops/build.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { freePort } from "../../ops/port.ts";
import { wordsOf } from "../../ops/report.ts";
import { filesWith } from "../support/files-with.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";

// One life of a registry on a data folder of its own: started, published to, killed, started, withdrawn from,
// stopped, and started once more without its database.

test.describe.configure({ mode: "serial", timeout: 300_000 });

let site: OwnSite;
/** Looked for by a reader in every state that the site can be in; Latin, so that it is the same in an address. */
const telling = "qwzxtelling";

test.afterAll(async () => {
  await site.stop();
  await rm(site.dataDir, { recursive: true, force: true });
});

async function status(path: string): Promise<number> {
  const { status } = await fetch(`${site.baseURL}${path}`, { redirect: "manual" });
  return status;
}

test("the first start brings the records up", async () => {
  site = await startOwnSite();
  expect(await status("/be/people/34")).toBe(200);
  expect(await status("/be/people/35")).toBe(404);
});

test("a second start on the same folder, or on a port that is taken, says so and ends", async () => {
  const { port, dataDir } = site;
  await expect(startOwnSite({ dataDir })).rejects.toThrow(`"npm start" (process ${site.pid()})`);
  const other = await makeTemporaryFolder();
  const said = await startOwnSite({ dataDir: other, port }).then(() => "started", wordsOf);
  expect(said).toContain("ended with 1");
  expect(said).toContain(`Port ${port} is taken`);
  expect(said).not.toMatch(/^\s+at /m);
  await rm(other, { recursive: true });
});

test("a correction that the command line publishes is there in every language when it says so", async () => {
  const file = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(await readFile(join(root, "prisma/cases/013-ales-pushkin.json"), "utf8")));
  const corrected = join(site.dataDir, "corrected.json");
  await writeFile(corrected, JSON.stringify({ ...file, occupations: [] }));
  const said = await site.run("publish", corrected, "--number", "13", "--base", "1");
  expect(said).toContain("№ 13, version 2");
  for (const language of ["be", "ru", "en"])
    expect(await status(`/${language}/people/13/versions/2`)).toBe(200);
});

test("pages are answered when PostgreSQL is killed, and it comes back", async () => {
  const before = await site.databasePid();
  await site.killDatabase();
  expect(await status("/be/people/13")).toBe(200);
  expect(await status(`/be/search?q=${telling}`)).toBe(503);
  await expect.poll(() => site.printed(), { timeout: 60_000 }).toContain("The database is back");
  expect(await site.databasePid()).not.toBe(before);
  expect(await status("/en/people?page=2")).toBe(200);
});

test("after kill -9 the next start takes seconds and has everything", async () => {
  await site.stop("SIGKILL");
  const since = performance.now();
  await site.start();
  expect((performance.now() - since) / 1000).toBeLessThan(30);
  expect(await status("/be/people/13/versions/2")).toBe(200);
});

test("a withdrawn person is gone when the command line says so", async () => {
  await site.run("withdraw", "13", "--basis", "asked by the family", "--review", "2999-01-01");
  for (const path of ["/be/people/13", "/ru/people/13/versions/1", "/en/people/13/versions"]) {
    expect(await status(path), path).toBe(410);
  }
});

test("searches are answered, whatever is in them", async () => {
  for (const path of ["/be/search", "/ru/people", "/en/search"]) {
    expect(await status(`${path}?q=${telling}`), path).toBe(200);
  }
  expect(await status(`/en/search?q=${telling}%00%E0%A4%A&sex=${telling}&page=x&part=${telling}`)).toBe(400);
  expect(await status(`/en/search?q=${"%F0%9F%99%82".repeat(100)}${telling}`)).toBe(200);
  expect(await status(`/en/search?q=${telling.repeat(300)}`)).toBe(414);
  expect(await status(`/en/people/1?q=${telling}`)).toBe(200);
  expect(await status(`/en/${telling}?q=${telling}`)).toBe(404);
});

test("SIGTERM stops everything, with 0", async () => {
  expect(await site.stop()).toBe(0);
  await expect(site.databasePid()).rejects.toThrow("ENOENT");
  await expect(status("/be")).rejects.toThrow();
});

test("without a database the edition is served all the same", async () => {
  const nobody = await freePort(undefined);
  const before = site.printed().length;
  await site.start({ DATABASE_URL: `postgresql://owner:secret@127.0.0.1:${nobody}/registry` });
  const printed = site.printed().slice(before);
  expect(printed).toContain("The database cannot be reached");
  expect(printed).not.toContain("secret");
  expect(await status("/be/people/1")).toBe(200);
  expect(await status("/be/people/13")).toBe(410);
  expect(await status("/be/people?page=2")).toBe(503);
  expect(await status(`/be/search?q=${telling}`)).toBe(503);
  expect(await site.stop()).toBe(0);
});

test("what readers looked for was neither printed nor written down anywhere", () => {
  expect(site.printed()).toContain("Ready");
  expect(site.printed()).not.toContain(telling);
  expect(filesWith(site.dataDir, "</html>").length).toBeGreaterThan(500);
  for (const folder of [site.dataDir, join(root, ".next")]) expect(filesWith(folder, telling)).toEqual([]);
});
