import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "./build.ts";

const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

// `npm install` leaves out what its registry doesn't have, such as packages for other platforms; `npm ci` then says
// that the lockfile is out of step, and nobody can start. Such packages are written in by hand, without integrity.
test("the lockfile names every optional package, those for other platforms included", async () => {
  const { packages } = Lockfile.parse(JSON.parse(await readFile(join(root, "package-lock.json"), "utf8")));
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
