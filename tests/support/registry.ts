import { readFileSync } from "node:fs";
import { z } from "zod";
import { loadReference, type ReferenceData } from "#data/commands/load-reference.ts";
import { openPublicRegistry, type PublicRegistry } from "#db/public.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { Article, Facility, Figure } from "#domain/reference.ts";
import { env } from "#env.ts";
import { createTestDatabase } from "./database.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(`prisma/reference/${name}.json`, "utf8"));

export type TestRegistry = {
  /** As commands have it: a right that the migrations forgot to give fails the test. */
  registry: Registry;
  /** As its owner has it: for rebuilding, and for what a test itself does to the tables. */
  owner: Registry;
  publicRegistry: PublicRegistry;
  url: string;
  publicUrl: string;
  editorUrl: string;
  disconnect: () => Promise<void>;
  drop: () => Promise<void>;
};

/** A registry of a test's own with the reference data; what `#data` reads in this process is this one. */
export async function createTestRegistry(): Promise<TestRegistry> {
  const { url, publicUrl, editorUrl, drop } = await createTestDatabase();
  env.set("PUBLIC_DATABASE_URL", publicUrl);
  env.set("EDITOR_DATABASE_URL", editorUrl);
  const registry = openRegistry(editorUrl);
  const owner = openRegistry(url);
  const publicRegistry = openPublicRegistry(publicUrl);
  const disconnect = async () => {
    for (const it of [registry, owner, publicRegistry]) await it.$disconnect();
  };
  await loadReference(owner, referenceData());
  return {
    registry,
    owner,
    publicRegistry,
    url,
    publicUrl,
    editorUrl,
    disconnect,
    drop: async () => {
      await disconnect();
      await drop();
    },
  };
}

/** The reference data of the project's files. */
export function referenceData(): ReferenceData {
  return {
    facilities: z.array(Facility).parse(read("facilities")),
    articles: z.array(Article).parse(read("articles")),
    figures: z.array(Figure).parse(read("figures")),
  };
}

/** A file of the first records, by the beginning of its name. */
export function firstRecord(name: string): unknown {
  return JSON.parse(readFileSync(`prisma/cases/${name}.json`, "utf8"));
}
