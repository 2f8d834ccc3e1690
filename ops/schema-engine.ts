import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import { wordsOf } from "./report.ts";

// Prisma's command line downloads its schema engine as a program, which a machine without access to its server
// cannot. The same engine is published as WebAssembly, and is started here by hand.

// The engine waits ten seconds for its lock, and lets that clock run on when it has it: a command would wait as long.
const clocks = Object.fromEntries(
  Object.keys(bindings)
    .filter((name) => name.startsWith("__wbg_setTimeout_"))
    .map((name) => [
      name,
      (then: () => void, milliseconds: number) => setTimeout(then, milliseconds).unref(),
    ]),
);

let started: Promise<void> | undefined;

async function start(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  const path = resolve("@prisma/schema-engine-wasm/schema_engine_bg").replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(path), {
    "./schema_engine_bg.js": { ...bindings, ...clocks },
  });
  bindings.__wbg_set_wasm(instance.exports);
  const init = instance.exports.__wbindgen_start;
  if (typeof init === "function") init();
}

/** Prisma's schema engine on a database, for as long as `use` runs. */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  use: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  started ??= start();
  await started;
  const connections = new WholeScripts({ connectionString: databaseUrl });
  const adapter = bindMigrationAwareSqlAdapterFactory(connections);
  try {
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    const result = await use(engine);
    engine.free();
    return result;
  } catch (cause) {
    // The engine says where in its own code a script failed, and not why.
    throw connections.complaint === undefined ? cause : new Error(connections.complaint, { cause });
  } finally {
    await connections.end();
  }
}

/** What stands in the logs of a migration whose script is committed; see `migrations.ts`. */
export const scriptCommitted = "the script is committed";

const markAsCommitted = `
;
do $$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set logs = '${scriptCommitted}' where finished_at is null and rolled_back_at is null;
  end if;
end $$`;

/**
 * Prisma's own adapter cuts a script at every semicolon, also inside a function's body, and runs each piece in a
 * transaction of its own. Sent as one, PostgreSQL finds the statements itself and does all of them or none; and what
 * is added says, in the same transaction, that they were done.
 */
class WholeScripts extends PrismaPg {
  readonly #opened: Awaited<ReturnType<PrismaPg["connect"]>>[] = [];
  /** What PostgreSQL said of a script that it refused. */
  complaint: string | undefined;

  override async connect() {
    const connection = await super.connect();
    this.#opened.push(connection);
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script + markAsCommitted);
      } catch (error) {
        this.complaint = wordsOf(error);
        throw error;
      }
    };
    return connection;
  }

  async end(): Promise<void> {
    for (const connection of this.#opened) await connection.dispose();
  }
}

/** SQL that leads from one Prisma schema to another; from null for an empty database. Empty when nothing changes. */
export async function schemaDifference(
  databaseUrl: string,
  from: string | null,
  to: string,
): Promise<string> {
  const asTarget = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
    configDir: "prisma",
  });
  const { stdout } = await withSchemaEngine(databaseUrl, (engine) =>
    engine.diff({
      from: from === null ? { tag: "empty" } : asTarget(from),
      to: asTarget(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    }),
  );
  return stdout === null || /^-- This is an empty migration/.test(stdout.trim()) ? "" : `${stdout.trim()}\n`;
}
