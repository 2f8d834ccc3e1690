import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkPublicRole, closeDatabase, makeRole, publicRole } from "../../../ops/roles.ts";
import { createTestDatabase, query, type TestDatabase } from "../../support/database.ts";

/** All that public code may read. A new table is closed until somebody writes it here and grants it. */
const open = [
  "article",
  "facility",
  "figure",
  "public_category",
  "public_charge",
  "public_death",
  "public_event",
  "public_health_condition",
  "public_name",
  "public_person",
  "public_prose",
  "public_risk",
  "public_sentence",
  "public_stay",
  "public_version",
  "public_withdrawal",
  "public_year",
];

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await closeDatabase(database.url);
});
afterAll(() => database.drop());

/** Tables, views, sequences and whatever else holds rows, outside of PostgreSQL's own schemas. */
async function relations(kinds: string): Promise<string[]> {
  const rows = await query(
    database.url,
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind = any($1) order by 1`,
    [[...kinds]],
  );
  return rows.map(({ name }) => String(name));
}

const asPublic = (sql: string) => query(database.publicUrl, sql);

describe("the public role", () => {
  test("reads the public tables", async () => {
    for (const table of open) await expect(asPublic(`select * from ${table}`)).resolves.toEqual([]);
  });

  test("is refused every other table, view and sequence there is", async () => {
    const closed = (await relations("rvmfpS")).filter((name) => !open.includes(name));
    expect(closed).toEqual(
      expect.arrayContaining([
        "person",
        "version",
        "withholding",
        "audit_entry",
        "outbox",
        "_prisma_migrations",
      ]),
    );
    for (const name of closed) {
      await expect(asPublic(`select * from "${name}"`), name).rejects.toThrow(/permission denied/);
    }
  });

  test("writes nothing, even where it may read", async () => {
    const statements = [
      "delete from public_person",
      "insert into public_withdrawal values (1)",
      "update facility set type = 'prison'",
      "truncate public_person",
      "create table public.mine (id int)",
      "create temporary table mine (id int)",
      "create schema mine",
    ];
    for (const statement of statements) {
      await expect(asPublic(statement), statement).rejects.toThrow(/read-only transaction|permission denied/);
      await expect(asPublic(`begin read write; ${statement}`), statement).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  test("cannot become anybody else, and has no right that a role can have", async () => {
    const [role] = await asPublic("select * from pg_roles where rolname = current_user");
    expect(role).toMatchObject({
      rolname: "kartateka_public",
      rolsuper: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolbypassrls: false,
    });
    await expect(asPublic("set role kartateka")).rejects.toThrow(/permission denied/);
    await expect(asPublic("select pg_read_file('/etc/passwd')")).rejects.toThrow(/permission denied/);
  });

  test("can neither hold the publisher's lock nor write large objects", async () => {
    for (const statement of [
      "select pg_advisory_lock(1)",
      "select pg_try_advisory_xact_lock(1)",
      "begin read write; select lo_create(0)",
    ]) {
      await expect(asPublic(statement), statement).rejects.toThrow(/permission denied for function/);
    }
  });

  test("gives up a query that goes on for too long", async () => {
    expect(await asPublic("show statement_timeout")).toEqual([{ statement_timeout: "15s" }]);
  });
});

describe("the check of the public role", () => {
  test("passes it, and fails the owner", async () => {
    await expect(checkPublicRole(database.publicUrl)).resolves.toBeUndefined();
    await expect(checkPublicRole(database.url)).rejects.toThrow("can read what is not public");
  });

  test("fails a role that reads nothing, with words", async () => {
    await query(database.url, "create role test_stranger login password 'stranger'");
    const stranger = new URL(database.url);
    stranger.username = "test_stranger";
    stranger.password = "stranger";
    try {
      await expect(checkPublicRole(stranger.href)).rejects.toThrow(
        /cannot read the public tables: .*public_person/,
      );
    } finally {
      await query(database.url, "drop role test_stranger");
    }
  });

  test("making the role says what to do where it may not be made", async () => {
    await query(database.url, "create role test_plain login password 'plain'");
    const plain = new URL(database.url);
    plain.username = "test_plain";
    plain.password = "plain";
    try {
      await expect(makeRole(plain.href, publicRole, "another")).rejects.toMatchObject({
        message: expect.stringContaining("permission denied"),
        advice: expect.stringContaining("PUBLIC_DATABASE_URL"),
      });
    } finally {
      await query(database.url, "drop role test_plain");
    }
  });
});
