import { spawn } from "node:child_process";
import { join } from "node:path";
import { env } from "#env.ts";
import { root } from "./build.ts";
import { Failure } from "./report.ts";

/** Runs a package's program in the project, with its output as it comes. Rejects when it finds fault. */
export async function runTool(
  name: "biome" | "next" | "playwright" | "tsc" | "vitest",
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<void> {
  const tool = spawn(process.execPath, [join(root, "node_modules/.bin", name), ...args], {
    cwd: root,
    env: env.forChild(variables),
    stdio: "inherit",
  });
  // Ctrl-C reaches it by itself, as it shares our terminal; this is for whoever ends us alone.
  const end = () => tool.kill("SIGTERM");
  process.on("SIGTERM", end);
  const outcome = await new Promise<string>((done, reject) => {
    tool.once("error", reject);
    tool.once("close", (code, signal) => done(signal ?? String(code)));
  });
  process.off("SIGTERM", end);
  if (outcome === "0") return;
  if (/^\d+$/.test(outcome)) throw new Failure(`${name} found fault; it stands above.`, "");
  throw new Failure(
    `${name} was ended by ${outcome}.`,
    "Run it again; if nobody ended it, the machine may lack memory.",
  );
}

/** TypeScript over everything, tests included, with the types that Next makes of the routes. */
export async function checkTypes(): Promise<void> {
  await runTool("next", ["typegen"]);
  await runTool("tsc", ["--project", "."]);
}

/** Biome: lint, format, order of imports, and who may import whom. */
export async function checkStyle(): Promise<void> {
  await runTool("biome", ["check", "--error-on-warnings"]);
}
