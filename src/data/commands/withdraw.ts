import { audit } from "#data/commands/audit.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import { type LockedPerson, lockPerson, publishedNow } from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import { addWithholding, type FactToWithhold } from "#data/commands/withhold.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";
import { concernedBy } from "#domain/concerned.ts";

/** Hiding a whole person: every address of theirs answers 410. */
export type Withdrawal = Pick<FactToWithhold, "number" | "basis" | "reviewOn" | "actor">;

/** The addresses that withdrawing a person will concern: they are taken down before it is written. */
export function concernedByWithdrawal(registry: Registry, number: number): Promise<Address[]> {
  return inTransaction(registry, async (tx) =>
    concernedBy(await publishedNow(tx, await lockPerson(tx, number)), undefined),
  );
}

/** Withdraws a person from the public, or refuses. Versions and withholdings of facts stay as they are. */
export function withdraw(registry: Registry, order: Withdrawal): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPerson(tx, order.number);
    if (person.state === "withdrawn") {
      throw new Refusal("already-withdrawn", `№ ${order.number} is withdrawn already.`);
    }
    await addWithholding(tx, { ...order, personId: person.id, factId: null, manner: "told" });
    await change(tx, person, "withdrawn");
    await audit(tx, {
      actor: order.actor,
      action: "withdraw",
      personId: person.id,
      details: { number: order.number, reviewOn: order.reviewOn },
    });
  });
}

/** Shows a withdrawn person again, or refuses. */
export function restore(registry: Registry, order: { number: number; actor: string }): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPerson(tx, order.number);
    if (person.state === "published") {
      throw new Refusal("not-withdrawn", `№ ${order.number} is not withdrawn.`);
    }
    await tx.withholding.updateMany({
      where: { personId: person.id, factId: null, liftedAt: null },
      data: { liftedAt: new Date(), liftedBy: order.actor },
    });
    await change(tx, person, "published");
    await audit(tx, {
      actor: order.actor,
      action: "restore",
      personId: person.id,
      details: { number: order.number },
    });
  });
}

async function change(tx: Transaction, person: LockedPerson, state: LockedPerson["state"]): Promise<void> {
  const before = await publishedNow(tx, person);
  await tx.person.update({ where: { id: person.id }, data: { state } });
  const after = await writePublicForm(tx, { ...person, state });
  await addToOutbox(tx, concernedBy(before, after));
}
