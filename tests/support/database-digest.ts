import { z } from "zod";
import type { Registry } from "#db/registry.ts";

// A request counts as one of its session, and a try to sign in as one of its address: that is all that may change.
const uncounted: Readonly<Record<string, string>> = {
  session:
    "select id, user_id, token, expires_at from session where user_id in (select id from account_kept)",
  sign_in_throttle: "select 1",
};

/**
 * A hash for each table of the database, over all of its rows. Sessions count without the time of their last request,
 * and only those of the accounts named: what has expired is cleared away by whoever meets it.
 */
export async function databaseDigest(
  registry: Registry,
  accounts: readonly string[],
): Promise<Record<string, string>> {
  const tables = z
    .array(z.object({ name: z.string() }))
    .parse(
      await registry.$queryRaw`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
  const parts = tables.map(({ name }) => {
    const rows = uncounted[name] ?? `select * from "${name}"`;
    return `select '${name}' as name, md5(coalesce(string_agg(md5(x::text), '' order by md5(x::text)), '')) as hash from (${rows}) x`;
  });
  const sql = `with account_kept as (select unnest($1::text[]) as id) ${parts.join(" union all ")}`;
  const hashes = z
    .array(z.object({ name: z.string(), hash: z.string() }))
    .parse(await registry.$queryRawUnsafe(sql, accounts));
  return Object.fromEntries(hashes.map(({ name, hash }) => [name, hash]));
}
