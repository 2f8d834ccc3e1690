import { existsSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { env } from "#env.ts";
import { watchOutbox } from "#front/outbox-watch.ts";
import { createRenderer, type Renderer } from "#front/renderer.ts";
import { serve } from "#front/serve.ts";
import { providePublisher } from "#publisher/current.ts";
import { ensureBuild, root } from "./build.ts";
import { takeDataFolder } from "./data-folder.ts";
import { bringUpDatabase, type Database, type DatabasePlace, databasePlace } from "./database.ts";
import { keepAdministrator } from "./first-administrator.ts";
import { asOwner } from "./owner.ts";
import { isFree } from "./port.ts";
import { editionLink, keepSite, openPublishing, type Publishing } from "./publishing.ts";
import { counter, Failure, outliveReaders, say, step, tell, wordsOf } from "./report.ts";
import { fillRegistry } from "./seed.ts";
import { atShutdown, shutDown, shutDownOnSignals, stopping } from "./shutdown.ts";

// npm start: everything that the site needs, and then the site.

const secondsBetweenTries = 5;

process.umask(0o022);
outliveReaders();
shutDownOnSignals(0);
try {
  await start();
} catch (thrown) {
  if (!stopping.aborted) {
    tell(thrown);
    await shutDown();
    process.exit(1);
  }
}

async function start(): Promise<void> {
  const place = databasePlace();
  const { siteUrl, port } = env;
  await takeDataFolder(
    place.dataDir,
    "npm start",
    "Wait for it or stop it; or set DATA_DIR and PORT to others, for a second registry.",
  );
  if (!(await isFree(port))) throw portIsTaken(port);

  const database = await step("Database", () => bringUp(place)).catch((thrown: unknown) => {
    if (!hasEdition(place.dataDir)) throw thrown;
    tell(thrown);
    process.stderr.write(
      `The pages that were made before are served all the same. The database is tried again every ${secondsBetweenTries} seconds.\n\n`,
    );
    return undefined;
  });
  atShutdown(await ensureBuild("npm start"));
  const renderer = await createRenderer(root, { quiet: true, port });
  atShutdown(() => renderer.close());
  await keepSite(place.dataDir);
  const publishing = database && (await openRegistryAndPages(place, database, renderer));

  const front = await serve({ port, editionLink: editionLink(place.dataDir), siteUrl, renderer });
  atShutdown(() => front.close());
  const here = `http://127.0.0.1:${front.port}`;
  console.log(`Ready ${here}/${siteUrl === here ? "" : ` (for readers: ${siteUrl}/)`}`);
  tend(place, renderer, database, publishing).catch(tell);
}

function portIsTaken(port: number): Failure {
  return new Failure(
    `Port ${port} is taken by another program.`,
    `Stop that one, or take another port: PORT=${port + 1} npm start`,
  );
}

/** Brings the database up so that it is stopped whenever we are, even while it is on its way. */
async function bringUp(place: DatabasePlace): Promise<Database> {
  const starting = bringUpDatabase(place);
  atShutdown(async () => (await starting).stop());
  return starting;
}

async function openRegistryAndPages(
  place: DatabasePlace,
  database: Database,
  renderer: Renderer,
): Promise<Publishing> {
  const publishing = await openPublishing(database, renderer.render);
  await step("Records", () => asOwner(database.url, fillRegistry));
  await step("Accounts", () => keepAdministrator(publishing.registry));
  await step("Pages", () => publishing.publisher.prepare(counter("pages"))).catch((thrown: unknown) => {
    if (!hasEdition(place.dataDir)) throw thrown;
    tell(thrown);
    process.stderr.write("What was made before is served all the same.\n\n");
  });
  return publishing;
}

/** Makes what is left to be made while we serve, and brings a database back that has gone away. */
async function tend(
  place: DatabasePlace,
  renderer: Renderer,
  database: Database | undefined,
  publishing: Publishing | undefined,
): Promise<void> {
  if (database !== undefined && publishing !== undefined) {
    const watch = watchOutbox(publishing.publisher, { tell: say });
    const takeBack = providePublisher(publishing.publisher);
    await Promise.race([database.gone, stopped()]);
    takeBack();
    await watch.stop();
    await publishing.close();
    if (stopping.aborted) return;
    say("PostgreSQL has ended. The pages are served all the same; starting it again");
  }
  let told = "";
  for (;;) {
    await wait(secondsBetweenTries * 1000, undefined, { ref: false });
    if (stopping.aborted) return;
    try {
      const back = await bringUp(place);
      const reopened = await openRegistryAndPages(place, back, renderer);
      say("The database is back");
      return await tend(place, renderer, back, reopened);
    } catch (thrown) {
      if (!stopping.aborted && wordsOf(thrown) !== told) say(`No database yet: ${wordsOf(thrown)}`);
      told = wordsOf(thrown);
    }
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => stopping.addEventListener("abort", () => resolve(), { once: true }));
}

function hasEdition(dataDir: string): boolean {
  return existsSync(editionLink(dataDir));
}
