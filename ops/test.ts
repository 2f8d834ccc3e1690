import { ensureBuild } from "./build.ts";
import { ensureChromium } from "./chromium.ts";
import { Failure, run } from "./report.ts";
import { checkStyle, checkTypes, runTool } from "./tools.ts";

// npm test: everything; `npm test -- unit`, or several parts by name, for a part of it. What follows the name of one
// part goes to its tool: `npm test -- unit src/env.test.ts`.

const parts = {
  types: { title: "Types", run: checkTypes },
  style: { title: "Lint and format", run: checkStyle },
  unit: { title: "Unit tests", run: (more) => vitest("unit", more) },
  integration: {
    title: "Integration tests, on a real PostgreSQL",
    run: (more) => vitest("integration", more),
  },
  build: { title: "Production build", run: buildForTests },
  e2e: { title: "End-to-end tests, in a real browser", run: endToEnd },
} as const satisfies Record<string, { title: string; run: (more: readonly string[]) => Promise<void> }>;

await run(async () => {
  const { wanted, more } = readParts(process.argv.slice(2));
  const started = performance.now();
  for (const part of wanted) {
    const { title, run } = part;
    const begun = performance.now();
    console.log(`\n=== ${title}`);
    await run(more);
    console.log(`=== ${title}: good, ${seconds(begun)} s`);
  }
  console.log(`\nAll good, ${seconds(started)} s`);
});

function readParts(words: readonly string[]) {
  const names = Object.keys(parts);
  const wanted = Object.entries(parts).filter(([name]) => words.includes(name));
  const more = words.filter((word) => !names.includes(word));
  if (words.length === 0) return { wanted: Object.values(parts), more };
  if (wanted.length === 0 || (more.length > 0 && wanted.length > 1)) {
    throw new Failure(`Not understood: ${words.join(" ")}`, `The parts are: ${names.join(", ")}.`);
  }
  return { wanted: wanted.map(([, part]) => part), more };
}

function vitest(project: string, more: readonly string[]): Promise<void> {
  return runTool("vitest", ["run", "--project", project, ...more], { NODE_ENV: "test" });
}

async function buildForTests(): Promise<void> {
  const release = await ensureBuild("npm test");
  await release();
}

async function endToEnd(more: readonly string[]): Promise<void> {
  await ensureChromium();
  await buildForTests();
  await runTool("playwright", ["test", ...more]);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
