import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { root } from "../../../ops/build.ts";
import { migrate, migrationsFolder } from "../../../ops/migrations.ts";
import { closeDatabase } from "../../../ops/roles.ts";
import { schemaDifference } from "../../../ops/schema-engine.ts";
import { createTestDatabase, query, type TestDatabase } from "../../support/database.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const names = (await readdir(migrationsFolder)).filter((name) => /^\d/.test(name)).sort();
const recorded = () =>
  query(
    database.url,
    "select migration_name as name from _prisma_migrations where finished_at is not null order by 1",
  );

async function empty(): Promise<void> {
  await query(database.url, "drop schema public cascade; create schema public");
}

describe("migrations", () => {
  test("are all there after the first time, and none is left for the second", async () => {
    await empty();
    expect(await migrate(database.url)).toEqual(names);
    expect(await migrate(database.url)).toEqual([]);
    expect(await recorded()).toEqual(names.map((name) => ({ name })));
  });

  test("need no superuser, but a role that owns the database", async () => {
    const name = `owned_${process.pid}`;
    await query(database.url, "create role test_owner login password 'owner'");
    await query(database.url, `create database ${name} owner test_owner`);
    const owned = new URL(database.url);
    Object.assign(owned, { username: "test_owner", password: "owner", pathname: `/${name}` });
    try {
      expect(await migrate(owned.href)).toEqual(names);
      await closeDatabase(owned.href);
    } finally {
      await query(database.url, `drop database ${name} with (force)`);
      await query(database.url, "drop role test_owner");
    }
  });

  test("wait for each other when two processes migrate at once", async () => {
    await empty();
    const both = await Promise.all([migrate(database.url), migrate(database.url)]);
    expect(both.flat()).toEqual(names);
  });

  test("make what prisma/schema.prisma describes", async () => {
    const columns = `select table_name, column_name, data_type, udt_name, is_nullable, column_default,
        character_maximum_length, datetime_precision
      from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
      order by table_name, column_name`;
    const indexes = `select tablename, indexname,
        regexp_replace(indexdef, ' COLLATE "be-x-icu"|public[.]| WITH [(]fastupdate=[^)]*[)]', '', 'g') as definition
      from pg_indexes where schemaname = 'public' and tablename <> '_prisma_migrations' order by indexname`;
    const foreignKeys = `select conname, conrelid::regclass::text as of, pg_get_constraintdef(oid) as definition
      from pg_constraint where contype = 'f' order by conname`;
    const migrated = await Promise.all(
      [columns, indexes, foreignKeys].map((sql) => query(database.url, sql)),
    );
    const sql = await schemaDifference(
      database.url,
      null,
      await readFile(join(root, "prisma/schema.prisma"), "utf8"),
    );
    await empty();
    await query(database.url, sql);
    const described = await Promise.all([columns, indexes, foreignKeys].map((it) => query(database.url, it)));

    expect(migrated[0]).toEqual(described[0]);
    // What is written by hand adds to the others; it takes nothing away.
    expect(migrated[1]).toEqual(expect.arrayContaining(described[1] ?? []));
    expect(migrated[2]).toEqual(expect.arrayContaining(described[2] ?? []));
  });

  test("makes no index that searches read through with a list of what is still to be put into it", async () => {
    await emptyBut("finished_at = null, logs = null, applied_steps_count = 0");
    await migrate(database.url);
    const waiting = await query(
      database.url,
      `select indexname from pg_indexes where schemaname = 'public' and indexdef ~ 'USING gin [(](keys|be)'
       and indexdef !~ 'fastupdate=.?off'`,
    );
    expect(waiting).toEqual([]);
  });

  test("one that was cut off before its script was committed is done again", async () => {
    await emptyBut("finished_at = null, logs = null, applied_steps_count = 0");
    expect(await migrate(database.url)).toEqual(names);
    expect(await recorded()).toEqual(names.map((name) => ({ name })));
  });

  test("one that was cut off after its script was committed is taken as done", async () => {
    // What is in the logs is what the script itself left there.
    await query(
      database.url,
      `update _prisma_migrations set finished_at = null where migration_name = '${names.at(-1)}'`,
    );
    expect(await migrate(database.url)).toEqual([]);
    expect(await recorded()).toEqual(names.map((name) => ({ name })));
  });

  test("one that fails leaves nothing behind, and is tried again", async () => {
    await emptyBut("migration_name = migration_name");
    for (const _ of ["first", "second"]) {
      await expect(migrate(database.url)).rejects.toThrow(
        /could not be migrated[\s\S]*"person" does not exist/,
      );
    }
    const left = await query(database.url, "select tablename from pg_tables where schemaname = 'public'");
    expect(left).toEqual([{ tablename: "_prisma_migrations" }]);
  });
});

/** Empties the database but for the record of the first migration, which is changed. */
async function emptyBut(change: string): Promise<void> {
  await query(
    database.url,
    `create schema aside; alter table _prisma_migrations set schema aside;
     drop schema public cascade; create schema public; alter table aside._prisma_migrations set schema public;
     delete from _prisma_migrations where migration_name <> '${names[0]}';
     update _prisma_migrations set ${change}`,
  );
}
