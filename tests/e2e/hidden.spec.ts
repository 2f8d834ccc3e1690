import { readdirSync, readFileSync, statSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, request as newRequest, test } from "@playwright/test";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { languages } from "#domain/languages.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";
import { crawl } from "./site.ts";

// One site, its story told in order: published, withheld, withdrawn, the database gone, started again.
test.describe.configure({ mode: "serial", timeout: 300_000 });

const canary = "CANARY7f3a";
const number = 35;
const withdrawn = 34;
let site: OwnSite;

test.beforeAll(async () => {
  site = await startOwnSite();
});

test.afterAll(async () => {
  await site.stop();
  await rm(site.dataDir, { recursive: true, force: true });
});

/** A record whose first event, health, a source and a name hold the canary. */
function fileWithCanaries(): CaseFile {
  const text = { original: "en" as const, en: canary };
  const file = CaseFile.parse(JSON.parse(readFileSync("prisma/cases/001-maryia-kalesnikava.json", "utf8")));
  const [event, ...events] = file.events;
  const [condition, ...conditions] = file.health.conditions;
  const [name, ...names] = file.names;
  if (!event || !condition || !name) throw new Error("the record has changed");
  const source = { ...file.sources[0], id: "s77", title: canary };
  return CaseFile.parse({
    ...file,
    names: [
      name,
      { ...name, id: "n77", preferred: false, given: canary, basis: [{ source: "s77", asOf: "2024" }] },
      ...names,
    ],
    events: [{ ...event, note: text, facility: "ik-4" }, ...events],
    health: { ...file.health, conditions: [{ ...condition, condition: text }, ...conditions] },
    sources: [...file.sources, source],
  });
}

/** Addresses on which the canary stands, in all languages and through filters and search. */
async function pagesWithCanary(): Promise<string[]> {
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  const pages = await crawl(request);
  for (const language of languages) {
    for (const query of [
      `search?q=${canary}`,
      "people?place=ik-4",
      "people?risk=physical-illness",
      "updates?page=1",
    ]) {
      const path = `/${language}/${query}`;
      const html = await (await request.get(path)).text();
      // A search repeats what was typed; that is the reader's own word.
      pages.set(path, html.replaceAll(`value="${canary}"`, ""));
    }
  }
  await request.dispose();
  return [...pages]
    .filter(([, html]) => html.includes(canary) && !html.includes(`nothing-found`))
    .map(([path]) => path);
}

/** Files below a folder that hold a text, compressed copies included; the database's own files aside. */
function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => !path.startsWith(join(folder, "postgres")) && statSync(path).isFile())
    .filter((path) => contentOf(path).includes(text));
}

function contentOf(path: string): Buffer {
  const bytes = readFileSync(path);
  if (path.endsWith(".gz")) return gunzipSync(bytes);
  return path.endsWith(".br") ? brotliDecompressSync(bytes) : bytes;
}

test("what is published shows", async () => {
  const path = join(site.dataDir, "case.json");
  await writeFile(path, JSON.stringify(fileWithCanaries()));
  await site.run("publish", path, "--internal", `${canary}-internal`, "--actor", `${canary}-editor`);
  await rm(path);
  const pages = await pagesWithCanary();
  for (const language of languages) expect(pages).toContain(`/${language}/people/${number}`);
  expect(filesWith(canary, site.dataDir)).not.toEqual([]);
  expect(filesWith(`${canary}-internal`, site.dataDir)).toEqual([]);
  expect(filesWith(`${canary}-editor`, site.dataDir)).toEqual([]);
});

test("what is withheld is nowhere: no page, no list, no search, no file, no build", async () => {
  const file = fileWithCanaries();
  const facts = [file.events[0]?.id, file.health.conditions[0]?.id, "n77"];
  for (const [index, fact] of facts.entries()) {
    const manner = index === 0 ? "--told" : "--silent";
    await site.run(
      "withhold",
      String(number),
      fact ?? "",
      manner,
      "--basis",
      canary,
      "--review",
      "2999-01-01",
    );
  }
  const found = (await pagesWithCanary()).filter((path) => !path.includes("search?q="));
  expect(found).toEqual([]);
  expect(filesWith(canary, site.dataDir)).toEqual([]);
  expect(filesWith(canary, ".next")).toEqual([]);
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  for (const language of languages) {
    const search = await (await request.get(`/${language}/search?q=${canary}`)).text();
    expect(search).not.toContain(`/people/${number}"`);
    const profile = await (await request.get(`/${language}/people/${number}`)).text();
    expect(profile).toContain(`id="${facts[0]}"`);
    expect(profile).not.toContain(`"${facts[2]}"`);
  }
  await request.dispose();
});

test("who is withdrawn is gone, at every address, in every language", async () => {
  await site.run("withdraw", String(withdrawn), "--basis", canary, "--review", "2999-01-01");
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  for (const language of languages) {
    for (const address of ["", "/versions", "/versions/1", "/versions/7"]) {
      const response = await request.get(`/${language}/people/${withdrawn}${address}`);
      expect(response.status(), `${language} ${address}`).toBe(410);
      expect(await response.text()).toContain(`<html lang="${language}"`);
    }
  }
  const pages = await crawl(request);
  expect(
    [...pages].filter(([, html]) => html.includes(`/people/${withdrawn}"`)).map(([path]) => path),
  ).toEqual([]);
  expect(await (await request.get("/sitemap.xml")).text()).not.toContain(`/people/${withdrawn}<`);
  await request.dispose();
});

test("with PostgreSQL killed, and after a restart without it, every finished page still answers", async () => {
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  const before = await crawl(request);
  await site.killDatabase();
  expect((await request.get("/be/search?q=%D0%B0")).status()).toBe(503);
  expect(await crawl(request)).toEqual(before);
  expect(await site.stop()).toBe(0);
  // Nobody listens on port 1.
  await site.start({ DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none" });
  expect(await crawl(request)).toEqual(before);
  const search = await request.get("/ru/search?q=%D0%B0");
  expect(search.status()).toBe(503);
  expect(await search.text()).toContain('<html lang="ru"');
  expect((await request.get(`/be/people/${withdrawn}`)).status()).toBe(410);
  expect(await site.stop("SIGINT")).toBe(0);
  await request.dispose();
});

test("after kill -9 of the server the next start is as it was, and restoring brings a record back", async () => {
  await site.start();
  await site.stop("SIGKILL");
  await site.start();
  await site.run("restore", String(withdrawn), "--asked-by", "One", "--agreed-by", "Another");
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  expect((await request.get(`/en/people/${withdrawn}`)).status()).toBe(200);
  expect((await request.get(`/en/people/${withdrawn}/versions/1`)).status()).toBe(200);
  await request.dispose();
});
