import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkEditorRole, closeDatabase, editorRole, makeRole } from "../../../ops/roles.ts";
import { createTestDatabase, query, type TestDatabase } from "../../support/database.ts";

const added = "insert, select";
const whole = "delete, insert, select, update";

/**
 * All that commands and accounts may do, table by table. A new table is closed until somebody writes it here and grants
 * it in a migration; columns in brackets are all that may be updated.
 */
const granted: Readonly<Record<string, string>> = {
  version: added,
  audit_entry: added,
  draft_save: added,
  draft_step: added,
  erasure: "select",
  person: `${added}, update (current_version, number, state)`,
  withholding: `${added}, update (lifted_at, lifted_by)`,
  showing_request: `${added}, update (decided_at, decided_by, outcome)`,
  different_people: `${added}, update (taken_back_at, taken_back_by)`,
  draft: `${added}, update (base_version, changed_at, last_ids, published_version, save, state)`,
  user: `${added}, update (deactivated_at, email, email_verified, image, login, must_change_password, name, role, updated_at)`,
  session: whole,
  account: whole,
  verification: whole,
  sign_in_throttle: whole,
  outbox: whole,
  person_name: whole,
  person_traits: whole,
  public_person: whole,
  public_version: whole,
  public_withdrawal: whole,
  public_name: whole,
  public_category: whole,
  public_event: whole,
  public_charge: whole,
  public_sentence: whole,
  public_stay: whole,
  public_health_condition: whole,
  public_risk: whole,
  public_death: whole,
  public_prose: whole,
  public_year: whole,
  facility: "select",
  article: "select",
  figure: "select",
  audit_entry_id_seq: "usage",
  outbox_generation_seq: "usage",
};

const person = "00000000-0000-4000-8000-000000000001";
const draft = "00000000-0000-4000-8000-000000000002";
const hash = "a".repeat(64);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await closeDatabase(database.url);
  await query(
    database.url,
    `insert into person (id) values ('${person}');
     insert into version (person_id, number, file, created_by, content_hash, hash, hash_scheme)
       values ('${person}', 1, '{}', 'test', '${hash}', '${hash}', 'v1');
     begin;
     insert into draft (id, person_id, base_version, last_ids, created_by) values ('${draft}', '${person}', 0, '{}', 'test');
     insert into draft_save (draft_id, number, file, manner, saved_by) values ('${draft}', 1, '{}', 'opened', 'test');
     commit;
     insert into draft_step (draft_id, number, step, save, by) values ('${draft}', 1, 'open', 1, 'test');
     insert into audit_entry (actor, action, details) values ('test', 'publish', '{}');
     insert into erasure (person_id, basis, by) values ('${person}', 'asked by the family', 'test')`,
  );
});
afterAll(() => database.drop());

const asEditor = (sql: string) => query(database.editorUrl, sql);

/** What the role has been given, as `granted` writes it. Nothing of it comes through PUBLIC, which has lost all. */
async function rightsOfRole(): Promise<Record<string, string>> {
  const rows = await query(
    database.url,
    `with relation as (
       select c.oid, c.relname, c.relacl from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'v', 'm', 'f', 'p', 'S')
     ), grantee as (
       select oid from pg_roles where rolname = 'kartateka_editor' union select 0
     ), held as (
       select relname, lower(privilege_type) as right, null::text as columns
       from relation, aclexplode(relacl) where grantee in (select oid from grantee)
       union all
       select relname, lower(privilege_type), string_agg(attname::text, ', ' order by attname)
       from relation join pg_attribute on attrelid = relation.oid, aclexplode(attacl)
       where grantee in (select oid from grantee) group by 1, 2
     )
     select relname as name, string_agg(held.right || coalesce(' (' || columns || ')', ''), ', ' order by held.right) as rights
     from held group by 1`,
  );
  return Object.fromEntries(rows.map(({ name, rights }) => [String(name), String(rights)]));
}

