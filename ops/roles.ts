import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { withClient } from "./client.ts";
import { Failure, wordsOf } from "./report.ts";

/** A role that this process connects as instead of the owner; the migrations say what it may do. */
type Role = {
  name: string;
  /** The variable of the environment that takes its address where the owner may not make roles. */
  variable: "PUBLIC_DATABASE_URL" | "EDITOR_DATABASE_URL";
  /** Whom the database knows by it. */
  who: string;
  /** Set at the role: a second line behind what is granted. */
  settings: readonly string[];
};

/** The role that public code connects as. */
export const publicRole: Role = {
  name: "kartateka_public",
  variable: "PUBLIC_DATABASE_URL",
  who: "public pages",
  settings: ["default_transaction_read_only = on", "statement_timeout = '15s'"],
};

/** The role that commands and editors' pages connect as. */
export const editorRole: Role = {
  name: "kartateka_editor",
  variable: "EDITOR_DATABASE_URL",
  who: "editors' pages and commands",
  settings: [],
};

/**
 * Makes a role, or sets its password, and gives the address to connect with. It has to be there before the migrations
 * that grant it something.
 */
export async function makeRole(databaseUrl: string, role: Role, password: string): Promise<string> {
  const { name, variable, who, settings } = role;
  const url = new URL(databaseUrl);
  url.username = name;
  url.password = password;
  if (await letsIn(url.href)) return url.href;
  try {
    await withClient(databaseUrl, async (client) => {
      const found = await client.query("select 1 from pg_roles where rolname = $1", [name]);
      const verb = found.rowCount === 0 ? "create" : "alter";
      await client.query(`${verb} role ${name} login password ${escapeLiteral(password)}`);
      for (const setting of settings) await client.query(`alter role ${name} set ${setting}`);
    });
  } catch (cause) {
    throw new Failure(
      `The role ${name}, which ${who} use the database as, could not be made: ${wordsOf(cause)}.`,
      `Let somebody who may do it run "create role ${name} login password '…'" on that server ("alter role", if it is there), and set ${variable} to the same database with that role and password.`,
      { cause },
    );
  }
  return url.href;
}

async function letsIn(url: string): Promise<boolean> {
  return withClient(url, async () => true).catch(() => false);
}

/** Takes back what PostgreSQL lets everybody do in a new database, which belongs to no table and so to no migration. */
export async function closeDatabase(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    await client.query(
      `revoke create, temporary on database ${escapeIdentifier(rows[0]?.name ?? "")} from public`,
    );
  });
}

/** Makes sure that the public role reads what is public and nothing of what is kept. Throws `Failure` if not. */
export async function checkPublicRole(publicDatabaseUrl: string): Promise<void> {
  const kept = [
    "person",
    "version",
    "withholding",
    "audit_entry",
    "draft_save",
    "user",
    "account",
    "session",
  ];
  const may = await withClient(publicDatabaseUrl, async (client) => {
    await client.query("select 1 from public_person limit 1");
    return mayAny(client, kept, "select");
  }).catch((cause: unknown) => {
    throw new Failure(
      `The role in PUBLIC_DATABASE_URL cannot read the public tables: ${wordsOf(cause)}.`,
      `It has to be ${publicRole.name}, or a member of it (grant ${publicRole.name} to …), on the same database as DATABASE_URL.`,
      { cause },
    );
  });
  if (may) {
    throw new Failure(
      "The role in PUBLIC_DATABASE_URL can read what is not public.",
      `Set it to ${publicRole.name}, or to a member of it that owns nothing.`,
    );
  }
}

/** Makes sure that the editors' role can write drafts, and cannot change what is only added to. Throws `Failure` if not. */
export async function checkEditorRole(editorDatabaseUrl: string): Promise<void> {
  const kept = ["version", "audit_entry", "draft_save", "draft_step", "erasure"];
  const may = await withClient(editorDatabaseUrl, async (client) => {
    if (!(await mayAny(client, ["draft"], "insert"))) throw new Error("it may not write drafts");
    return mayAny(client, kept, "update, delete, truncate, trigger");
  }).catch((cause: unknown) => {
    throw new Failure(
      `The role in EDITOR_DATABASE_URL cannot do what commands do: ${wordsOf(cause)}.`,
      `It has to be ${editorRole.name}, or a member of it (grant ${editorRole.name} to …), on the same database as DATABASE_URL.`,
      { cause },
    );
  });
  if (may) {
    throw new Failure(
      "The role in EDITOR_DATABASE_URL could change the audit and what was published.",
      `Set it to ${editorRole.name}, or to a member of it that owns nothing.`,
    );
  }
}

async function mayAny(client: Client, tables: readonly string[], rights: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select bool_or(has_table_privilege(quote_ident(name), $2)) as may from unnest($1::text[]) as name",
    [tables, rights],
  );
  return rows[0]?.may !== false;
}
