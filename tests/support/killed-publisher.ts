import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { parseArgs } from "node:util";
import { z } from "zod";
import { runScenario } from "./crash-scenarios.ts";

// A process that ends by SIGKILL right before its n-th change of the file system or the registry, or right after a
// command. One that comes to its end prints the names of all of them.

const Options = z.object({ folder: z.string(), scenario: z.string(), at: z.coerce.number() });
const { values } = parseArgs({
  options: { folder: { type: "string" }, scenario: { type: "string" }, at: { type: "string" } },
});
const { folder, scenario, at } = Options.parse(values);

const steps: string[] = [];

function dieInTime(name: string): void {
  if (steps.push(name) === at) process.kill(process.pid, "SIGKILL");
}

function counted<A extends unknown[], R>(
  name: string,
  work: (...args: A) => Promise<R>,
): (...args: A) => Promise<R> {
  return async (...args) => {
    dieInTime(name);
    return work(...args);
  };
}
const { open, rename, rm, rmdir, mkdir, symlink, writeFile } = fs;
Object.assign(fs, {
  open: counted("open", open),
  rename: counted("rename", rename),
  rm: counted("rm", rm),
  rmdir: counted("rmdir", rmdir),
  mkdir: counted("mkdir", mkdir),
  symlink: counted("symlink", symlink),
  writeFile: counted("writeFile", writeFile),
});
syncBuiltinESMExports();

await runScenario(folder, scenario, dieInTime);
console.log(JSON.stringify(steps));
