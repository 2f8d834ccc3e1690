import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { env } from "#env.ts";
import { ensureBuild } from "../../ops/build.ts";
import { createTestRegistry } from "../support/registry.ts";

const Seen = z.object({
  different: z.array(z.string()),
  pages: z.number(),
  withDatabase: z.array(z.number()),
  withoutDatabase: z.array(z.number()),
  idleLimit: z.string(),
});

const query = "needle4711";
let output = "";
let seen: z.infer<typeof Seen>;

beforeAll(async () => {
  const release = await ensureBuild("npm test");
  const { url, publicUrl, editorUrl, disconnect } = await createTestRegistry();
  await disconnect();
  const folder = mkdtempSync(join(tmpdir(), "kartateka-next-"));
  const script = join(import.meta.dirname, "../support/edition-by-next.ts");
  const child = spawn(process.execPath, [script, "--folder", folder, "--query", query, "--owner-url", url], {
    env: env.forChild({
      NODE_ENV: "production",
      DATABASE_URL: "",
      PUBLIC_DATABASE_URL: publicUrl,
      EDITOR_DATABASE_URL: editorUrl,
    }),
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  await new Promise((resolve) => child.once("close", resolve));
  await release();
  rmSync(folder, { recursive: true });
  const said = output.split("\n").find((line) => line.startsWith("{"));
  if (said === undefined) throw new Error(output);
  seen = Seen.parse(JSON.parse(said));
}, 600_000);

it("makes, with the real Next, step by step what it makes from nothing", () => {
  expect(seen.different).toEqual([]);
  // Two persons are left, one with two versions; every page is there in three languages.
  expect(seen.pages).toBeGreaterThan(3 * 80);
});

it("answers finished pages without the database, and says of the others that they come later", () => {
  expect(seen.withDatabase).toEqual([200, 410, 200, 400, 200]);
  expect(seen.withoutDatabase).toEqual([200, 410, 503, 503, 503]);
});

it("is asked on connections that Next's server never closes for being idle", () => {
  expect(seen.idleLimit).toBe("none");
});

it("writes nothing of a reader's query down, even when a page fails", () => {
  expect(output).not.toContain(query);
});
