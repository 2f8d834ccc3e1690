import { audit } from "#data/commands/audit.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import {
  asPublished,
  factWithholdingsOf,
  lockPerson,
  publishedNow,
  versionsOf,
} from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";
import { factSections } from "#domain/case-file/references.ts";
import { concernedBy } from "#domain/concerned.ts";
import { type FactWithholding, noteId } from "#domain/disclosure.ts";

/** Hiding one fact of a person in every version, or the public note of one version. */
export type FactToWithhold = {
  number: number;
  factId: FactWithholding["fact"];
  /** Whether the page says "withheld" or shows no sign. */
  manner: FactWithholding["manner"];
  /** Why; kept for editors, never shown. */
  basis: string;
  /** `YYYY-MM-DD`, not before today: when somebody has to look at it again. */
  reviewOn: string;
  actor: string;
};

/** The addresses that hiding a fact will concern: they are taken down before it is written. */
export function concernedByWithholding(
  registry: Registry,
  { number, factId, manner }: Pick<FactToWithhold, "number" | "factId" | "manner">,
): Promise<Address[]> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPerson(tx, number);
    if (person.state === "withdrawn") return [];
    const versions = await versionsOf(tx, person.id);
    const now = await factWithholdingsOf(tx, person.id);
    const then = [...now, { fact: factId, manner }];
    return concernedBy(asPublished(number, versions, now), asPublished(number, versions, then));
  });
}

/**
 * Withholds one fact in every version of a person's file, or refuses. What is withheld in the other manner changes to
 * this one, without being shown in between.
 */
export function withhold(registry: Registry, order: FactToWithhold): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPerson(tx, order.number);
    const before = await publishedNow(tx, person);
    await refuseUnknownFact(tx, person.id, order);
    await addWithholding(tx, { ...order, personId: person.id, factId: order.factId });
    await addToOutbox(tx, concernedBy(before, await writePublicForm(tx, person)));
    await audit(tx, {
      actor: order.actor,
      action: "withhold",
      personId: person.id,
      details: { fact: order.factId, manner: order.manner, reviewOn: order.reviewOn },
    });
  });
}

/** Shows a withheld fact again, or refuses. */
export function lift(
  registry: Registry,
  order: Pick<FactToWithhold, "number" | "factId" | "actor">,
): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const person = await lockPerson(tx, order.number);
    const before = await publishedNow(tx, person);
    const { count } = await tx.withholding.updateMany({
      where: { personId: person.id, factId: order.factId, liftedAt: null },
      data: { liftedAt: new Date(), liftedBy: order.actor },
    });
    if (count === 0) {
      throw new Refusal("not-withheld", `${order.factId} of № ${order.number} is not withheld.`);
    }
    await addToOutbox(tx, concernedBy(before, await writePublicForm(tx, person)));
    await audit(tx, {
      actor: order.actor,
      action: "lift",
      personId: person.id,
      details: { fact: order.factId },
    });
  });
}

/**
 * Writes a withholding of a fact, or of the whole person when no fact is named, in the place of one in the other
 * manner. Refuses a second one in the same.
 */
export async function addWithholding(
  tx: Transaction,
  order: Omit<FactToWithhold, "number" | "factId"> & { personId: string; factId: string | null },
): Promise<void> {
  const { personId, factId, manner, basis, reviewOn, actor } = order;
  const held = await tx.withholding.findFirst({ where: { personId, factId, liftedAt: null } });
  if (held?.manner === manner) throw new Refusal("already-withheld", "It is withheld already.");
  if (reviewOn < new Date().toISOString().slice(0, 10)) {
    throw new Refusal("review-in-the-past", `The day of the review, ${reviewOn}, is past.`);
  }
  // By one clock: the database's may be behind or ahead, and a withholding cannot end before it begins.
  const now = new Date();
  if (held) {
    await tx.withholding.update({ where: { id: held.id }, data: { liftedAt: now, liftedBy: actor } });
  }
  await tx.withholding.create({
    data: {
      personId,
      factId,
      manner,
      basis,
      reviewOn: new Date(`${reviewOn}T00:00:00Z`),
      createdAt: now,
      createdBy: actor,
    },
  });
}

async function refuseUnknownFact(
  tx: Transaction,
  personId: string,
  { number, factId }: FactToWithhold,
): Promise<void> {
  const versions = await versionsOf(tx, personId);
  const isThere = versions.some(
    ({ file, publicNote, number: version }) =>
      factSections(file).has(factId) || (publicNote !== null && noteId(version) === factId),
  );
  if (!isThere) throw new Refusal("unknown-fact", `№ ${number} has no ${factId} in any version.`);
}
