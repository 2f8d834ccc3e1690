import { afterAll, beforeAll, expect, test } from "vitest";
import { searchArticles, searchFacilities } from "#data/public/search-reference.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

let it: TestRegistry;
beforeAll(async () => {
  it = await createTestRegistry();
});
afterAll(() => it.drop());

const places = async (q: string) => (await searchFacilities(q, "be")).map(({ facility }) => facility.code);
const codes = async (q: string) => (await searchArticles(q, "en")).map(({ article }) => article.code);

test("words of places and titles are found in their forms, by each language's morphology", async () => {
  expect(await places("исправительных колониях 15")).toEqual(["ik-15"]);
  expect(await places("juvenile colonies")).toEqual(["vk-2"]);
  expect(await places("выхаваўчай калоніі")).toEqual(["vk-2"]);
  expect(await places("следственном изоляторе КГБ")).toEqual(["sizo-kgb"]);
  expect(await codes("оскорблением президента")).toEqual(["368"]);
  expect(await codes("insults to the president")).toEqual(["368"]);
  expect(await codes("здраду")).toEqual(["356"]);
  expect(await codes("the")).toEqual([]);
});

test.each(["", " ", "я", "%", "\\'", "🙂", "\0", "\ud800", "& | ! :*", "ы".repeat(300), "1".repeat(300)])(
  "%j finds nothing, without an error",
  async (q) => {
    expect(await places(q)).toEqual([]);
    expect(await codes(q)).toEqual([]);
  },
);
