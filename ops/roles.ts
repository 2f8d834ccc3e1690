import { escapeIdentifier, escapeLiteral } from "pg";
import { withClient } from "./client.ts";
import { Failure, wordsOf } from "./report.ts";

/** The role that public code connects as; the migrations say what it may read. */
export const publicRole = "kartateka_public";

/**
 * Makes the public role, or sets its password, and gives the address to connect with. It has to be there before the
 * migrations that grant it something. The limits are a second line: what it may read is decided by grants.
 */
export async function makePublicRole(databaseUrl: string, password: string): Promise<string> {
  const url = new URL(databaseUrl);
  url.username = publicRole;
  url.password = password;
  if (await letsIn(url.href)) return url.href;
  try {
    await withClient(databaseUrl, async (client) => {
      const found = await client.query("select 1 from pg_roles where rolname = $1", [publicRole]);
      const verb = found.rowCount === 0 ? "create" : "alter";
      await client.query(`${verb} role ${publicRole} login password ${escapeLiteral(password)}`);
      await client.query(`alter role ${publicRole} set default_transaction_read_only = on`);
      await client.query(`alter role ${publicRole} set statement_timeout = '15s'`);
    });
  } catch (cause) {
    throw new Failure(
      `The role ${publicRole}, which public pages read the database as, could not be made: ${wordsOf(cause)}.`,
      `Let somebody who may do it run "create role ${publicRole} login password '…'" on that server ("alter role", if it is there), and set PUBLIC_DATABASE_URL to the same database with that role and password.`,
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
  const kept = ["person", "version", "withholding", "audit_entry"];
  const may = await withClient(publicDatabaseUrl, async (client) => {
    await client.query("select 1 from public_person limit 1");
    const { rows } = await client.query<{ may: boolean }>(
      "select bool_or(has_table_privilege(name, 'select')) as may from unnest($1::text[]) as name",
      [kept],
    );
    return rows[0]?.may !== false;
  }).catch((cause: unknown) => {
    throw new Failure(
      `The role in PUBLIC_DATABASE_URL cannot read the public tables: ${wordsOf(cause)}.`,
      `It has to be ${publicRole}, or a member of it (grant ${publicRole} to …), on the same database as DATABASE_URL.`,
      { cause },
    );
  });
  if (may) {
    throw new Failure(
      "The role in PUBLIC_DATABASE_URL can read what is not public.",
      `Set it to ${publicRole}, or to a member of it that owns nothing.`,
    );
  }
}
