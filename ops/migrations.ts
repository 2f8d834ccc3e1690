import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";
import { withClient } from "./client.ts";
import { Failure, wordsOf } from "./report.ts";
import { scriptCommitted, withSchemaEngine } from "./schema-engine.ts";

/** Folder of the committed migrations, in the form that Prisma's own command line reads. */
export const migrationsFolder = join(import.meta.dirname, "../prisma/migrations");

/** One number for the advisory lock under which a database is migrated, by one process at a time. */
const lockNumber = 7_204_551_001;

/**
 * Applies the committed migrations that the database has not had, or those of them that are named, and gives their
 * names. One that was cut off (kill -9, a power cut) was done wholly or not at all, and is taken up where it stands.
 */
export async function migrate(databaseUrl: string, only?: readonly string[]): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    await client.query("select pg_advisory_lock($1)", [lockNumber]);
    await settleInterrupted(client);
    const done = new Set((await appliedMigrations(client)).map(({ name }) => name));
    const names = (await migrationNames()).filter((name) => only?.includes(name) ?? true);
    // Prisma's engine takes a second to start and ten to end: not for nothing.
    return names.every((name) => done.has(name)) ? [] : apply(databaseUrl, names);
  });
}

/** The migrations that a database has gone through, by name; none for an empty one. */
export async function appliedMigrations(client: Client): Promise<{ name: string; checksum: string }[]> {
  const found = await client.query<{ made: boolean }>(
    "select to_regclass('public._prisma_migrations') is not null as made",
  );
  if (found.rows[0]?.made !== true) return [];
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `select migration_name as name, checksum from _prisma_migrations
     where finished_at is not null and rolled_back_at is null order by 1`,
  );
  return rows;
}

/** The names of the committed migrations, in their order. */
export async function migrationNames(): Promise<string[]> {
  return (await readdir(migrationsFolder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function apply(databaseUrl: string, names: readonly string[]): Promise<string[]> {
  const migrationDirectories = await Promise.all(
    names.map(async (path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: {
          tag: "ok" as const,
          value: await readFile(join(migrationsFolder, path, "migration.sql"), "utf8"),
        },
      },
    })),
  );
  const lockfile = await readFile(join(migrationsFolder, "migration_lock.toml"), "utf8");
  try {
    const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) =>
      engine.applyMigrations({
        migrationsList: {
          baseDir: migrationsFolder,
          lockfile: { path: "migration_lock.toml", content: lockfile },
          shadowDbInitScript: "",
          migrationDirectories,
        },
        filters: { externalTables: [], externalEnums: [] },
      }),
    );
    return appliedMigrationNames;
  } catch (cause) {
    throw new Failure(
      `The database could not be migrated: ${wordsOf(cause)}`,
      "Nothing of the migration that failed was kept. The server needs PostgreSQL 15 or newer with ICU and pg_trgm (Debian: postgresql-contrib), and the role in DATABASE_URL has to own the database.",
      { cause },
    );
  }
}

/**
 * Prisma's engine refuses to go on after a migration that it saw begin and not end. Ours run in one transaction, and
 * `schema-engine.ts` says in the same one that it was done; so it is known which of the two happened.
 */
async function settleInterrupted(client: Client): Promise<void> {
  const found = await client.query("select to_regclass('_prisma_migrations') is not null as made");
  if (found.rows[0]?.made !== true) return;
  await client.query(
    "update _prisma_migrations set finished_at = now(), applied_steps_count = 1 where finished_at is null and rolled_back_at is null and logs = $1",
    [scriptCommitted],
  );
  await client.query(
    "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
  );
}
