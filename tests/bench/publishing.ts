import { join } from "node:path";
import { publish } from "#data/commands/publish.ts";
import { profileAddress } from "#domain/addresses.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { languages } from "#domain/languages.ts";
import { env } from "#env.ts";
import { createRenderer, type Renderer } from "#front/renderer.ts";
import { serve } from "#front/serve.ts";
import { bringUpDatabase, type Database } from "../../ops/database.ts";
import { asOwner } from "../../ops/owner.ts";
import { openPublishing, type Publishing } from "../../ops/publishing.ts";
import { fillRegistry } from "../../ops/seed.ts";
import { ask } from "../support/ask.ts";
import { generateCaseFiles } from "../support/generate-case-files.ts";
import { pendingAddresses } from "../support/pending-addresses.ts";
import { median } from "./median.ts";
import type { ProjectCopy } from "./project-copy.ts";

/** What publishing cost with so many files in the registry. Times in milliseconds. */
export type PublishingFigures = {
  files: number;
  pages: number;
  pagesPerSecond: number;
  /** From the command's beginning until all three languages answer with the fresh page. */
  median: number;
  longest: number;
  pagesRemade: number;
};

const actor = "bench";
const corrections = 5;

/** Publishes generated files up to each of these numbers, and measures there. Uses the build of the copy. */
export async function measurePublishing(
  copy: ProjectCopy,
  steps: readonly number[],
): Promise<PublishingFigures[]> {
  env.set("DATA_DIR", join(copy.dataDir, "..", "publishing"));
  const place = {
    dataDir: env.dataDir,
    givenUrl: undefined,
    givenPublicUrl: undefined,
    givenEditorUrl: undefined,
  };
  const database = await bringUpDatabase(place);
  try {
    const renderer = await createRenderer(copy.folder, { quiet: false });
    return await measureSteps(database, await openPublishing(database, renderer.render), renderer, steps);
  } finally {
    await database.stop();
  }
}

async function measureSteps(
  database: Database,
  publishing: Publishing,
  renderer: Renderer,
  steps: readonly number[],
): Promise<PublishingFigures[]> {
  const { registry, publisher } = publishing;
  // An entry of somebody else's keeps the first records out.
  await registry.auditEntry.create({ data: { actor, action: "bench", details: {} } });
  await asOwner(database.url, fillRegistry);
  const files = generateCaseFiles(Math.max(...steps));
  const figures: PublishingFigures[] = [];
  for (const [index, step] of steps.entries()) {
    for (const file of files.slice(steps[index - 1] ?? 0, step)) {
      await publish(registry, { file, baseVersion: 0, actor });
    }
    let pages = 0;
    const begun = performance.now();
    await publisher.makeWhole((_, all) => {
      pages = all;
    });
    const pagesPerSecond = (pages * 1000) / (performance.now() - begun);
    const corrected = await measureCorrections(publishing, renderer, files.slice(0, step));
    figures.push({ files: step, pages, pagesPerSecond, ...corrected });
  }
  return figures;
}

async function measureCorrections(
  { registry, publisher }: Publishing,
  renderer: Renderer,
  files: readonly CaseFile[],
): Promise<Pick<PublishingFigures, "median" | "longest" | "pagesRemade">> {
  const front = await serve({
    port: 0,
    editionLink: join(env.dataDir, "edition"),
    siteUrl: env.siteUrl,
    renderer,
  });
  const times: number[] = [];
  const remade: number[] = [];
  for (let index = 0; index < corrections; index++) {
    const number = 1 + Math.floor((files.length * (index + 0.5)) / corrections);
    const before = await profiles(front.port, number);
    const { currentVersion } = await registry.person.findUniqueOrThrow({ where: { number } });
    const file = files[number - 1];
    const corrected = file && { ...file, events: file.events.slice(0, -(currentVersion ?? 1)) };
    const begun = performance.now();
    await publisher.reveal(async () => {
      await publish(registry, { file: corrected, number, baseVersion: currentVersion ?? 1, actor });
      remade.push(languages.length * (await pendingAddresses(registry)).length);
    });
    const after = await profiles(front.port, number);
    times.push(performance.now() - begun);
    if (after.some((page, at) => page === before[at])) throw new Error(`№ ${number} was not made again`);
  }
  await front.close();
  return { median: median(times), longest: Math.max(...times), pagesRemade: median(remade) };
}

function profiles(port: number, number: number): Promise<string[]> {
  return Promise.all(
    languages.map(async (language) => {
      const { status, body } = await ask(port, `/${language}${profileAddress(number)}`);
      if (status !== 200) throw new Error(`№ ${number} answers ${status}`);
      return body.toString();
    }),
  );
}
