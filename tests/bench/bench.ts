import { readlinkSync, statSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { findNginx, startNginx } from "../support/nginx.ts";
import { median } from "./median.ts";
import { largestPages } from "./page-bytes.ts";
import { copyProject, type ProjectCopy, startCopy } from "./project-copy.ts";
import { measurePublishing } from "./publishing.ts";
import { askForSeconds, loaderName, type Round } from "./requests.ts";

// npm run bench: the project's figures, all from one run, on this machine alone. Takes some minutes and ends by itself.

const rounds = 5;
const secondsEach = 3;
const filesInRegistry = [100, 1_000];
/** What a server sends before the first acknowledgement: ten segments of 1,460 bytes less 266 of headers. */
const firstFlight = 14_336;

const lines: string[] = [];
// Next keeps a process alive whatever is thrown in it, and its connections hold it: it is ended here.
await run().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

async function run(): Promise<void> {
  const copy = await copyProject();
  try {
    console.log(`On ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before the run.`);
    await starts(copy);
    bytes(copy);
    await publishing(copy);
  } finally {
    await copy.remove();
    // What was measured before a failure is worth having.
    console.log(`\n${lines.join("\n")}`);
  }
}

async function starts(project: ProjectCopy): Promise<void> {
  progress("First start: database, build, first records, every page");
  const first = await startCopy(project);
  await first.stop();
  progress("Second start");
  const second = await startCopy(project);
  heading("Starts (npm start, installed before)");
  line("first", `${first.seconds.toFixed(1)} s`);
  line("second", `${second.seconds.toFixed(1)} s`);
  try {
    await requests(project, second.port);
  } finally {
    await second.stop();
  }
}

async function requests({ dataDir }: ProjectCopy, frontPort: number): Promise<void> {
  const path = "/be/people/1";
  const program = findNginx();
  const nginx =
    program === undefined ? undefined : await startNginx(program, join(dataDir, "edition"), frontPort);
  const byFront: Round[] = [];
  const byNginx: Round[] = [];
  progress(`Requests, ${rounds} rounds`);
  for (let round = 0; round <= rounds; round++) {
    const front = await askForSeconds(frontPort, path, secondsEach);
    const other = nginx && (await askForSeconds(nginx.port, path, secondsEach));
    // The first round only warms up.
    if (round === 0) continue;
    byFront.push(front);
    if (other !== undefined) byNginx.push(other);
  }
  await nginx?.stop();
  const size = statSync(join(dataDir, "edition", path, "index.html.gz")).size;
  heading(
    `Requests of ${path} (${size} bytes, gzip; ${loaderName()}, 32 connections, medians of ${rounds} rounds)`,
  );
  line("front", said(byFront));
  if (nginx === undefined) return line("nginx", "not installed");
  line("nginx", said(byNginx));
  const ratios = byFront.map((round, at) => round.perSecond / (byNginx[at]?.perSecond ?? Number.NaN));
  line("front / nginx", `${(100 * median(ratios)).toFixed(0)} % of the requests per second`);
}

function bytes({ dataDir }: ProjectCopy): void {
  const edition = join(dataDir, readlinkSync(join(dataDir, "edition")));
  heading("Largest page of each type with its style sheets, compressed (gzip, brotli)");
  for (const { page, gzip, brotli } of largestPages(edition)) {
    const profile = page.startsWith("profile");
    const verdict = profile ? `  ${gzip <= firstFlight ? "within" : "OVER"} ${number(firstFlight)}` : "";
    line(page, `${number(gzip)} B  ${number(brotli)} B${verdict}`);
  }
}

async function publishing(project: ProjectCopy): Promise<void> {
  progress(`Publishing with ${filesInRegistry.join(" and ")} files`);
  heading("Publishing (a correction; until all three languages answer with it)");
  for (const it of await measurePublishing(project, filesInRegistry)) {
    const each = `median ${number(it.median)} ms, longest ${number(it.longest)} ms`;
    line(`${number(it.files)} files`, `${each} (${it.pagesRemade} pages made again)`);
    line("  whole edition", `${it.pagesPerSecond.toFixed(0)} pages/s (${number(it.pages)} pages)`);
  }
}

function said(measured: readonly Round[]): string {
  const perSecond = median(measured.map((it) => it.perSecond));
  return `${number(perSecond)} requests/s, p99 ${median(measured.map((it) => it.p99)).toFixed(1)} ms`;
}

function number(value: number): string {
  return Math.round(value).toLocaleString("en-GB");
}

function heading(text: string): void {
  lines.push("", text);
}

function line(name: string, value: string): void {
  lines.push(`  ${name.padEnd(44)} ${value}`);
}

function progress(text: string): void {
  console.log(`… ${text}`);
}
