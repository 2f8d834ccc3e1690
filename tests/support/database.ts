import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { withClient } from "../../ops/client.ts";

/** A database of a test's own, migrated and empty: addresses as its owner, as the public and as the editors' role. */
export type TestDatabase = { url: string; publicUrl: string; editorUrl: string; drop: () => Promise<void> };

/** Copies the run's template database; about a tenth of a second. Drop it after the test. */
export function createTestDatabase(): Promise<TestDatabase> {
  return create(`template ${nameOf(inject("template").url)}`);
}

/** One without a single table. */
export function createEmptyDatabase(): Promise<TestDatabase> {
  return create("");
}

async function create(options: string): Promise<TestDatabase> {
  const template = inject("template");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await administer(`create database ${name} ${options}`);
  return {
    url: withDatabase(template.url, name),
    publicUrl: withDatabase(template.publicUrl, name),
    editorUrl: withDatabase(template.editorUrl, name),
    drop: () => administer(`drop database ${name} with (force)`),
  };
}

/** Runs statements as whoever the address says, and gives the rows of the last one. */
export async function query(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> {
  return withClient(url, async (client) => {
    // Several statements at once have several results.
    const results = [await client.query<Record<string, unknown>>(sql, values)].flat();
    return results.at(-1)?.rows ?? [];
  });
}

async function administer(statement: string): Promise<void> {
  await query(withDatabase(inject("template").url, "postgres"), statement);
}

function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
