import { type Client, escapeIdentifier } from "pg";
import { Failure } from "./report.ts";

/**
 * Tables that a backup leaves out: whoever is signed in has to sign in again, and what is made from the others is made
 * again. All others are in it, also those that nobody thought of here.
 */
const leftOut: ReadonlySet<string> = new Set([
  "session",
  "verification",
  "sign_in_throttle",
  "outbox",
  "person_name",
  "person_traits",
  "_prisma_migrations",
]);

/** Whether a table's rows are in backups. */
export function isKept(table: string): boolean {
  return !leftOut.has(table) && !table.startsWith("public_");
}

/** A table whose rows are in backups, and the columns that its rows are ordered by. */
export type KeptTable = { name: string; key: readonly string[] };

/** The tables of a backup in an order in which they can be loaded: each after those that it points to. */
export async function keptTables(client: Client): Promise<KeptTable[]> {
  const { rows } = await client.query<{ name: string; key: string[]; needs: string[] }>(
    `select c.relname as name,
       (select coalesce(array_agg(a.attname::text order by array_position(i.indkey::int2[], a.attnum)), '{}')
        from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary) as key,
       -- What is deferred is looked at when all is there.
       (select coalesce(array_agg(f.relname::text), '{}')
        from pg_constraint k join pg_class f on f.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and not k.condeferred and f.oid <> c.oid) as needs
     from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by 1`,
  );
  const left = rows.filter(({ name }) => isKept(name));
  const sorted: KeptTable[] = [];
  while (left.length > 0) {
    const ready = left.findIndex(({ needs }) => !left.some(({ name }) => needs.includes(name)));
    const [table] = left.splice(Math.max(0, ready), 1);
    if (table === undefined || ready < 0) {
      throw new Error(
        `tables that point to each other in a circle: ${left.map(({ name }) => name).join(", ")}`,
      );
    }
    sorted.push({ name: table.name, key: table.key });
  }
  return sorted;
}

/** The rows of a table in batches, each as PostgreSQL writes it in JSON. Inside a transaction. */
export async function* rowsOf(client: Client, { name, key }: KeptTable): AsyncGenerator<string[]> {
  const order = key.length === 0 ? "" : `order by ${key.map(escapeIdentifier).join(", ")}`;
  await client.query(
    `declare backup_rows no scroll cursor for select to_jsonb(t)::text as row from ${escapeIdentifier(name)} t ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ row: string }>("fetch 50 from backup_rows");
    if (rows.length === 0) break;
    yield rows.map(({ row }) => row);
  }
  await client.query("close backup_rows");
}

/** Loads rows into a table; what they point to is there already, or comes before the transaction ends. */
export async function loadRows(client: Client, table: string, rows: readonly string[]): Promise<void> {
  const name = escapeIdentifier(table);
  await client.query(
    `insert into ${name} select r.* from unnest($1::text[]) as row, jsonb_populate_record(null::${name}, row::jsonb) r`,
    [rows],
  );
}

/** Lets the counters of tables go on behind the rows that were loaded. */
export async function settleSequences(client: Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(
    `select d.objid::regclass::text as sequence, d.refobjid::regclass::text as table, quote_ident(a.attname) as column
     from pg_depend d
     join pg_class s on s.oid = d.objid and s.relkind = 'S'
     join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
       and s.relnamespace = 'public'::regnamespace`,
  );
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval($1::regclass, greatest(1, coalesce(max(${column}), 0)), coalesce(max(${column}), 0) > 0) from ${table}`,
      [sequence],
    );
  }
}

/** Which registry a database holds. */
export async function registryOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>("select id::text as id from registry_identity");
  const [row] = rows;
  if (row !== undefined) return row.id;
  throw new Failure("The registry's own identity is missing in its database.", "Restore a backup.");
}
