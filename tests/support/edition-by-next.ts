import { existsSync, mkdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { lift, restore } from "#data/commands/decide-showing.ts";
import { publish } from "#data/commands/publish.ts";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import { env } from "#env.ts";
import { createRenderer } from "#front/renderer.ts";
import { serve } from "#front/serve.ts";
import { withClient } from "../../ops/client.ts";
import { openPublishing, type Publishing } from "../../ops/publishing.ts";
import { ask } from "./ask.ts";
import { generateCaseFiles } from "./generate-case-files.ts";
import { differences, treeOf } from "./tree.ts";

// A process with the real Next (which wants NODE_ENV=production, and Vitest another): makes an edition step by step
// and one from nothing, serves it, and takes the database away. Prints what it saw as JSON.

const { values } = parseArgs({
  options: { folder: { type: "string" }, query: { type: "string" }, "owner-url": { type: "string" } },
});
const {
  folder,
  query,
  "owner-url": ownerUrl,
} = z.object({ folder: z.string(), query: z.string(), "owner-url": z.string() }).parse(values);

const renderer = await createRenderer(".", { quiet: true });
// Next keeps a process alive whatever is thrown in it; and the pages' own connections, which nobody closes, hold it.
await look().then(
  (seen) => console.log(JSON.stringify(seen)),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
process.exit(0);

async function look() {
  const slowly = await publishingInto("slowly");
  await slowly.publisher.makeWhole();
  await changeTheRegistry(slowly);
  const atOnce = await publishingInto("at-once");
  await atOnce.publisher.makeWhole();
  const made = treeOf(editionIn("slowly"));
  const different = differences(made, treeOf(editionIn("at-once")));
  const pages = [...made.keys()].filter((path) => path.endsWith("index.html")).length;

  const editionLink = join(folder, "slowly", "edition");
  const front = await serve({ port: 0, editionLink, siteUrl: env.siteUrl, renderer });
  const withDatabase = await statuses(front.port);
  const { headers } = await renderer.render("/be/search");
  await slowly.close();
  await atOnce.close();
  await dropDatabase();
  const withoutDatabase = await statuses(front.port);
  await front.close();
  return { different, pages, withDatabase, withoutDatabase, idleLimit: headers["keep-alive"] ?? "none" };
}

async function publishingInto(name: string): Promise<Publishing> {
  const dataDir = join(folder, name);
  if (!existsSync(dataDir)) mkdirSync(dataDir);
  env.set("DATA_DIR", dataDir);
  const database = {
    url: ownerUrl,
    publicUrl: env.publicDatabaseUrl,
    editorUrl: env.editorDatabaseUrl,
    gone: new Promise<void>(() => {}),
  };
  return openPublishing({ ...database, stop: async () => undefined }, renderer.render);
}

function editionIn(name: string): string {
  return join(folder, name, readlinkSync(join(folder, name, "edition")));
}

async function changeTheRegistry({ registry, publisher }: Publishing): Promise<void> {
  const actor = "Editor of the test";
  const order = { basis: "asked by the family", reviewOn: "2999-01-01", actor };
  const [one, two, three] = generateCaseFiles(3);
  const correction = one && { ...one, events: one.events.slice(0, -1) };
  for (const file of [one, two, three]) {
    await publisher.reveal(() => publish(registry, { file, baseVersion: 0, actor }));
  }
  await publisher.reveal(() => publish(registry, { file: correction, number: 1, baseVersion: 1, actor }));
  const fact = { number: 1, factId: one?.events[0]?.id ?? "", actor };
  const withholding = { ...order, ...fact, manner: "told" } as const;
  const told = await publisher.conceal(
    async () => ({ addresses: await concernedByWithholding(registry, withholding) }),
    () => withhold(registry, withholding),
  );
  await told.remade;
  for (const number of [2, 3]) {
    const { remade } = await publisher.conceal(
      () => concernedByWithdrawal(registry, { number }),
      () => withdraw(registry, { ...order, number }),
    );
    await remade;
  }
  const agreed = { reason: "no longer asked", askedBy: actor, agreedBy: "Another editor" };
  await publisher.reveal(() => restore(registry, { number: 3, ...agreed }));
  await publisher.reveal(() => lift(registry, { number: 1, factId: fact.factId, ...agreed }));
  const silent = await publisher.conceal(
    async () => ({ addresses: await concernedByWithholding(registry, { ...withholding, manner: "silent" }) }),
    () => withhold(registry, { ...withholding, manner: "silent" }),
  );
  await silent.remade;
}

async function statuses(port: number): Promise<number[]> {
  const filtered = [`/ru/people?article=${query}`, "/en/people?page=2"];
  const paths = ["/be/people/1", "/be/people/2", `/be/search?q=${query}`, ...filtered];
  return Promise.all(paths.map(async (path) => (await ask(port, path)).status));
}

async function dropDatabase(): Promise<void> {
  const url = new URL(ownerUrl);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  await withClient(url.href, (client) => client.query(`drop database ${name} with (force)`));
}
