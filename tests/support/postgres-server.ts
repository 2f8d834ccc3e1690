import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { makeTemporaryFolder } from "../../ops/files.ts";
import { migrate } from "../../ops/migrations.ts";
import { startPostgres } from "../../ops/postgres.ts";
import { editorRole, makeRole, publicRole } from "../../ops/roles.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the run's template database, migrated and empty, by whom one is there. */
    template: { url: string; publicUrl: string; editorUrl: string };
  }
}

/** Vitest's global set-up: one PostgreSQL for the whole run, with a migrated database that tests copy. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeTemporaryFolder();
  const server = await startPostgres(dataDir, { fast: true });
  const publicUrl = await makeRole(server.url(), publicRole, "public");
  const editorUrl = await makeRole(server.url(), editorRole, "editor");
  await migrate(server.url());
  project.provide("template", { url: server.url(), publicUrl, editorUrl });
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
