import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { migrate } from "../../ops/migrations.ts";
import { startPostgres } from "../../ops/postgres.ts";
import { makePublicRole } from "../../ops/roles.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the run's template database, migrated and empty, as its owner and as the public role. */
    template: { url: string; publicUrl: string };
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, with a migrated database that tests copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeTemporaryFolder();
  const server = await startPostgres(dataDir, { fast: true });
  const publicUrl = await makePublicRole(server.url(), "public");
  await migrate(server.url());
  project.provide("template", { url: server.url(), publicUrl });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
