import { beforeEach, describe, expect, test } from "vitest";
import { askToShow } from "#data/commands/ask-to-show.ts";
import { decideShowing, lift, restore } from "#data/commands/decide-showing.ts";
import { publish } from "#data/commands/publish.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { withhold } from "#data/commands/withhold.ts";
import type { Registry } from "#db/registry.ts";
import { reviewer as asker, editor, otherReviewer as other } from "../../support/actors.ts";
import { pendingAddresses } from "../../support/pending-addresses.ts";
import { createTestRegistry, firstRecord } from "../../support/registry.ts";

const fact = { number: 1, factId: "e3" };
const person = { number: 1, factId: null };
const reason = "The family has agreed.";

let registry: Registry;

beforeEach(async () => {
  const test = await createTestRegistry();
  registry = test.registry;
  await publish(registry, { file: firstRecord("001-maryia-kalesnikava"), baseVersion: 0, actor: "test" });
  const order = { basis: "asked by the family", reviewOn: "2999-01-01", actor: "test" };
  await withhold(registry, { ...fact, ...order, manner: "silent" });
  await withdraw(registry, { number: 1, ...order });
  await registry.outbox.deleteMany();
  return () => test.drop();
});

async function isHidden(factId: string | null): Promise<boolean> {
  return (await registry.withholding.count({ where: { factId, liftedAt: null } })) > 0;
}

function outcomes() {
  return registry.showingRequest.findMany({
    orderBy: { askedAt: "asc" },
    select: { factId: true, askedBy: true, outcome: true, decidedBy: true },
  });
}

