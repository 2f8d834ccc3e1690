import { parseArgs } from "node:util";
import { z } from "zod";
import { runScenario } from "./crash-scenarios.ts";
import { dieAtStep } from "./dying.ts";

// A process that ends by SIGKILL right before its n-th change of the file system or the registry, or right after a
// command. One that comes to its end prints the names of all of them.

const Options = z.object({ folder: z.string(), scenario: z.string(), at: z.coerce.number() });
const { values } = parseArgs({
  options: { folder: { type: "string" }, scenario: { type: "string" }, at: { type: "string" } },
});
const { folder, scenario, at } = Options.parse(values);

const steps = dieAtStep(at);
await runScenario(folder, scenario, steps.take);
console.log(JSON.stringify(steps.taken));
