import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { outboxOf } from "#data/commands/outbox.ts";
import { listAddresses } from "#data/public/addresses.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { env } from "#env.ts";
import type { Render } from "#publisher/ports.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { buildStamp, hashOf } from "./build.ts";
import type { Database } from "./database.ts";
import { writeWhole } from "./files.ts";
import { publisherLocks } from "./publisher-locks.ts";

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
    outbox: outboxOf(registry),
    locks: publisherLocks(database.editorUrl),
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
