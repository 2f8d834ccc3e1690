import { readFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import type { Client } from "pg";
import { z } from "zod";
import { loadReference, type ReferenceData } from "#data/commands/load-reference.ts";
import { searchPeople } from "#data/public/search.ts";
import { Article, Facility } from "#domain/reference.ts";
import { asOwner } from "../../ops/owner.ts";
import { outliveReaders, run } from "../../ops/report.ts";
import {
  type InventedPerson,
  inventPopulation,
  populationSpellings,
} from "../support/invented-population.ts";
import { quantile } from "./quantile.ts";
import { startScratchDatabase } from "./scratch-database.ts";
import { type Asked, kinds, questions } from "./search/asked.ts";
import { explaining } from "./search/plans.ts";
import { fillWithPopulation } from "./search/population-rows.ts";

// npm run bench:search: how fast people are found by name among a hundred thousand, through the site's own search, one
// question after the other; and among a thousand in the same run, to compare. Prints figures and asserts nothing.

const sizes = [1_000, 100_000];
const ofEachKind = 100;
const warmUp = 60;
const longestLine = 220;

type Timed = Asked & { milliseconds: number; found: number };

outliveReaders();
await run(async () => {
  console.log(`On ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before the run.`);
  const database = await startScratchDatabase();
  const { owner } = database;
  try {
    const reference = await referenceData();
    await asOwner(database.url, (registry) => loadReference(registry, { ...reference, figures: [] }));
    const everybody = inventPopulation(Math.max(...sizes));
    const measured: Timed[][] = [];
    for (const size of sizes) {
      const people = everybody.slice(0, size);
      const begun = performance.now();
      await fillWithPopulation(owner, people, reference);
      tellSize(people, (performance.now() - begun) / 1000);
      measured.push(await askAll(questions(people, ofEachKind)));
    }
    tellTimes(measured);
    await tellTables(owner);
    const explain = await explaining(database);
    const large = measured.at(-1) ?? [];
    const usual = large.filter(({ kind }) => kind === "without patronymic");
    for (const [title, asked] of [
      ["A typical question", usual.toSorted(byTime)[Math.floor(usual.length / 2)]],
      ["The slowest question", large.toSorted(byTime).at(-1)],
    ] as const) {
      if (asked === undefined) continue;
      const plans = (await explain(() => ask(asked))).filter((plan) => plan.includes("public_name"));
      const longest = plans.toSorted((one, other) => millisecondsOf(other) - millisecondsOf(one))[0] ?? "";
      console.log(
        `\n${title}: «${asked.q}» ${JSON.stringify(asked.filters)}. It asks for names ${plans.length} times; the longest:`,
      );
      console.log(shortened(longest));
    }
  } finally {
    await database.stop();
  }
});

function byTime(a: Timed, b: Timed): number {
  return a.milliseconds - b.milliseconds;
}

async function ask({ q, filters }: Asked): Promise<number> {
  return (await searchPeople({ ...filters, q, page: 1 }, "be")).total;
}

async function askAll(asked: readonly Asked[]): Promise<Timed[]> {
  for (let at = 0; at < warmUp; at++) {
    const one = asked[Math.floor((at * asked.length) / warmUp)];
    if (one !== undefined) await ask(one);
  }
  const timed: Timed[] = [];
  for (const one of asked) {
    const begun = performance.now();
    const found = await ask(one);
    timed.push({ ...one, found, milliseconds: performance.now() - begun });
  }
  return timed;
}

function tellSize(people: readonly InventedPerson[], seconds: number): void {
  const families = new Map<string, number>();
  for (const { names } of people) families.set(names.be.family, (families.get(names.be.family) ?? 0) + 1);
  console.log(
    `${number(people.length)} people with ${number(people.length * populationSpellings.length)} names; ` +
      `${number(families.size)} family names, the commonest of ${number(Math.max(...families.values()))} people; ` +
      `filled in ${seconds.toFixed(0)} s`,
  );
}

/** Milliseconds by kind of question, the fewest people first. */
function tellTimes(measured: readonly Timed[][]): void {
  console.log(
    `\nMilliseconds by number of people: p50, p95, p99 (${number(ofEachKind)} questions of each kind)`,
  );
  const heads = sizes.map((size) => number(size).padStart(28)).join("");
  console.log(`  ${"".padEnd(22)}${heads}   ${"p95 as many times".padStart(18)}   found, on average`);
  for (const kind of [...kinds, undefined]) {
    const ofKind = measured.map((timed) => timed.filter((it) => kind === undefined || it.kind === kind));
    const p95 = ofKind.map((timed) => quantile(timesOf(timed), 0.95));
    const cells = ofKind.map((timed) =>
      [0.5, 0.95, 0.99].map((share) => quantile(timesOf(timed), share).toFixed(1).padStart(8)).join(""),
    );
    const ratio = (p95.at(-1) ?? Number.NaN) / (p95[0] ?? Number.NaN);
    const large = ofKind.at(-1) ?? [];
    const found = large.reduce((sum, it) => sum + it.found, 0) / large.length;
    console.log(
      `  ${(kind ?? "all").padEnd(22)}${cells.map((it) => it.padStart(28)).join("")}   ${ratio.toFixed(1).padStart(18)}   ${found.toFixed(1)}`,
    );
  }
}

function timesOf(timed: readonly Timed[]): number[] {
  return timed.map(({ milliseconds }) => milliseconds);
}

async function tellTables(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ name: string; size: string }>(
    `select relname as name, pg_size_pretty(pg_relation_size(oid)) as size from pg_class
     where relname in ('public_name', 'public_name_keys_idx', 'public_person') order by relname`,
  );
  console.log(`\nSizes: ${rows.map(({ name, size }) => `${name} ${size}`).join(", ")}`);
}

async function referenceData(): Promise<Pick<ReferenceData, "articles" | "facilities">> {
  const read = async (name: string): Promise<unknown> =>
    JSON.parse(await readFile(`prisma/reference/${name}.json`, "utf8"));
  return {
    articles: z.array(Article).parse(await read("articles")),
    facilities: z.array(Facility).parse(await read("facilities")),
  };
}

/** A logged plan begins with how long it took. */
function millisecondsOf(plan: string): number {
  return Number.parseFloat(plan);
}

/** A plan names hundreds of keys and people. */
function shortened(plan: string): string {
  return plan
    .trimEnd()
    .split("\n")
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)} …` : line))
    .join("\n");
}

function number(value: number): string {
  return value.toLocaleString("en-GB");
}
