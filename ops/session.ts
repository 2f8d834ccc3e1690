import { setTimeout as wait } from "node:timers/promises";
import { openRegistry, type Registry } from "#db/registry.ts";
import { createRenderer } from "#front/renderer.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";
import type { Render } from "#publisher/ports.ts";
import { buildStamp, ensureBuild, root } from "./build.ts";
import {
  bringUpDatabase,
  type Database,
  type DatabasePlace,
  databasePlace,
  joinDatabase,
} from "./database.ts";
import { holdFolder } from "./folder-lock.ts";
import { asOwner } from "./owner.ts";
import { openPublishing, type Publishing, takeSite } from "./publishing.ts";
import { counter, Failure, say, step, wordsOf } from "./report.ts";
import { fillRegistry } from "./seed.ts";
import { atShutdown, shutDown, shutDownOnSignals } from "./shutdown.ts";

/** Whether pages can wait: hiding does not wait for a build that only showing needs. */
export type Session = { hides: boolean };

/**
 * Runs a command of the command line with the registry open: beside an `npm start` on the same data folder, or by
 * itself, with the database brought up for as long as it takes. `name` is the npm script's.
 */
export async function withPublishing(
  name: string,
  use: (publishing: Publishing, database: Database) => Promise<void>,
  { hides }: Session = { hides: false },
): Promise<void> {
  process.umask(0o022);
  shutDownOnSignals(130);
  try {
    const { publishing, database } = await open(name, databasePlace(), hides);
    await use(publishing, database);
  } finally {
    await shutDown();
  }
}

/** Runs a command of the command line that changes nothing that is public, with the registry as commands have it. */
export async function withRegistry(name: string, use: (registry: Registry) => Promise<void>): Promise<void> {
  await withDatabase(name, async (database) => {
    const registry = openRegistry(database.editorUrl);
    atShutdown(() => registry.$disconnect());
    await use(registry);
  });
}

/** Runs a command of the command line with the database up, beside an `npm start` or by itself. */
export async function withDatabase(
  name: string,
  use: (database: Database, place: DatabasePlace) => Promise<void>,
): Promise<void> {
  process.umask(0o022);
  shutDownOnSignals(130);
  try {
    const place = databasePlace();
    const { database } = await openDatabase(name, place);
    await use(database, place);
  } finally {
    await shutDown();
  }
}

/** The database, and the process of the `npm start` that it belongs to, if there is one. */
async function openDatabase(
  name: string,
  place: DatabasePlace,
): Promise<{ database: Database; starter: number | undefined }> {
  const starter = await takeDataFolder(name, place);
  return { starter, database: starter === undefined ? await bringUp(place) : await join(place, starter) };
}

async function open(
  name: string,
  place: DatabasePlace,
  hides: boolean,
): Promise<{ publishing: Publishing; database: Database }> {
  const { database, starter } = await openDatabase(name, place);
  if (!hides) await makeBuild(name, starter);
  await takeSite(place.dataDir);
  const publishing = await openPublishing(database, renderWhenAsked(name, starter));
  atShutdown(() => publishing.close());
  if (starter === undefined) await asOwner(database.url, fillRegistry);
  return { publishing, database };
}

async function makeBuild(name: string, starter: number | undefined): Promise<void> {
  if (starter === undefined) atShutdown(await ensureBuild(`npm run ${name}`));
  if ((await buildStamp()) === undefined) {
    throw new Failure('"npm start" is making its first build.', "Wait for its line that begins with Ready.");
  }
}

/** Renders by a Next of this process, which is opened, and built if need be, for the first page. */
function renderWhenAsked(name: string, starter: number | undefined): Render {
  const opening = once(async () => {
    await makeBuild(name, starter);
    const renderer = await createRenderer(root, { quiet: true });
    atShutdown(() => renderer.close());
    return renderer;
  });
  return async (path) => (await opening()).render(path);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Undefined when the data folder is ours now, or the process of the `npm start` that has it. */
async function takeDataFolder(name: string, { dataDir }: DatabasePlace): Promise<number | undefined> {
  for (let told = false; ; told = true) {
    const taken = await holdFolder(dataDir, `npm run ${name}`);
    if ("release" in taken) {
      atShutdown(taken.release);
      return undefined;
    }
    if (taken.holder.command === "npm start") return taken.holder.pid;
    if (!told) say(`Waiting for "${taken.holder.command}" (process ${taken.holder.pid})`);
    await wait(500);
  }
}

async function bringUp(place: DatabasePlace): Promise<Database> {
  const starting = step("Database", () => bringUpDatabase(place));
  atShutdown(async () => (await starting).stop());
  return starting;
}

async function join(place: DatabasePlace, pid: number): Promise<Database> {
  const database = await joinDatabase(place).catch((cause: unknown) => {
    throw new Failure(
      `The database of "npm start" (process ${pid}) does not answer: ${wordsOf(cause)}`,
      "Look at what that one says, and try again.",
      { cause },
    );
  });
  if (database !== undefined) return database;
  throw new Failure(
    `"npm start" (process ${pid}) has no database at the moment.`,
    "Look at what that one says, and try again.",
  );
}

/**
 * Makes what is not made yet: the outbox' pages, or a whole edition where none fits. Pages that cannot be made are told
 * and hold nothing up: what they wait for is not what was asked for.
 */
export async function makePages({
  publisher,
}: {
  publisher: Pick<Publishing["publisher"], "prepare">;
}): Promise<void> {
  await step("Pages", () => publisher.prepare(counter("pages"))).catch((thrown: unknown) => {
    if (!(thrown instanceof PagesNotMade)) throw thrown;
    say(`From before, ${wordsOf(thrown)}`);
  });
}
