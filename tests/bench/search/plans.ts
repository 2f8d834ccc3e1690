import { readFile } from "node:fs/promises";
import { publicRegistry } from "#db/public.ts";
import { withClient } from "../../../ops/client.ts";
import { publicRole } from "../../../ops/roles.ts";
import type { ScratchDatabase } from "../scratch-database.ts";

/**
 * Has PostgreSQL write down how it does the public role's queries from here on, with what it costs: it is slower for that,
 * so measure before. Then gives what it did for one piece of work, a text for each query.
 */
export async function explaining(
  database: ScratchDatabase,
): Promise<(work: () => Promise<unknown>) => Promise<string[]>> {
  await withClient(database.url, async (client) => {
    for (const setting of [
      "session_preload_libraries = 'auto_explain'",
      "auto_explain.log_min_duration = 0",
      "auto_explain.log_analyze = on",
      "auto_explain.log_buffers = on",
    ]) {
      await client.query(`alter role ${publicRole.name} set ${setting}`);
    }
  });
  // Its connections were made before.
  await publicRegistry().$disconnect();
  return async (work) => {
    const before = (await readFile(database.log, "utf8")).length;
    await work();
    const logged = (await readFile(database.log, "utf8")).slice(before);
    return logged.split(/^.*LOG: {2}duration: /mu).slice(1);
  };
}