describe("the editors' role", () => {
  test("has the rights that are written down, on every table there is, and no other", async () => {
    expect(await rightsOfRole()).toEqual(granted);
  });

  test.each(["version", "audit_entry", "draft_save", "draft_step", "erasure"])(
    "cannot change, remove or empty %s, nor take its triggers away",
    async (table) => {
      const [column] = await query(
        database.url,
        `select attname as name from pg_attribute where attrelid = '${table}'::regclass and attnum = 1`,
      );
      const statements = [
        `update ${table} set ${column?.name} = ${column?.name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `alter table ${table} disable trigger all`,
        `alter table ${table} disable trigger ${table}_refuses_change`,
        `drop trigger ${table}_refuses_change on ${table}`,
        `create trigger mine before insert on ${table} for each row execute function refuse_change()`,
        `create rule mine as on insert to ${table} do instead nothing`,
        `alter table ${table} add column mine int`,
        `alter table ${table} owner to kartateka_editor`,
        `drop table ${table} cascade`,
        `select from ${table} for update`,
      ];
      for (const statement of statements) {
        await expect(asEditor(statement), statement).rejects.toThrow(/permission denied|must be owner/);
      }
      // PostgreSQL only warns of a right that is not theirs to give.
      await asEditor(`grant all on ${table} to kartateka_editor`);
      expect(await rightsOfRole()).toEqual(granted);
      expect(await query(database.url, `select 1 as one from ${table}`)).toEqual([{ one: 1 }]);
    },
  );

  test.each([
    ["create function mine() returns int language sql as 'select 1'", /permission denied for schema/],
    [
      "create or replace function refuse_change() returns trigger language plpgsql as $$ begin return null; end $$",
      /permission denied|must be owner/,
    ],
    ["alter function refuse_change() rename to mine", /must be owner/],
    ["drop function refuse_change() cascade", /must be owner/],
    ["create table public.mine (id int)", /permission denied for schema/],
    ["create temporary table mine (id int)", /permission denied/],
    ["create schema mine", /permission denied/],
    ["create role mine", /permission denied/],
    ["create extension citext", /permission denied/],
    ["set session_replication_role = replica", /permission denied to set parameter/],
    ["select * from pg_authid", /permission denied/],
    ["select pg_read_file('/etc/passwd')", /permission denied/],
    ["copy version to program 'cat'", /permission denied/],
    ["select lo_create(0)", /permission denied/],
    ["select * from _prisma_migrations", /permission denied/],
    ["set role kartateka", /permission denied to set role/],
    ["set session authorization kartateka", /permission denied/],
    ["grant kartateka to kartateka_editor", /permission denied/],
    ["alter role kartateka_editor superuser", /permission denied/],
    ["select setval('audit_entry_id_seq', 1)", /permission denied/],
    ["update \"user\" set id = 'somebody else'", /permission denied/],
    ['delete from "user"', /permission denied/],
    ["delete from person", /permission denied/],
    ["update withholding set basis = 'another'", /permission denied/],
    ["update draft set person_id = gen_random_uuid()", /permission denied/],
    ["insert into facility values ('x', 'x', null, '{}')", /permission denied/],
    ["insert into erasure (person_id, basis, by) values (gen_random_uuid(), 'x', 'x')", /permission denied/],
  ])("is refused: %s", async (statement, complaint) => {
    await expect(asEditor(statement)).rejects.toThrow(complaint);
  });

  test("is nobody else, and no role that may do more", async () => {
    expect(
      await asEditor(
        `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as more,
           (select count(*) from pg_auth_members where member = r.oid)::int as others
         from pg_roles r where rolname = current_user`,
      ),
    ).toEqual([{ more: false, others: 0 }]);
  });

  test("takes the locks of publishing", async () => {
    await asEditor("select pg_advisory_lock(1), pg_try_advisory_lock(2), pg_advisory_unlock(1)");
    await asEditor("select pg_advisory_xact_lock(1), pg_try_advisory_xact_lock(2)");
  });
});

describe("the check of the editors' role", () => {
  test("passes it, fails the owner and fails the public role", async () => {
    await expect(checkEditorRole(database.editorUrl)).resolves.toBeUndefined();
    await expect(checkEditorRole(database.url)).rejects.toThrow("could change the audit");
    await expect(checkEditorRole(database.publicUrl)).rejects.toThrow("cannot do what commands do");
  });

  test("fails a member of it that has got more", async () => {
    await query(
      database.url,
      "create role test_member login password 'member' in role kartateka_editor; grant update on version to test_member",
    );
    const member = new URL(database.url);
    Object.assign(member, { username: "test_member", password: "member" });
    try {
      await expect(checkEditorRole(member.href)).rejects.toThrow("could change the audit");
      await query(database.url, "revoke update on version from test_member");
      await expect(checkEditorRole(member.href)).resolves.toBeUndefined();
    } finally {
      await query(database.url, "drop owned by test_member; drop role test_member");
    }
  });

  test("making the role says what to do where it may not be made", async () => {
    await query(database.url, "create role test_plain_owner login password 'plain'");
    const plain = new URL(database.url);
    Object.assign(plain, { username: "test_plain_owner", password: "plain" });
    try {
      await expect(makeRole(plain.href, editorRole, "another")).rejects.toMatchObject({
        advice: expect.stringContaining("EDITOR_DATABASE_URL"),
      });
    } finally {
      await query(database.url, "drop role test_plain_owner");
    }
  });
});
