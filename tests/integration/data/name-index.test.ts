import { afterAll, beforeAll, expect, test } from "vitest";
import { recalled } from "#data/public/name-recall.ts";
import { publicRegistry } from "#db/public.ts";
import { editorsRegistry } from "#db/registry.ts";
import { nearPlan, readNameQuery } from "#domain/names/name-query.ts";
import { query } from "../../support/database.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

let it: TestRegistry;
beforeAll(async () => {
  it = await createTestRegistry();
  // As many names as a registry of a few hundred people has: there the planner would rather read them all.
  await query(
    it.url,
    `set session_replication_role = replica;
     insert into public_name (number, fact_id, language, script, preferred, text, keys)
       select n, 'n1', 'be', 'Cyrl', true, 'name', array_agg('=' || n || k) from generate_series(1, 2000) n, generate_series(1, 24) k
       group by n;
     insert into person_name (person_id, text, keys)
       select gen_random_uuid(), 'name', array_agg('=' || n || k) from generate_series(1, 2000) n, generate_series(1, 24) k
       group by n;
     analyze public_name, person_name`,
  );
});
afterAll(() => it.drop());

test.each([
  ["public_name", publicRegistry],
  ["person_name", editorsRegistry],
] as const)("names are looked up in the index of %s, however few there are", async (table, registry) => {
  const where = recalled(nearPlan(readNameQuery("Марыя Калеснікава")));
  const plan =
    table === "public_name"
      ? await registry().$queryRaw`explain select text from public_name n where ${where}`
      : await registry().$queryRaw`explain select text from person_name n where ${where}`;
  expect(JSON.stringify(plan)).toContain(`${table}_keys_idx`);
  expect(JSON.stringify(plan)).not.toContain("Seq Scan");
});
