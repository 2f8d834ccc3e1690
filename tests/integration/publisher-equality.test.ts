import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lift, restore } from "#data/commands/decide-showing.ts";
import { outboxOf } from "#data/commands/outbox.ts";
import { publish } from "#data/commands/publish.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { concernedByWithdrawal, withdraw } from "#data/commands/withdraw.ts";
import { concernedByWithholding, withhold } from "#data/commands/withhold.ts";
import { listAddresses } from "#data/public/addresses.ts";
import type { Registry } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { factSections } from "#domain/case-file/references.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { arbitraryCaseFile } from "../support/arbitrary-case-file.ts";
import { locksInMemory } from "../support/locks-in-memory.ts";
import { pendingAddresses } from "../support/pending-addresses.ts";
import { renderAll } from "../support/printing-publisher.ts";
import { createTestRegistry } from "../support/registry.ts";
import { filesOf, stalePages } from "../support/stale-pages.ts";
import { differences } from "../support/tree.ts";

let registry: Registry;
let drop: () => Promise<void>;
let folder: string;

beforeEach(async () => {
  ({ registry, drop } = await createTestRegistry());
  folder = mkdtempSync(join(tmpdir(), "kartateka-equality-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await drop();
});

function publisherOf(link: string): Publisher {
  return createPublisher({
    editionLink: link,
    siteUrl: "https://example.org",
    stamp: "test",
    render: renderAll,
    listAddresses,
    outbox: outboxOf(registry),
    locks: locksInMemory(),
  });
}

const actor = "Editor of the test";
const order = { basis: "asked by the family", reviewOn: "2999-01-01", actor };
const agreed = { reason: "no longer asked", askedBy: actor, agreedBy: "Another editor" };

/** What an editor may do next. `pick` chooses the person and the fact among those that there are then. */
type Step =
  | { kind: "first"; file: CaseFile }
  | { kind: "correct"; file: CaseFile; pick: number }
  | { kind: "withhold"; manner: "told" | "silent"; pick: number }
  | { kind: "lift" | "withdraw" | "restore"; pick: number };

const pick = fc.nat({ max: 9_999 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("first"), file: arbitraryCaseFile() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("correct"), file: arbitraryCaseFile(), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("withhold"), manner: fc.constantFrom("told", "silent"), pick }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom("lift", "withdraw", "restore"), pick }) },
);

/** Does a step through the publisher, as the command line does. A refusal is an answer, too: nothing changes then. */
async function take(publisher: Publisher, it: Step): Promise<void> {
  const people = await registry.person.findMany({ orderBy: { number: "asc" }, include: { versions: true } });
  const person = "pick" in it ? people[it.pick % (people.length || 1)] : undefined;
  const number = person?.number ?? 1;
  try {
    if (it.kind === "first") {
      await publisher.reveal(() => publish(registry, { file: it.file, baseVersion: 0, actor }));
    } else if (it.kind === "correct") {
      const baseVersion = person?.currentVersion ?? 0;
      await publisher.reveal(() => publish(registry, { file: it.file, number, baseVersion, actor }));
    } else if (it.kind === "withhold") {
      const facts = person?.versions.flatMap(({ file }) => factsOf(file)) ?? [];
      const withholding = {
        ...order,
        number,
        factId: facts[it.pick % (facts.length || 1)] ?? "f0",
        manner: it.manner,
      };
      const { remade } = await publisher.conceal(
        async () => ({ addresses: await concernedByWithholding(registry, withholding) }),
        () => withhold(registry, withholding),
      );
      await remade;
    } else if (it.kind === "lift") {
      const held = await registry.withholding.findFirst({ where: { liftedAt: null, factId: { not: null } } });
      const owner = people.find(({ id }) => id === held?.personId);
      const lifted = { number: owner?.number ?? 0, factId: held?.factId ?? "", ...agreed };
      await publisher.reveal(() => lift(registry, lifted));
    } else if (it.kind === "withdraw") {
      const { remade } = await publisher.conceal(
        () => concernedByWithdrawal(registry, { number }),
        () => withdraw(registry, { ...order, number }),
      );
      await remade;
    } else {
      const withdrawn = people.filter(({ state }) => state === "withdrawn");
      const back = withdrawn[it.pick % (withdrawn.length || 1)]?.number ?? number;
      await publisher.reveal(() => restore(registry, { number: back, ...agreed }));
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function factsOf(file: unknown): string[] {
  return [...factSections(readCaseFile(file)).keys()];
}

it("makes step by step what is made from nothing", async () => {
  const link = join(folder, "slowly", "edition");
  const publisher = publisherOf(link);
  await publisher.makeWhole();
  // One history: what is published stays, and each run goes on from there. Shrinking it would begin elsewhere.
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 6 }), async (steps) => {
      for (const it of steps) await take(publisher, it);
      expect(await stalePages(link)).toEqual([]);
      expect(await pendingAddresses(registry)).toEqual([]);
    }),
    { numRuns: 6, endOnFailure: true },
  );
  const fresh = join(folder, "at-once", "edition");
  await publisherOf(fresh).makeWhole();
  expect(differences(filesOf(link), filesOf(fresh))).toEqual([]);
}, 600_000);
