import { readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { publish } from "#data/commands/publish.ts";
import { listPeople } from "#data/public/people.ts";
import { peopleOfYear } from "#data/public/people-of-year.ts";
import { filterSql } from "#data/public/people-where.ts";
import { Prisma } from "#db/generated/client.ts";
import { parsePeopleQuery, peopleFilters } from "#domain/filters.ts";
import { fileWithTexts } from "../../support/person-with-texts.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../../support/registry.ts";

let it: TestRegistry;
beforeAll(async () => {
  it = await createTestRegistry();
  for (const name of readdirSync("prisma/cases").filter((name) => name.endsWith(".json"))) {
    const file = firstRecord(name.replace(/\.json$/, ""));
    await publish(it.registry, { file, baseVersion: 0, actor: "test" });
  }
});
afterAll(() => it.drop());

test("filters let the same people through in SQL as in the list, one by one and together", async () => {
  const { facets } = await listPeople({ page: 1 }, "be");
  const asked = peopleFilters.flatMap((name) => facets[name].map(({ value }) => `${name}=${value}`));
  const pairs = asked.flatMap((it, index) =>
    asked.slice(index + 1, index + 9).map((other) => `${it}&${other}`),
  );
  let found = 0;
  for (const query of ["", ...asked, ...pairs]) {
    const { query: filters, problems } = parsePeopleQuery(new URLSearchParams(query));
    if (problems.length > 0) continue;
    const { total } = await listPeople(filters, "be");
    const rows = z
      .array(z.object({ count: z.int() }))
      .parse(
        await it.publicRegistry.$queryRaw(
          Prisma.sql`select count(*)::int as count from public_person p where ${filterSql(filters)}`,
        ),
      );
    expect(rows, query).toEqual([{ count: total }]);
    if (total > 0) found++;
  }
  expect(peopleFilters.every((name) => facets[name].length > 0)).toBe(true);
  expect(found).toBeGreaterThan(40);
});

test("a year finds those whose files date something to it, says what, and goes with the filters", async () => {
  const basis = [{ source: "s1", asOf: "2021" }];
  const file = fileWithTexts([], {
    birth: { date: { id: "x1", value: { edtf: "1907" }, basis } },
    sex: { id: "x2", value: "female", basis },
    events: [
      { id: "e1", kind: "charge", date: { edtf: "1907/1909" }, basis },
      { id: "e2", kind: "detention", custody: "prison", date: { edtf: "1908-02" }, basis },
      { id: "e3", kind: "release", release: "parole", basis },
    ],
  });
  const { number } = await publish(it.registry, { file, baseVersion: 0, actor: "test" });
  const of = async (year: number, more: object = {}) =>
    (await peopleOfYear({ year, page: 1, ...more }, "en")).people.map(({ card, kinds }) => [
      card.number,
      ...kinds,
    ]);
  expect(await of(1906)).toEqual([]);
  expect(await of(1907)).toEqual([[number, "birth", "charge"]]);
  expect(await of(1908)).toEqual([[number, "detention", "charge"]]);
  expect(await of(1909, { sex: "female" })).toEqual([[number, "charge"]]);
  expect(await of(1909, { sex: "male" })).toEqual([]);
  const recent = await peopleOfYear({ year: 2020, page: 1 }, "be");
  expect(recent.total).toBeGreaterThan(5);
  expect(recent).toMatchObject({ pages: 1 });
  expect((await peopleOfYear({ year: 2020, page: 9 }, "be")).people).toEqual([]);
});
