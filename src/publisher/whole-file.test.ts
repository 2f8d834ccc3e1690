import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { putPage, readyPage, takeDown } from "#publisher/edition.ts";
import { readyFile, writeFile } from "#publisher/whole-file.ts";

vi.mock("node:fs/promises", async (original) => {
  const actual = await original<typeof import("node:fs/promises")>();
  return { ...actual, rename: vi.fn(actual.rename) };
});

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kartateka-file-"));
});
afterEach(() => {
  vi.mocked(rename).mockReset();
  rmSync(folder, { recursive: true });
});

const text = Buffer.from("<!DOCTYPE html>".padEnd(2_000, "page "));

/** Whatever is put in the place of a file with this ending is another thing than what was meant. */
function damage(ending: string): void {
  vi.mocked(rename).mockImplementation(async (from, to) => {
    writeFileSync(to, String(to).endsWith(ending) ? text.subarray(1) : readFileSync(from));
    rmSync(from);
  });
}

it("is written with its compressed copies, and nothing else stays beside it", async () => {
  await writeFile(join(folder, "a/index.html"), text, { compress: true });
  expect(readdirSync(join(folder, "a")).sort()).toEqual(["index.html", "index.html.br", "index.html.gz"]);
  expect(readFileSync(join(folder, "a/index.html"))).toEqual(text);
  expect(brotliDecompressSync(readFileSync(join(folder, "a/index.html.br")))).toEqual(text);
  expect(gunzipSync(readFileSync(join(folder, "a/index.html.gz")))).toEqual(text);
});

it("is not written when it is there already, with its copies", async () => {
  const path = join(folder, "index.html");
  await writeFile(path, text, { compress: true });
  expect((await readyFile(path, text, { compress: true })).files).toEqual([]);
  rmSync(`${path}.br`);
  expect((await readyFile(path, text, { compress: true })).files).toHaveLength(3);
});

it.each([".html", ".br", ".gz"])(
  "is read back: one whose %s is not what was written is a failure",
  async (ending) => {
    damage(ending);
    await expect(writeFile(join(folder, "index.html"), text, { compress: true })).rejects.toThrow(
      "is not what was written",
    );
  },
);

it("stays a page that is being remade until it has been read back", async () => {
  const page = await readyPage(folder, "/people/1", "be", text);
  await putPage(page);
  await takeDown(folder, "/people/1", "be");
  expect(readdirSync(join(folder, "be/people/1"))).toEqual(["being-remade"]);
  const again = await readyPage(folder, "/people/1", "be", text);
  damage(".html");
  await expect(putPage(again)).rejects.toThrow("is not what was written");
  expect(existsSync(join(folder, "be/people/1/being-remade"))).toBe(true);
  vi.mocked(rename).mockReset();
  await putPage(again);
  expect(existsSync(join(folder, "be/people/1/being-remade"))).toBe(false);
});
