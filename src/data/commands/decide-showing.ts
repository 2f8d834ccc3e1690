import { addRequest, type Showing } from "#data/commands/ask-to-show.ts";
import { audit } from "#data/commands/audit.ts";
import { assertMay } from "#data/commands/may.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import {
  type LockedPerson,
  lockAnyone,
  lockPerson,
  publishedNow,
  versionsOf,
} from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { changeState } from "#data/commands/withdraw.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import { concernedBy } from "#domain/concerned.ts";
import { type Actor, mayShow } from "#domain/policy.ts";
import { isSameName, type ShowingOutcome } from "#domain/showing.ts";

type Decision = { request: string; outcome: ShowingOutcome; actor: Actor };

/**
 * Grants or declines what another asked for, or takes back what one asked for oneself, or refuses. What is granted is
 * shown again in the same transaction. Tells whether readers see it then: of a card that is withdrawn they see nothing.
 */
export function decideShowing(registry: Registry, { request, outcome, actor }: Decision): Promise<boolean> {
  return inTransaction(registry, async (tx) => {
    assertMay(actor, "show");
    const asked = await tx.showingRequest.findUnique({ where: { id: request } });
    if (asked === null) throw new Refusal("unknown-request", "There is no such request.");
    const { personId, factId, askedBy } = asked;
    const { published } = await lockAnyone(tx, { personId });
    if (outcome === "taken_back" && actor.id !== askedBy) {
      throw new Refusal("not-yours", "Only whoever asked can take it back.");
    }
    if (outcome !== "taken_back" && !mayShow(actor, askedBy)) {
      throw new Refusal("needs-another", "Whoever asked cannot decide: another person has to.");
    }
    if (outcome === "granted") await refuseHiddenAnew(tx, asked);
    await decide(tx, { request, outcome, by: actor.id });
    if (outcome === "granted") {
      return showAgain(tx, { personId, published, factId, by: actor.id, askedBy });
    }
    const action = outcome === "declined" ? "decline-showing" : "take-back-showing";
    await audit(tx, { actor: actor.id, action, personId, details: { fact: factId, request } });
    return false;
  });
}

/** Whoever asked knew why it was hidden then. For another reason, or in another way, it has to be asked for again. */
async function refuseHiddenAnew(
  tx: Transaction,
  { personId, factId, askedAt }: { personId: string; factId: string | null; askedAt: Date },
): Promise<void> {
  const since = { personId, factId, liftedAt: null, createdAt: { gt: askedAt } };
  if ((await tx.withholding.count({ where: since })) > 0) {
    throw new Refusal("hidden-anew", "It was hidden anew after that was asked. Decline it, and ask again.");
  }
}

type Agreement = { number: number; reason: string; askedBy: string; agreedBy: string };

/**
 * Shows a withheld fact again that one person asks for and another agrees to, or refuses. Tells whether readers see it
 * then.
 */
export function lift(registry: Registry, order: Agreement & { factId: string }): Promise<boolean> {
  return agree(registry, order);
}

/** Shows a withdrawn person again, whom one person asks for and another agrees to, or refuses. */
export async function restore(registry: Registry, order: Agreement): Promise<void> {
  await agree(registry, { ...order, factId: null });
}

function agree(registry: Registry, order: Agreement & Pick<Showing, "factId">): Promise<boolean> {
  const { number, factId, reason, askedBy, agreedBy } = order;
  return inTransaction(registry, async (tx) => {
    if (isSameName(askedBy, agreedBy)) {
      throw new Refusal("needs-another", "Two show again what was hidden: one asks, and another agrees.");
    }
    const published = await lockPerson(tx, number);
    const personId = published.id;
    const request = await addRequest(tx, { personId, factId, reason, askedBy });
    await decide(tx, { request, outcome: "granted", by: agreedBy });
    return showAgain(tx, { personId, published, factId, by: agreedBy, askedBy });
  });
}

async function decide(
  tx: Transaction,
  { request, outcome, by }: { request: string; outcome: ShowingOutcome; by: string },
): Promise<void> {
  // The person's row is locked: nobody else decides at the same time.
  const { count } = await tx.showingRequest.updateMany({
    where: { id: request, outcome: null },
    data: { outcome, decidedAt: new Date(), decidedBy: by },
  });
  if (count === 0) throw new Refusal("already-decided", "It has been decided already.");
}

type Shown = {
  personId: string;
  published: LockedPerson | undefined;
  factId: string | null;
  by: string;
  askedBy: string;
};

async function showAgain(
  tx: Transaction,
  { personId, published, factId, by, askedBy }: Shown,
): Promise<boolean> {
  const versions = await versionsOf(tx, personId);
  const before = await publishedNow(tx, published, versions);
  const { count } = await tx.withholding.updateMany({
    where: { personId, factId, liftedAt: null },
    data: { liftedAt: new Date(), liftedBy: by },
  });
  if (count === 0) throw new Refusal("not-withheld", "It is not hidden any more.");
  await audit(tx, {
    actor: by,
    action: factId === null ? "restore" : "lift",
    personId,
    details: { fact: factId, askedBy },
  });
  if (published === undefined) return false;
  if (factId === null) {
    await changeState(tx, published, "published");
    return true;
  }
  const concerned = concernedBy(before, await writePublicForm(tx, published, versions));
  await addToOutbox(tx, concerned);
  return concerned.length > 0;
}
