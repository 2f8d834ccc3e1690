import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadReference } from "#data/commands/load-reference.ts";
import { openPublicRegistry, type PublicRegistry } from "#db/public.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";
import { env } from "#env.ts";
import { createTestDatabase } from "./database.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(`prisma/reference/${name}.json`, "utf8"));

/** A registry of a test's own with the reference data; what `#data/public` reads in this process is this one. */
export async function createTestRegistry(): Promise<{
  registry: Registry;
  publicRegistry: PublicRegistry;
  url: string;
  publicUrl: string;
  drop: () => Promise<void>;
}> {
  const { url, publicUrl, drop } = await createTestDatabase();
  env.set("PUBLIC_DATABASE_URL", publicUrl);
  const registry = openRegistry(url);
  const publicRegistry = openPublicRegistry(publicUrl);
  await loadReference(registry, {
    facilities: z.array(Facility).parse(read("facilities")),
    articles: z.array(Article).parse(read("articles")),
    figures: z.array(Figure).parse(read("figures")),
  });
  return {
    registry,
    publicRegistry,
    url,
    publicUrl,
    drop: async () => {
      await registry.$disconnect();
      await publicRegistry.$disconnect();
      await drop();
    },
  };
}

/** A file of the first records, by the beginning of its name. */
export function firstRecord(name: string): unknown {
  return JSON.parse(readFileSync(`prisma/cases/${name}.json`, "utf8"));
}
