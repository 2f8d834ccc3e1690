import { execFile } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { languages } from "#domain/languages.ts";
import { env } from "#env.ts";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { filesWith } from "../support/files-with.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";
import { differences, treeOf } from "../support/tree.ts";

// One site, its story told in order: published, backed up, erased, and restored elsewhere from the backup of before.
test.describe.configure({ mode: "serial", timeout: 300_000 });

const canary = "CANARYe7a5";
const number = 35;

let site: OwnSite;
let elsewhere: string;
/** A copy of the backup that nobody writes anew. */
let oldBackup: string;

test.beforeAll(async () => {
  site = await startOwnSite();
  elsewhere = await makeTemporaryFolder();
  oldBackup = `${elsewhere}.gz`;
  const path = join(elsewhere, "file.json");
  await writeFile(path, JSON.stringify(fileWithCanary()));
  await site.run("publish", path);
  await rm(elsewhere, { recursive: true });
});

test.afterAll(async () => {
  await site.stop();
  for (const path of [site.dataDir, elsewhere, oldBackup]) await rm(path, { recursive: true, force: true });
});

function fileWithCanary(): CaseFile {
  const file = CaseFile.parse(JSON.parse(readFileSync("prisma/cases/001-maryia-kalesnikava.json", "utf8")));
  const note = { original: "en", en: canary };
  return CaseFile.parse({
    ...file,
    events: [
      ...file.events,
      { id: "e90", kind: "other", note, basis: [{ source: "s90", asOf: "2021", note }] },
    ],
    sources: [...file.sources, { id: "s90", title: canary, language: "en" }],
  });
}

/** Runs a script on a data folder, and types an answer. */
async function run(dataDir: string, script: string, words: readonly string[], typed = ""): Promise<string> {
  const { port } = new URL(site.baseURL);
  const variables = { NODE_ENV: "production", DATA_DIR: dataDir, PORT: port, DATABASE_URL: "", SITE_URL: "" };
  const args = ["--import", "./ops/generate.ts", `ops/${script}.ts`, ...words];
  const running = promisify(execFile)("node", args, { env: env.forChild(variables), timeout: 240_000 });
  running.child.stdin?.end(typed);
  return (await running).stdout;
}

async function pages(request: APIRequestContext): Promise<string> {
  const paths = ["", "/versions", "/versions/1"].map((path) => `/people/${number}${path}`);
  const texts = languages.flatMap((language) =>
    paths.map(async (path) => {
      const response = await request.get(`${site.baseURL}/${language}${path}`);
      expect(response.status(), path).toBe(200);
      return response.text();
    }),
  );
  return (await Promise.all(texts)).join();
}

test("a backup is made while the site runs", async ({ request }) => {
  expect(await pages(request)).toContain(canary);
  const folder = join(site.dataDir, "backups");
  await mkdir(folder);
  const path = join(folder, "before.gz");
  expect(await site.run("backup", path)).toContain(`Written: ${path}`);
  await copyFile(path, oldBackup);
  expect(filesWith(folder, canary)).toEqual([path]);
});

test("erasing asks, and leaves nothing on the pages nor in any file", async ({ request }) => {
  const order = [String(number), "e90", "--basis", "The family has asked for it."];
  await expect(run(site.dataDir, "erase", order, "1\n")).rejects.toThrow("Nothing was erased");
  await expect(run(site.dataDir, "erase", order)).rejects.toThrow("Nothing was erased");
  const nowhere = [...order, "--yes", "--backups", join(site.dataDir, "no-backups")];
  await expect(run(site.dataDir, "erase", nowhere)).rejects.toThrow("there is no such folder");
  expect(await pages(request)).toContain(canary);
  expect(await run(site.dataDir, "erase", order, `${number}\n`)).toContain(`e90 of № ${number} is erased`);
  expect(await pages(request)).not.toContain(canary);
  expect(filesWith(site.dataDir, canary)).toEqual([]);
  expect(filesWith(".next", canary)).toEqual([]);
  expect(await site.run("verify")).toContain("1 versions don't fit theirs because something was erased");
});

test("the backup of before is restored without it, with the same pages", async () => {
  await expect(run(elsewhere, "restore-backup", [oldBackup])).rejects.toThrow(
    "There is no ledger of erasures",
  );
  const ledger = join(site.dataDir, "erasures.jsonl");
  const told = await run(elsewhere, "restore-backup", [oldBackup, "--erasures", ledger]);
  expect(told).toContain("1 erasures came after the backup");
  expect(filesWith(elsewhere, canary)).toEqual([]);
  await run(elsewhere, "edition", []);
  const edition = (dataDir: string) => treeOf(join(dataDir, readlinkSync(join(dataDir, "edition"))));
  expect(differences(edition(elsewhere), edition(site.dataDir))).toEqual([]);
});
