import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { root } from "./build.ts";

// Who may import whom (docs/decisions, README): each file here breaks or keeps a rule, and Biome has to see it.
const broken = {
  "src/domain/a.ts": "#db/public.ts",
  "src/domain/b.ts": "react",
  "src/domain/c.ts": "node:fs",
  "src/domain/d.ts": "#data/public/people.ts",
  "src/domain/case-file/e.ts": "../../env.ts",
  "src/i18n/a.ts": "#ui/field.tsx",
  "src/db/a.ts": "#data/public/people.ts",
  "src/data/public/a.ts": "#data/commands/publish.ts",
  "src/data/public/b.ts": "#db/registry.ts",
  "src/data/public/c.ts": "#data/editor/drafts.ts",
  "src/data/public/d.ts": "pg",
  "src/data/editor/a.ts": "#publisher/publisher.ts",
  "src/data/commands/a.ts": "#publisher/publisher.ts",
  "src/auth/a.ts": "#data/editor/drafts.ts",
  "src/actions/a.ts": "#db/registry.ts",
  "src/formats/a.ts": "#data/public/people.ts",
  "src/ui/a.tsx": "#data/public/people.ts",
  "src/ui/b.tsx": "#db/public.ts",
  "src/ui/c.tsx": "#env.ts",
  "src/publisher/a.ts": "#data/commands/outbox.ts",
  "src/publisher/b.ts": "#front/serve.ts",
  "src/publisher/c.ts": "next",
  "src/front/a.ts": "#data/public/people.ts",
  "src/front/b.ts": "#ui/field.tsx",
  "src/app/a.tsx": "#db/public.ts",
  "src/app/b.tsx": "../db/public.ts",
  "src/app/[locale]/(public)/a.tsx": "#data/editor/drafts.ts",
  "src/app/[locale]/(public)/people/b.tsx": "#data/commands/publish.ts",
  "src/app/[locale]/(public)/c.tsx": "#actions/save.ts",
  "src/app/api/v1/a.ts": "#data/commands/publish.ts",
} as const;

const kept = {
  "src/domain/z.ts": "#domain/languages.ts",
  "src/domain/y.ts": "@noble/hashes/sha2.js",
  "src/domain/x.test.ts": "vitest",
  "src/i18n/z.ts": "../../messages/be.json",
  "src/db/z.ts": "#env.ts",
  "src/data/public/z.ts": "#db/public.ts",
  "src/data/commands/z.ts": "#db/registry.ts",
  "src/auth/z.ts": "#i18n/current-language.ts",
  "src/actions/z.ts": "#data/commands/publish.ts",
  "src/ui/z.tsx": "#i18n/dates.ts",
  "src/publisher/z.ts": "#data/public/addresses.ts",
  "src/publisher/y.ts": "#env.ts",
  "src/front/z.ts": "#publisher/strip.ts",
  "src/app/z.tsx": "#data/public/people.ts",
  "src/app/[locale]/editor/z.tsx": "#actions/save.ts",
  "src/app/[locale]/(public)/z.tsx": "#data/public/people.ts",
  "ops/z.ts": "#data/commands/publish.ts",
} as const;

const environment = [
  "src/domain/environment.ts",
  "src/ui/environment.tsx",
  "ops/environment.ts",
  "tests/e2e/environment.ts",
];

const Report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

let folder = "";
let complaints: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "kartateka-rules-"));
  const configuration = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(await readFile(join(root, "biome.json"), "utf8")));
  await write(
    "biome.json",
    JSON.stringify({ ...configuration, $schema: undefined, vcs: { enabled: false } }),
  );
  for (const [path, module] of Object.entries({ ...broken, ...kept })) {
    await write(path, `import * as imported from "${module}";\nexport const used = imported;\n`);
  }
  for (const path of environment) await write(path, "export const home = process.env.HOME;\n");
  await cp(join(root, "src/env.ts"), join(folder, "src/env.ts"));
  complaints = await lint();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(broken))("%s may not import %s", (path) => {
  expect(complaints).toContain(`${path}: lint/style/noRestrictedImports`);
});

test.each(Object.entries(kept))("%s may import %s", (path) => {
  expect(complaints.filter((complaint) => complaint.startsWith(`${path}:`))).toEqual([]);
});

test.each(environment)("%s may not read the environment", (path) => {
  expect(complaints).toContain(`${path}: lint/style/noProcessEnv`);
});

test("src/env.ts may", () => {
  expect(complaints.filter((complaint) => complaint.startsWith("src/env.ts:"))).toEqual([]);
});

async function write(path: string, content: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

async function lint(): Promise<string[]> {
  const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  // Biome ends with 1 when it has complaints; they are what we want.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder }).catch(
    (failed) => failed,
  );
  return Report.parse(JSON.parse(stdout)).diagnostics.map((it) => `${it.location.path}: ${it.category}`);
}
