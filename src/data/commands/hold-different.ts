import { audit } from "#data/commands/audit.ts";
import { assertMay } from "#data/commands/may.ts";
import { lockAnyone } from "#data/commands/person.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Actor } from "#domain/policy.ts";

/** Two people, whichever is named first, and why they aren't one. */
export type Difference = { person: string; other: string; reason: string };

/** Holds two people to be different, so that nobody is asked about them again, or refuses. Gives the id of that. */
export function holdDifferent(
  registry: Registry,
  { person, other, reason, actor }: Difference & { actor: Actor },
): Promise<{ different: string }> {
  return inTransaction(registry, async (tx) => {
    assertMay(actor, "edit");
    const { oneId, otherId } = await lockTwo(tx, person, other);
    const held = await tx.differentPeople.count({ where: { oneId, otherId, takenBackAt: null } });
    if (held > 0) throw new Refusal("already-different", "These two are held to be different already.");
    const { id } = await tx.differentPeople.create({ data: { oneId, otherId, reason, by: actor.id } });
    await audit(tx, {
      actor: actor.id,
      action: "hold-different",
      personId: oneId,
      details: { other: otherId },
    });
    return { different: id };
  });
}

/** Takes back that two people are different: they may be asked about again. */
export function takeBackDifferent(
  registry: Registry,
  { different, actor }: { different: string; actor: Actor },
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    assertMay(actor, "edit");
    const held = await tx.differentPeople.findUnique({ where: { id: different } });
    if (held === null) throw new Refusal("unknown-difference", "Nobody has held these to be different.");
    const { oneId, otherId } = await lockTwo(tx, held.oneId, held.otherId);
    const { count } = await tx.differentPeople.updateMany({
      where: { id: different, takenBackAt: null },
      data: { takenBackAt: new Date(), takenBackBy: actor.id },
    });
    if (count === 0) throw new Refusal("already-taken-back", "It was taken back already.");
    await audit(tx, {
      actor: actor.id,
      action: "take-back-different",
      personId: oneId,
      details: { other: otherId },
    });
  });
}

/** Locks both, always in the order of their ids: two who hold the same pair don't wait for each other for ever. */
async function lockTwo(tx: Transaction, a: string, b: string): Promise<{ oneId: string; otherId: string }> {
  const [first = "", second = ""] = [a.toLowerCase(), b.toLowerCase()].sort();
  if (first === second) throw new Refusal("same-person", "That is one person, not two.");
  const { id: oneId } = await lockAnyone(tx, { personId: first });
  const { id: otherId } = await lockAnyone(tx, { personId: second });
  return { oneId, otherId };
}
