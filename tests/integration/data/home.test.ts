import { afterAll, beforeAll, expect, test } from "vitest";
import { publish } from "#data/commands/publish.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { readHome } from "#data/public/home.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../../support/registry.ts";

let database: TestRegistry;
beforeAll(async () => {
  database = await createTestRegistry();
});
afterAll(() => database.drop());

/** One of the first records, with texts of one day alone. */
function toldOn(day: string, name: string): unknown {
  const text = JSON.stringify(firstRecord(name));
  return JSON.parse(text.replaceAll(/"asOf":"[^"]*"/g, `"asOf":"${day}"`));
}

test("the first page counts everybody, and tells the latest day of which any record speaks", async () => {
  const { registry } = database;
  expect(await readHome("be")).toMatchObject({ total: 0, dead: [], knownUntil: null });

  for (const file of [
    toldOn("2024", "012-vitold-ashurak"),
    toldOn("2024-02", "001-maryia-kalesnikava"),
    toldOn("2023-12-31", "008-kseniya-lutskina"),
  ]) {
    await publish(registry, { file, baseVersion: 0, actor: "test" });
  }
  const home = await readHome("be");
  expect(home).toMatchObject({ total: 3, knownUntil: "2024-02" });
  expect(home.dead.map(({ number }) => number)).toEqual([1]);

  const order = { basis: "asked by the family", reviewOn: "2999-01-01", actor: "test" };
  await withdraw(registry, { ...order, number: 2 });
  expect(await readHome("be")).toMatchObject({ total: 2, knownUntil: "2024" });
});
