import { beforeEach, expect, it } from "vitest";
import { addToOutbox, outboxOf } from "#data/commands/outbox.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";
import { pendingAddresses } from "../../support/pending-addresses.ts";
import { createTestRegistry } from "../../support/registry.ts";

let registry: Registry;
let outbox: ReturnType<typeof outboxOf>;

beforeEach(async () => {
  const test = await createTestRegistry();
  registry = test.registry;
  outbox = outboxOf(registry);
  return () => test.drop();
});

it("gives what is to be made, in the order in which it changed", async () => {
  await outbox.add(["/people/2", "/"]);
  await outbox.add(["/people/1"]);
  await outbox.add(["/"]);
  expect(await pendingAddresses(registry)).toEqual(["/people/2", "/people/1", "/"]);
  expect((await outbox.pending(["/", "/people/2", "/people/3"])).map(({ address }) => address)).toEqual([
    "/people/2",
    "/",
  ]);
  expect(await outbox.pending([])).toEqual([]);
});

it("takes an address twice in one change for once", async () => {
  await outbox.add(["/people", "/people"]);
  expect(await pendingAddresses(registry)).toEqual(["/people"]);
  await outbox.add([]);
});

it("strikes out what was made, and no change that came after it was looked up", async () => {
  await outbox.add(["/", "/people/1"]);
  const made = await outbox.pending();
  await outbox.add(["/people/1"]);
  await outbox.clear(made);
  expect(await pendingAddresses(registry)).toEqual(["/people/1"]);
  await outbox.clear(await outbox.pending());
  expect(await pendingAddresses(registry)).toEqual([]);
});

it("remembers the last change of what was made, for whoever makes a whole edition meanwhile", async () => {
  await outbox.add(["/", "/people/1"]);
  const before = await outbox.changes();
  await outbox.clear(before);
  expect(await outbox.changes()).toEqual(before);
  await outbox.add(["/"]);
  await outbox.clear(await outbox.pending());
  const after = await outbox.changes();
  expect(after).toHaveLength(2);
  expect(after.filter((it) => !before.some(({ generation }) => generation === it.generation))).toMatchObject([
    { address: "/" },
  ]);
});

it("notes a change only with the transaction that makes it", async () => {
  const failing = inTransaction(registry, async (tx) => {
    await addToOutbox(tx, ["/people/1"]);
    throw new Error("refused");
  });
  await expect(failing).rejects.toThrow("refused");
  expect(await pendingAddresses(registry)).toEqual([]);
});

it("takes, finds and strikes out more addresses than a statement has parameters", async () => {
  const addresses = Array.from({ length: 70_000 }, (_, index): Address => `/people/${index + 1}`);
  await outbox.add(addresses);
  const pending = await outbox.pending(addresses);
  expect(pending).toHaveLength(addresses.length);
  await outbox.clear(pending);
  expect(await outbox.pending(addresses)).toEqual([]);
});

it("lets two commands that concern the same addresses be written at once", async () => {
  const some = Array.from({ length: 300 }, (_, index): Address => `/people/${index + 1}`);
  const orders = Array.from({ length: 8 }, (_, index) => (index % 2 ? some : some.toReversed()));
  await Promise.all(orders.map((addresses) => outbox.add(addresses)));
  expect(await outbox.pending()).toHaveLength(some.length);
});