describe("showing again what was hidden", () => {
  test.each([fact, person])("needs another person than the one who asked: $factId", async (what) => {
    const { request } = await askToShow(registry, { ...what, reason, actor: asker });
    const granted = { request, outcome: "granted" } as const;
    await expect(decideShowing(registry, { ...granted, actor: asker })).rejects.toMatchObject({
      reason: "needs-another",
    });
    await expect(
      decideShowing(registry, { request, outcome: "declined", actor: asker }),
    ).rejects.toMatchObject({ reason: "needs-another" });
    expect(await isHidden(what.factId)).toBe(true);
    await decideShowing(registry, { ...granted, actor: other });
    expect(await isHidden(what.factId)).toBe(false);
    expect(await outcomes()).toEqual([
      { factId: what.factId, askedBy: asker.id, outcome: "granted", decidedBy: other.id },
    ]);
  });

  test("brings the pages back in the same transaction", async () => {
    const { request } = await askToShow(registry, { ...person, reason, actor: asker });
    expect(await registry.publicPerson.count()).toBe(0);
    await decideShowing(registry, { request, outcome: "granted", actor: other });
    expect(await registry.publicPerson.count()).toBe(1);
    expect(await pendingAddresses(registry)).toContain("/people/1");
    // The fact was withheld by itself, and stays so.
    expect(await isHidden("e3")).toBe(true);
  });

  test("tells whether readers see what was hidden: of a card that is withdrawn they see nothing", async () => {
    const ofFact = await askToShow(registry, { ...fact, reason, actor: asker });
    expect(await decideShowing(registry, { ...ofFact, outcome: "granted", actor: other })).toBe(false);
    const ofCard = await askToShow(registry, { ...person, reason, actor: asker });
    expect(await decideShowing(registry, { ...ofCard, outcome: "granted", actor: other })).toBe(true);
    const order = { ...fact, basis: "asked anew", reviewOn: "2999-01-01", actor: "test" } as const;
    await withhold(registry, { ...order, manner: "silent" });
    const again = await askToShow(registry, { ...fact, reason, actor: asker });
    expect(await decideShowing(registry, { ...again, outcome: "granted", actor: other })).toBe(true);
  });

  test("is declined by another, and taken back by the one who asked; then it can be asked for again", async () => {
    const first = await askToShow(registry, { ...fact, reason, actor: asker });
    await decideShowing(registry, { ...first, outcome: "declined", actor: other });
    const second = await askToShow(registry, { ...fact, reason, actor: asker });
    await expect(
      decideShowing(registry, { ...second, outcome: "taken_back", actor: other }),
    ).rejects.toMatchObject({ reason: "not-yours" });
    await decideShowing(registry, { ...second, outcome: "taken_back", actor: asker });
    expect((await outcomes()).map((it) => it.outcome)).toEqual(["declined", "taken_back"]);
    expect(await isHidden("e3")).toBe(true);
    await askToShow(registry, { ...fact, reason, actor: other });
  });

  test("is asked for once, of what is hidden, by whoever may, and decided once", async () => {
    const asking = { ...fact, reason, actor: asker };
    await expect(askToShow(registry, { ...asking, actor: editor })).rejects.toMatchObject({
      reason: "not-allowed",
    });
    await expect(askToShow(registry, { ...asking, factId: "e1" })).rejects.toMatchObject({
      reason: "not-withheld",
    });
    await expect(askToShow(registry, { ...asking, number: 9 })).rejects.toMatchObject({
      reason: "unknown-person",
    });
    const asked = await Promise.allSettled([asking, asking].map((it) => askToShow(registry, it)));
    expect(asked.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(askToShow(registry, asking)).rejects.toMatchObject({ reason: "already-asked" });
    const [request = ""] = (await registry.showingRequest.findMany()).map((it) => it.id);
    await expect(
      decideShowing(registry, { request, outcome: "granted", actor: { ...other, role: "editor" } }),
    ).rejects.toMatchObject({ reason: "not-allowed" });
    const decided = await Promise.allSettled(
      (["granted", "declined"] as const).map((outcome) =>
        decideShowing(registry, { request, outcome, actor: other }),
      ),
    );
    expect(decided.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(decided.find((it) => it.status === "rejected")).toMatchObject({
      reason: { reason: "already-decided" },
    });
  });

  test("is not granted once it was hidden anew; it has to be asked for again", async () => {
    const { request } = await askToShow(registry, { ...fact, reason, actor: asker });
    const threatened = { basis: "threatened yesterday", reviewOn: "2999-01-01", actor: "test" };
    await withhold(registry, { ...fact, ...threatened, manner: "silent" });
    await expect(
      decideShowing(registry, { request, outcome: "granted", actor: other }),
    ).rejects.toMatchObject({ reason: "hidden-anew" });
    expect(await isHidden("e3")).toBe(true);
    await decideShowing(registry, { request, outcome: "declined", actor: other });
    const again = await askToShow(registry, { ...fact, reason, actor: asker });
    await decideShowing(registry, { ...again, outcome: "granted", actor: other });
    expect(await isHidden("e3")).toBe(false);
  });

  test("needs two on the command line as well", async () => {
    const one = { number: 1, reason, askedBy: "Ana" };
    for (const agreedBy of ["Ana", " ana ", "ANA"]) {
      await expect(restore(registry, { ...one, agreedBy })).rejects.toMatchObject({
        reason: "needs-another",
      });
    }
    await lift(registry, { ...one, factId: "e3", agreedBy: "Bela" });
    await restore(registry, { ...one, agreedBy: "Bela" });
    await expect(restore(registry, { ...one, agreedBy: "Bela" })).rejects.toMatchObject({
      reason: "not-withdrawn",
    });
    expect(await outcomes()).toEqual([
      { factId: "e3", askedBy: "Ana", outcome: "granted", decidedBy: "Bela" },
      { factId: null, askedBy: "Ana", outcome: "granted", decidedBy: "Bela" },
    ]);
    expect(await registry.publicPerson.count()).toBe(1);
  });

  test("leaves its steps in the audit, with who asked", async () => {
    const { request } = await askToShow(registry, { ...fact, reason, actor: asker });
    await decideShowing(registry, { request, outcome: "granted", actor: other });
    const entries = await registry.auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.slice(-2).map(({ actor, action, details }) => ({ actor, action, details }))).toEqual([
      { actor: asker.id, action: "ask-to-show", details: { fact: "e3", request } },
      { actor: other.id, action: "lift", details: { fact: "e3", askedBy: asker.id } },
    ]);
    expect(JSON.stringify(entries.map((it) => it.details))).not.toContain(reason);
  });
});
