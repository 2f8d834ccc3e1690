import { beforeEach, describe, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { lift, restore } from "#data/commands/decide-showing.ts";
import { publish } from "#data/commands/publish.ts";
import { rebuild, rulesOfLastRebuild } from "#data/commands/rebuild.ts";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import type { Registry } from "#db/registry.ts";
import { versionHash } from "#domain/canonical.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { editor } from "../../support/actors.ts";
import { query } from "../../support/database.ts";
import { pendingAddresses } from "../../support/pending-addresses.ts";
import { createTestRegistry, firstRecord } from "../../support/registry.ts";

const actor = "Editor of the test";
const canary = "CANARY-9d1f";
const far = "2999-01-01";
const agreed = { reason: "the danger is past", askedBy: "One of two", agreedBy: "Another of two" };

let registry: Registry;
let owner: Registry;
let url: string;
let drop: () => Promise<void>;

beforeEach(async () => {
  ({ registry, owner, url, drop } = await createTestRegistry());
  return () => drop();
});

/** A record whose event `e1` carries a canary in its note. */
function fileWithCanary(): CaseFile {
  const file = CaseFile.parse(firstRecord("001-maryia-kalesnikava"));
  const [first, ...rest] = file.events;
  if (first === undefined) throw new Error("no event");
  return CaseFile.parse({ ...file, events: [{ ...first, note: { original: "en", en: canary } }, ...rest] });
}

function canaryFact(): string {
  return fileWithCanary().events[0]?.id ?? "";
}

const publicTables = [
  "public_person",
  "public_version",
  "public_name",
  "public_category",
  "public_event",
  "public_charge",
  "public_sentence",
  "public_stay",
  "public_health_condition",
  "public_risk",
  "public_death",
  "public_withdrawal",
];

/** Everything that the public role can read of persons, as text, in a fixed order. */
async function everythingPublic(): Promise<string> {
  const tables = [];
  for (const table of publicTables) {
    tables.push(await query(url, `select to_jsonb(t) as row from ${table} t order by to_jsonb(t)::text`));
  }
  return JSON.stringify(tables);
}

const first = { file: firstRecord("001-maryia-kalesnikava"), baseVersion: 0, actor };

describe("publish", () => {
  test("gives numbers one by one, and versions that chain their hashes", async () => {
    expect(await publish(registry, first)).toEqual({ number: 1, version: 1 });
    expect(await publish(registry, { ...first, file: firstRecord("012-vitold-ashurak") })).toEqual({
      number: 2,
      version: 1,
    });
    expect(await publish(registry, { ...first, file: fileWithCanary(), number: 1, baseVersion: 1 })).toEqual({
      number: 1,
      version: 2,
    });
    const [one, two] = await registry.version.findMany({
      where: { person: { number: 1 } },
      orderBy: { number: "asc" },
    });
    expect(two?.previousHash).toBe(one?.hash);
    expect(two?.hash).toBe(
      versionHash({
        content: two?.contentHash ?? "",
        number: 2,
        previous: one?.hash ?? "",
        publicNote: null,
      }),
    );
  });

  test("gives no number twice to many who publish at once", async () => {
    const results = await Promise.all(Array.from({ length: 8 }, () => publish(registry, first)));
    expect(results.map((it) => it.number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test("lets one of two publications from the same base through, and tells the other", async () => {
    await publish(registry, first);
    const next = { ...first, file: fileWithCanary(), number: 1, baseVersion: 1 };
    const outcomes = await Promise.allSettled([publish(registry, next), publish(registry, next)]);
    expect(outcomes.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(publish(registry, next)).rejects.toMatchObject({ reason: "stale-base" });
  });

  test.each([
    ["a file that the schema refuses", { ...first, file: { schemaVersion: 1 } }, "invalid-file"],
    ["a number that nobody has", { ...first, number: 7, baseVersion: 1 }, "unknown-person"],
    ["a base for a new person", { ...first, baseVersion: 3 }, "stale-base"],
  ])("refuses %s and writes nothing", async (_, publication, reason) => {
    await expect(publish(registry, publication)).rejects.toMatchObject({ reason });
    expect(await registry.person.count()).toBe(0);
    expect(await registry.auditEntry.count()).toBe(0);
  });

  test("refuses an article that the registry does not have", async () => {
    const file = CaseFile.parse(firstRecord("008-kseniya-lutskina"));
    const [prosecution] = file.prosecutions;
    const [article] = prosecution?.articles ?? [];
    if (!prosecution || !article) throw new Error("no article");
    const prosecutions = [{ ...prosecution, articles: [{ ...article, code: "999" }] }];
    await expect(publish(registry, { ...first, file: { ...file, prosecutions } })).rejects.toMatchObject({
      reason: "unknown-reference",
    });
  });

  test("refuses an id that stood for a fact of another section, and a file that changes nothing", async () => {
    await publish(registry, first);
    const again = { ...first, number: 1, baseVersion: 1 };
    await expect(publish(registry, again)).rejects.toMatchObject({ reason: "unchanged" });
    const file = CaseFile.parse(first.file);
    const id = file.events[0]?.id;
    const moved = {
      ...file,
      events: file.events.slice(1),
      names: file.names.map((name, i) => (i ? name : { ...name, id })),
    };
    await expect(publish(registry, { ...again, file: moved })).rejects.toMatchObject({ reason: "reused-id" });
  });

  test("refuses a real name beside a protected identity", async () => {
    const file = CaseFile.parse(firstRecord("031-kanstantsin"));
    const names = file.names.map((name, index) => (index === 0 ? { ...name, kind: "legal" } : name));
    await expect(publish(registry, { ...first, file: { ...file, names } })).rejects.toMatchObject({
      reason: "invalid-file",
    });
  });

  test("writes the addresses that show the person, and no others", async () => {
    await publish(registry, { ...first, file: firstRecord("008-kseniya-lutskina") });
    expect((await pendingAddresses(registry)).sort()).toEqual([
      "/",
      "/articles",
      "/articles/357",
      "/health",
      "/people",
      "/people/1",
      "/people/1/versions",
      "/people/1/versions/1",
      "/updates",
    ]);
  });
});

describe("withhold", () => {
  beforeEach(async () => {
    await publish(registry, { ...first, file: fileWithCanary() });
    await publish(registry, { ...first, number: 1, baseVersion: 1 });
    await registry.outbox.deleteMany();
  });
  const order = () => ({ number: 1, factId: canaryFact(), basis: canary, reviewOn: far, actor });

  test.each(["told", "silent"] as const)(
    "%s hides the fact in every version, and lifting shows it",
    async (manner) => {
      const before = await everythingPublic();
      expect(before).toContain(canary);
      await withhold(registry, { ...order(), manner });
      const hidden = await everythingPublic();
      expect(hidden).not.toContain(canary);
      expect(hidden.includes(`"id": "${canaryFact()}"`) || hidden.includes(`"id":"${canaryFact()}"`)).toBe(
        manner === "told",
      );
      await lift(registry, { number: 1, factId: canaryFact(), ...agreed });
      expect(await everythingPublic()).toBe(before);
    },
  );

  test("tells beforehand exactly what it will concern", async () => {
    const expected = await concernedByWithholding(registry, { ...order(), manner: "told" });
    await withhold(registry, { ...order(), manner: "told" });
    expect((await pendingAddresses(registry)).sort()).toEqual(expected);
    expect(expected).toContain("/people/1/versions/1");
  });

  test("holds for versions that are published later", async () => {
    await withhold(registry, { ...order(), manner: "silent" });
    await publish(registry, { ...first, file: fileWithCanary(), number: 1, baseVersion: 2 });
    expect(await everythingPublic()).not.toContain(canary);
  });

  test("changes its manner without showing the fact in between", async () => {
    await withhold(registry, { ...order(), manner: "told" });
    const silently = { ...order(), manner: "silent" } as const;
    const expected = await concernedByWithholding(registry, silently);
    await registry.outbox.deleteMany();
    await withhold(registry, silently);
    expect((await pendingAddresses(registry)).sort()).toEqual(expected);
    const hidden = await everythingPublic();
    expect(hidden).not.toContain(canary);
    expect(hidden).not.toContain(`"id":"${canaryFact()}"`);
    const rows = await registry.withholding.findMany({ orderBy: { createdAt: "asc" } });
    expect(rows.map(({ manner, liftedAt }) => [manner, liftedAt === null])).toEqual([
      ["told", false],
      ["silent", true],
    ]);
  });

  test("is not told of by who didn't see that it is hidden without a sign", async () => {
    await withhold(registry, { ...order(), manner: "silent" });
    const told = { ...order(), manner: "told" } as const;
    for (const seen of [null, "told"] as const) {
      await expect(withhold(registry, { ...told, seen })).rejects.toMatchObject({
        reason: "hidden-silently",
      });
    }
    expect(await everythingPublic()).not.toContain(`"id":"${canaryFact()}"`);
    await withhold(registry, { ...told, seen: "silent" });
    expect(await registry.withholding.findMany({ where: { liftedAt: null } })).toMatchObject([
      { manner: "told" },
    ]);
  });

  test("can be given another basis and day of review, without a page changing", async () => {
    const held = { ...order(), manner: "told" } as const;
    await withhold(registry, held);
    await registry.outbox.deleteMany();
    await withhold(registry, { ...held, reviewOn: "2999-06-01" });
    await withhold(registry, { ...held, basis: "still asked", reviewOn: "2999-06-01" });
    expect(await pendingAddresses(registry)).toEqual([]);
    expect(await registry.withholding.count({ where: { liftedAt: null } })).toBe(1);
    const withdrawal = { number: 1, basis: "b", reviewOn: far, actor };
    await withdraw(registry, withdrawal);
    await registry.outbox.deleteMany();
    await withdraw(registry, { ...withdrawal, reviewOn: "2999-06-01" });
    expect(await pendingAddresses(registry)).toEqual([]);
    expect(await registry.withholding.count({ where: { liftedAt: null } })).toBe(2);
  });

  test("can be laid in advance, on a fact that only the draft of somebody not published has", async () => {
    const { personId } = await createPerson(registry, { file: fileWithCanary(), actor: editor });
    const inAdvance = { ...order(), personId, manner: "silent" } as const;
    const { number: _, ...withoutNumber } = inAdvance;
    expect(await concernedByWithholding(registry, withoutNumber)).toEqual([]);
    await withhold(registry, withoutNumber);
    await expect(withhold(registry, { ...withoutNumber, factId: "z99" })).rejects.toMatchObject({
      reason: "unknown-fact",
    });
    await expect(withhold(registry, { ...withoutNumber, personId: "no-uuid" })).rejects.toMatchObject({
      reason: "unknown-person",
    });
    expect(await pendingAddresses(registry)).toEqual([]);
    await expect(withdraw(registry, { personId, basis: "b", reviewOn: far, actor })).rejects.toMatchObject({
      reason: "not-published",
    });
  });

  test("hides the public note of a version, like a fact", async () => {
    const publicNote = { original: "en" as const, en: `A note of ${canary}-note` };
    await publish(registry, { ...first, file: fileWithCanary(), number: 1, baseVersion: 2, publicNote });
    expect(await everythingPublic()).toContain(`${canary}-note`);
    const note = { ...order(), factId: "v3", manner: "silent" } as const;
    const expected = await concernedByWithholding(registry, note);
    await registry.outbox.deleteMany();
    await withhold(registry, note);
    expect(await everythingPublic()).not.toContain(`${canary}-note`);
    expect((await pendingAddresses(registry)).sort()).toEqual(expected);
    expect(expected).toContain("/updates");
    await expect(withhold(registry, { ...note, factId: "v2" })).rejects.toMatchObject({
      reason: "unknown-fact",
    });
  });

  test("refuses an unknown fact, a second withholding, a review in the past, and lifting what is shown", async () => {
    const told = { ...order(), manner: "told" } as const;
    await expect(withhold(registry, { ...told, factId: "z99" })).rejects.toMatchObject({
      reason: "unknown-fact",
    });
    await expect(withhold(registry, { ...told, reviewOn: "2020-01-01" })).rejects.toMatchObject({
      reason: "review-in-the-past",
    });
    await expect(lift(registry, { number: 1, factId: canaryFact(), ...agreed })).rejects.toMatchObject({
      reason: "not-withheld",
    });
    await withhold(registry, told);
    await expect(withhold(registry, told)).rejects.toMatchObject({ reason: "already-withheld" });
  });
});

describe("withdraw", () => {
  test("leaves nothing public but the number, and restoring brings all of it back", async () => {
    await publish(registry, { ...first, file: fileWithCanary() });
    const before = await everythingPublic();
    const { addresses: expected, gone } = await concernedByWithdrawal(registry, { number: 1 });
    expect(gone).toBe(1);
    await registry.outbox.deleteMany();
    await withdraw(registry, { number: 1, basis: canary, reviewOn: far, actor });
    expect((await pendingAddresses(registry)).sort()).toEqual(expected);
    const rows: unknown = JSON.parse(await everythingPublic());
    expect(rows).toEqual([...publicTables.slice(1).map(() => []), [{ row: { number: 1 } }]]);
    await expect(publish(registry, { ...first, number: 1, baseVersion: 1 })).rejects.toMatchObject({
      reason: "withdrawn",
    });
    await restore(registry, { number: 1, ...agreed });
    expect(await everythingPublic()).toBe(before);
  });

  test("keeps what was withheld before it, and refuses to do it twice", async () => {
    await publish(registry, { ...first, file: fileWithCanary() });
    await withhold(registry, {
      number: 1,
      factId: canaryFact(),
      manner: "silent",
      basis: "b",
      reviewOn: far,
      actor,
    });
    const order = { number: 1, basis: "b", reviewOn: far, actor };
    await withdraw(registry, order);
    await expect(withdraw(registry, order)).rejects.toMatchObject({ reason: "already-withdrawn" });
    await restore(registry, { number: 1, ...agreed });
    expect(await everythingPublic()).not.toContain(canary);
    await expect(restore(registry, { number: 1, ...agreed })).rejects.toMatchObject({
      reason: "not-withdrawn",
    });
  });
});

describe("rebuild", () => {
  test("from versions and withholdings gives what was written step by step", async () => {
    for (const name of [
      "001-maryia-kalesnikava",
      "008-kseniya-lutskina",
      "022-raman-bandarenka",
      "033-alyaksei",
    ]) {
      await publish(registry, { ...first, file: firstRecord(name) });
    }
    await publish(registry, { ...first, file: fileWithCanary(), number: 1, baseVersion: 1 });
    await withhold(registry, {
      number: 1,
      factId: canaryFact(),
      manner: "told",
      basis: "b",
      reviewOn: far,
      actor,
    });
    await withdraw(registry, { number: 3, basis: "b", reviewOn: far, actor });
    const before = await everythingPublic();
    await query(url, `delete from public_person where number = 2; update public_name set text = 'wrong'`);
    expect(await rulesOfLastRebuild(registry)).toBeUndefined();
    expect(await rebuild(owner, { actor, rules: "of today" })).toBe(4);
    expect(await everythingPublic()).toBe(before);
    expect(await rulesOfLastRebuild(registry)).toBe("of today");
  });

  test("removes what stands for a number that nobody has", async () => {
    await publish(registry, first);
    const before = await everythingPublic();
    await query(
      url,
      `insert into public_version select 99, version, form, form_hash, public_note, published_at from public_version`,
    );
    await query(url, "insert into public_withdrawal values (98)");
    expect(await everythingPublic()).not.toBe(before);
    await rebuild(owner, { actor });
    expect(await everythingPublic()).toBe(before);
  });

  test("holds up nobody whose turn it isn't: hiding another is done while it goes on", async () => {
    for (let times = 0; times < 3; times++) await publish(registry, first);
    let hidden = false;
    await rebuild(owner, {
      actor,
      onPerson: async (done) => {
        if (done !== 1) return;
        const order = { number: 3, factId: "n1", manner: "told", basis: "b", reviewOn: far, actor } as const;
        await withhold(registry, order);
        hidden = true;
      },
    });
    expect(hidden).toBe(true);
  });

  test("keeps a withholding that comes meanwhile waiting, and neither loses it nor fails it", async () => {
    for (let times = 0; times < 4; times++) await publish(registry, first);
    await publish(registry, { ...first, file: fileWithCanary() });
    const order = {
      number: 5,
      factId: canaryFact(),
      basis: "b",
      reviewOn: far,
      actor,
      manner: "told",
    } as const;
    let withholding: Promise<void> | undefined;
    await rebuild(owner, {
      actor,
      onPerson: () => {
        withholding ??= withhold(registry, order);
      },
    });
    await withholding;
    expect(await everythingPublic()).not.toContain(canary);
  });
});

test("every command leaves an entry in the audit, without a text of the file", async () => {
  await publish(registry, { ...first, file: fileWithCanary(), internalNote: canary });
  const fact = { number: 1, factId: canaryFact(), actor };
  await withhold(registry, { ...fact, manner: "told", basis: canary, reviewOn: far });
  await lift(registry, { number: 1, factId: canaryFact(), ...agreed });
  await withdraw(registry, { number: 1, basis: canary, reviewOn: far, actor });
  await restore(registry, { number: 1, ...agreed });
  const entries = await registry.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(entries.map((it) => it.action)).toEqual([
    "publish",
    "withhold",
    "ask-to-show",
    "lift",
    "withdraw",
    "ask-to-show",
    "restore",
  ]);
  expect(JSON.stringify(entries.map((it) => it.details))).not.toContain(canary);
});
