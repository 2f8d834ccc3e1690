import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { Failure, wordsOf } from "./report.ts";

/** The role that public code connects as; the migrations say what it may read. */
export const publicRole = "kartateka_public";

/**
 * Makes the public role, or sets its password, and gives the address to connect with. It has to be there before the
 * migrations that grant it something. The limits are a second line: what it may read is decided by grants.
 */
export async function makePublicRole(databaseUrl: string, password: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_roles where rolname = $1", [publicRole]);
    const verb = found.rowCount === 0 ? "create" : "alter";
    await client.query(`${verb} role ${publicRole} login password ${escapeLiteral(password)}`);
    await client.query(`alter role ${publicRole} set default_transaction_read_only = on`);
    await client.query(`alter role ${publicRole} set statement_timeout = '15s'`);
  } catch (cause) {
    throw new Failure(
      `The role ${publicRole}, which public pages read the database as, could not be made: ${wordsOf(cause)}.`,
      `Let somebody who may do it run "create role ${publicRole} login password '…'" on that server, and set PUBLIC_DATABASE_URL to the same database with that role and password.`,
      { cause },
    );
  } finally {
    await client.end();
  }
  const url = new URL(databaseUrl);
  url.username = publicRole;
  url.password = password;
  return url.href;
}

/** Takes from everybody what PostgreSQL gives everybody in a new database, which no migration of a copy carries over. */
export async function closeDatabase(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>("select current_database() as name");
    const name = escapeIdentifier(rows[0]?.name ?? "");
    await client.query(`revoke create, temporary on database ${name} from public`);
  } finally {
    await client.end();
  }
}

/** Makes sure that the public role can read what is public and cannot read a version. Throws `Failure` if not. */
export async function checkPublicRole(publicDatabaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: publicDatabaseUrl });
  try {
    await client.connect();
    await client.query("select 1 from public_person limit 1");
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new Failure(
      `The role in PUBLIC_DATABASE_URL cannot read the public tables: ${wordsOf(cause)}.`,
      `It has to be ${publicRole}, or a member of it (grant ${publicRole} to …), on the same database as DATABASE_URL.`,
      { cause },
    );
  }
  try {
    const { rows } = await client.query<{ may: boolean }>(
      "select has_table_privilege('version', 'select') or has_table_privilege('withholding', 'select') as may",
    );
    if (rows[0]?.may !== false) {
      throw new Failure(
        "The role in PUBLIC_DATABASE_URL can read what is not public.",
        `Set it to a role that is a member of ${publicRole} and owns nothing. Nothing is served until then.`,
      );
    }
  } finally {
    await client.end();
  }
}
