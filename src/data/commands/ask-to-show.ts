import { audit } from "#data/commands/audit.ts";
import { assertMay } from "#data/commands/may.ts";
import { lockAnyone, type Whom } from "#data/commands/person.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Actor } from "#domain/policy.ts";

/** What is asked to be shown again, and why; `factId` is null for the whole person. */
export type Showing = { factId: string | null; reason: string };

/** Asks that what is withheld be shown again, or refuses. Another person has to agree. Gives the request's id. */
export function askToShow(
  registry: Registry,
  { actor, ...order }: Whom & Showing & { actor: Actor },
): Promise<{ request: string }> {
  return inTransaction(registry, async (tx) => {
    assertMay(actor, "withhold");
    const { id } = await lockAnyone(tx, order);
    const request = await addRequest(tx, { ...order, personId: id, askedBy: actor.id });
    return { request };
  });
}

/** Writes a request for a person whose row is locked. Refuses one for what is shown, and a second one. */
export async function addRequest(
  tx: Transaction,
  { personId, factId, reason, askedBy }: Showing & { personId: string; askedBy: string },
): Promise<string> {
  const held = await tx.withholding.count({ where: { personId, factId, liftedAt: null } });
  if (held === 0) {
    const [refusal, what] =
      factId === null ? (["not-withdrawn", "This person"] as const) : (["not-withheld", factId] as const);
    throw new Refusal(refusal, `${what} is not hidden.`);
  }
  const asked = await tx.showingRequest.count({ where: { personId, factId, outcome: null } });
  if (asked > 0) throw new Refusal("already-asked", "Somebody has asked for this already.");
  const { id } = await tx.showingRequest.create({
    data: { personId, factId, reason, askedBy, askedAt: new Date() },
  });
  await audit(tx, {
    actor: askedBy,
    action: "ask-to-show",
    personId,
    details: { fact: factId, request: id },
  });
  return id;
}
