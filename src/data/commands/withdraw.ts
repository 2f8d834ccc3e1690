import { audit } from "#data/commands/audit.ts";
import { refuseErasedPerson } from "#data/commands/erased-ids.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import { type LockedPerson, lockAnyone, publishedNow, type Whom } from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { addWithholding, type FactToWithhold } from "#data/commands/withhold.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";
import { concernedBy } from "#domain/concerned.ts";

/** Hiding a whole person: every address of theirs answers 410. */
export type Withdrawal = Whom & Pick<FactToWithhold, "basis" | "reviewOn" | "actor">;

/** What withdrawing a person will concern: addresses that are taken down before it is written, and their number. */
export function concernedByWithdrawal(
  registry: Registry,
  whom: Whom,
): Promise<{ addresses: Address[]; gone: number }> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPublished(tx, whom);
    return { addresses: concernedBy(await publishedNow(tx, person), undefined), gone: person.number };
  });
}

/**
 * Withdraws a person from the public, or refuses. Versions and withholdings of facts stay as they are. Of somebody who
 * is withdrawn already the basis and the day of review change.
 */
export function withdraw(registry: Registry, order: Withdrawal): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPublished(tx, order);
    await addWithholding(tx, {
      ...order,
      personId: person.id,
      factId: null,
      manner: "told",
      refusal: "already-withdrawn",
    });
    if (person.state === "published") await changeState(tx, person, "withdrawn");
    await audit(tx, {
      actor: order.actor,
      action: "withdraw",
      personId: person.id,
      details: { number: person.number, reviewOn: order.reviewOn },
    });
  });
}

/** Takes a person down, or shows them again: their state, public rows and outbox. */
export async function changeState(
  tx: Transaction,
  person: LockedPerson,
  state: LockedPerson["state"],
): Promise<void> {
  if (state === "published") await refuseErasedPerson(tx, person.id);
  const before = await publishedNow(tx, person);
  await tx.person.update({ where: { id: person.id }, data: { state } });
  const after = await writePublicForm(tx, { ...person, state });
  await addToOutbox(tx, concernedBy(before, after));
}

async function lockPublished(tx: Transaction, whom: Whom): Promise<LockedPerson> {
  const { published } = await lockAnyone(tx, whom);
  if (published === undefined) {
    throw new Refusal("not-published", "This person isn't published: there is nothing to take down.");
  }
  return published;
}
