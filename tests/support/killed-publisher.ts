import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { parseArgs } from "node:util";
import { z } from "zod";
import { runScenario, scenarios } from "./crash-scenarios.ts";

// A process that ends by SIGKILL right before (or after) its n-th change of the file system.

const Options = z.object({
  folder: z.string(),
  scenario: z.enum(Object.keys(scenarios)).pipe(z.custom<keyof typeof scenarios>()),
  at: z.coerce.number(),
});
const { values } = parseArgs({
  options: { folder: { type: "string" }, scenario: { type: "string" }, at: { type: "string" } },
});
const { folder, scenario, at } = Options.parse(values);

let steps = 0;

function dieInTime(): void {
  if (++steps === at) process.kill(process.pid, "SIGKILL");
}

function counted<A extends unknown[], R>(work: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    dieInTime();
    return work(...args);
  };
}
Object.assign(fs, {
  open: counted(fs.open),
  rename: counted(fs.rename),
  rm: counted(fs.rm),
  rmdir: counted(fs.rmdir),
  mkdir: counted(fs.mkdir),
  symlink: counted(fs.symlink),
  writeFile: counted(fs.writeFile),
});
syncBuiltinESMExports();

await runScenario(folder, scenario, dieInTime);
console.log(`steps ${steps}`);
