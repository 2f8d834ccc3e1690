import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readSecrets } from "./secrets.ts";

let folder = "";
const file = () => join(folder, "secrets.json");
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kartateka-secrets-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("secrets are made once, each another, for their owner alone", async () => {
  const made = await readSecrets(folder);
  expect(new Set(Object.values(made)).size).toBe(Object.values(made).length);
  for (const secret of Object.values(made)) expect(String(secret)).toMatch(/^[\w-]{32,}$/);
  expect((await stat(file())).mode & 0o777).toBe(0o600);
  expect(await readSecrets(folder)).toEqual(made);
});

test("a folder from before something had a secret gets it, and keeps it", async () => {
  await writeFile(file(), JSON.stringify({ ownerPassword: "owner", publicPassword: "public", port: 5433 }));
  const read = await readSecrets(folder);
  expect(read).toMatchObject({ ownerPassword: "owner", publicPassword: "public", port: 5433 });
  expect(read.authSecret).toMatch(/^[\w-]{32,}$/);
  expect(await readSecrets(folder)).toEqual(read);
  expect(JSON.parse(await readFile(file(), "utf8"))).toEqual(read);
});

test("what cannot be read is left alone", async () => {
  await writeFile(file(), '{"ownerPassword": 7}');
  await expect(readSecrets(folder)).rejects.toThrow("cannot be read");
  expect(await readFile(file(), "utf8")).toBe('{"ownerPassword": 7}');
});
