import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { z } from "zod";
import { addToOutbox, clearFromOutbox, pendingAddresses } from "#data/commands/outbox.ts";
import { listAddresses } from "#data/public/addresses.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { env } from "#env.ts";
import type { Lock, Render, StillHeld } from "#publisher/ports.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { buildStamp, hashOf } from "./build.ts";
import { withClient } from "./client.ts";
import type { Database } from "./database.ts";
import { writeWhole } from "./files.ts";

/** The registry as commands have it, and the publisher that makes its pages. */
export type Publishing = { registry: Registry; publisher: Publisher; close: () => Promise<void> };

/** Opens the registry and puts the publisher together with it. */
export async function openPublishing(database: Database, render: Render): Promise<Publishing> {
  const registry = openRegistry(database.editorUrl);
  const publisher = createPublisher({
    editionLink: editionLink(env.dataDir),
    siteUrl: env.siteUrl,
    stamp: await editionStamp(),
    render,
    listAddresses,
    outbox: {
      pending: () => pendingAddresses(registry),
      add: (addresses) => addToOutbox(registry, addresses),
      clear: (addresses) => clearFromOutbox(registry, addresses),
    },
    lock: publisherLock(database.editorUrl),
  });
  return { registry, publisher, close: () => registry.$disconnect() };
}

/** The symbolic link to the edition that is served. */
export function editionLink(dataDir: string): string {
  return join(dataDir, "edition");
}

/** Stands for all that every page depends on: the build, the reference data, the site's address and contact. */
async function editionStamp(): Promise<string> {
  const parts = [await buildStamp(), await hashOf(["prisma/reference"]), env.siteUrl, env.siteContact];
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

const lockNumber = 7_204_551_002;

/** A lock of PostgreSQL on a connection of its own: one publisher at a time, and a killed one loses it. */
function publisherLock(databaseUrl: string): Lock {
  return {
    wait: (work) =>
      withClient(databaseUrl, async (client) => {
        await client.query("select pg_advisory_lock($1)", [lockNumber]);
        return work(answers(client));
      }),
    attempt: (work) =>
      withClient(databaseUrl, async (client) => {
        const { rows } = await client.query<{ locked: boolean }>(
          "select pg_try_advisory_lock($1) as locked",
          [lockNumber],
        );
        if (rows[0]?.locked !== true) return false;
        await work(answers(client));
        return true;
      }),
  };
}

/** The lock lasts as long as its connection. */
function answers(client: Client): StillHeld {
  let asked: Promise<unknown> = Promise.resolve();
  return async () => {
    // One after the other: several pages are written at once, and the client takes one query at a time.
    asked = asked.then(() => client.query("select"));
    await asked;
  };
}

const Site = z.strictObject({ url: z.string(), contact: z.string().optional() });

/**
 * What the edition says of the site itself is kept beside it, because the command line's environment need not be the
 * server's. `npm start` says it; the other commands take it from here.
 */
export async function keepSite(dataDir: string): Promise<void> {
  const site: z.infer<typeof Site> = {
    url: env.siteUrl,
    ...(env.siteContact !== undefined && { contact: env.siteContact }),
  };
  await writeWhole(join(dataDir, "site.json"), `${JSON.stringify(site)}\n`, 0o644);
}

/** Takes over what `npm start` kept; without that the environment's stays. */
export async function takeSite(dataDir: string): Promise<void> {
  const kept = await readFile(join(dataDir, "site.json"), "utf8").catch(() => undefined);
  if (kept === undefined) return;
  const { url, contact } = Site.parse(JSON.parse(kept));
  env.set("SITE_URL", url);
  env.set("SITE_CONTACT", contact ?? "");
}
