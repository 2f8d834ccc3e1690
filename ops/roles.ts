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
export function checkPublicRole(publicDatabaseUrl: string): Promise<void> {
  return checkRole(publicDatabaseUrl, publicRole, {
    needs: async (client) => {
      await client.query("select 1 from public_person limit 1");
    },
    cannot: "cannot read the public tables",
    kept: ["person", "version", "withholding", "audit_entry", "draft_save", "user", "account", "session"],
    rights: "select",
    could: "can read what is not public",
  });
}

/** Makes sure that the editors' role can write drafts, and cannot change what is only added to. Throws `Failure` if not. */
export function checkEditorRole(editorDatabaseUrl: string): Promise<void> {
  return checkRole(editorDatabaseUrl, editorRole, {
    needs: async (client) => {
      if (!(await mayAny(client, ["draft"], "insert"))) throw new Error("it may not write drafts");
    },
    cannot: "cannot do what commands do",
    kept: ["version", "audit_entry", "draft_save", "draft_step", "erasure"],
    rights: "update, delete, truncate, trigger",
    could: "could change the audit and what was published",
  });
}

/** What an address has to allow, and what it must not: any of the rights on any of the tables that are kept from it. */
type Check = {
  needs: (client: Client) => Promise<void>;
  cannot: string;
  kept: readonly string[];
  rights: string;
  could: string;
};

async function checkRole(url: string, { name, variable }: Role, check: Check): Promise<void> {
  const tooMuch = await withClient(url, async (client) => {
    await check.needs(client);
    return mayAny(client, check.kept, check.rights);
  }).catch((cause: unknown) => {
    throw new Failure(
      `The role in ${variable} ${check.cannot}: ${wordsOf(cause)}.`,
      `It has to be ${name}, or a member of it (grant ${name} to …), on the same database as DATABASE_URL.`,
      { cause },
    );
  });
  if (tooMuch) {
    throw new Failure(
      `The role in ${variable} ${check.could}.`,
      `Set it to ${name}, or to a member of it that owns nothing.`,
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
