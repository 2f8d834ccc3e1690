import { join } from "node:path";
import { pendingAddresses } from "#data/commands/outbox.ts";
import { publish } from "#data/commands/publish.ts";
import { profileAddress } from "#domain/addresses.ts";
import { languages } from "#domain/languages.ts";
import { env } from "#env.ts";
import { createRenderer } from "#front/renderer.ts";
import { serve } from "#front/serve.ts";
import { bringUpDatabase } from "../../ops/database.ts";
import { openPublishing, type Publishing } from "../../ops/publishing.ts";
import { fillRegistry } from "../../ops/seed.ts";
import { ask } from "../support/ask.ts";
import { generateCaseFiles } from "../support/generate-case-files.ts";
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
  const place = { dataDir: env.dataDir, givenUrl: undefined, givenPublicUrl: undefined };
  const database = await bringUpDatabase(place);
  const renderer = await createRenderer(copy.folder, { quiet: false });
  const publishing = await openPublishing(database, renderer.render);
  const { registry, publisher } = publishing;
  // An entry of somebody else's keeps the first records out.
  await registry.auditEntry.create({ data: { actor, action: "bench", details: {} } });
  await fillRegistry(registry);
  const files = generateCaseFiles(Math.max(...steps));
  const figures: PublishingFigures[] = [];
  let published = 0;
  for (const step of steps) {
    for (; published < step; published++)
      await publish(registry, { file: files[published], baseVersion: 0, actor });
    let pages = 0;
    const begun = performance.now();
    await publisher.makeWhole((_, all) => {
      pages = all;
    });
    const pagesPerSecond = (pages * 1000) / (performance.now() - begun);
    figures.push({
      files: step,
      pages,
      pagesPerSecond,
      ...(await measureCorrections(publishing, renderer, files, step)),
    });
  }
  await publishing.close();
  await renderer.close();
  await database.stop();
  return figures;
}

type Files = ReturnType<typeof generateCaseFiles>;

async function measureCorrections(
  { registry, publisher }: Publishing,
  renderer: Parameters<typeof serve>[0]["renderer"],
  files: Files,
  among: number,
): Promise<Pick<PublishingFigures, "median" | "longest" | "pagesRemade">> {
  const front = await serve({
    port: 0,
    editionLink: join(env.dataDir, "edition"),
    siteUrl: env.siteUrl,
    renderer,
  });
  const times: number[] = [];
  let pagesRemade = 0;
  for (let index = 0; index < corrections; index++) {
    const number = 1 + Math.floor((among * (index + 0.5)) / corrections);
    const before = await profiles(front.port, number);
    const { currentVersion } = await registry.person.findUniqueOrThrow({ where: { number } });
    const file = files[number - 1];
    const corrected = file && { ...file, events: file.events.slice(0, -(currentVersion ?? 1)) };
    const begun = performance.now();
    await publisher.reveal(async () => {
      await publish(registry, { file: corrected, number, baseVersion: currentVersion ?? 1, actor });
      pagesRemade = languages.length * (await pendingAddresses(registry)).length;
    });
    const after = await profiles(front.port, number);
    times.push(performance.now() - begun);
    if (after.some((page, at) => page === before[at])) throw new Error(`№ ${number} was not made again`);
  }
  await front.close();
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(corrections / 2)] ?? 0, longest: times.at(-1) ?? 0, pagesRemade };
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
