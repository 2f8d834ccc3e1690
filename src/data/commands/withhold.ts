import { audit } from "#data/commands/audit.ts";
import { addToOutbox } from "#data/commands/outbox.ts";
import {
  factWithholdingsOf,
  lockAnyone,
  publishedNow,
  type StoredVersion,
  versionsOf,
  type Whom,
} from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { Refusal, type RefusalReason } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { Address } from "#domain/addresses.ts";
import { asPublished } from "#domain/as-published.ts";
import { concernedBy } from "#domain/concerned.ts";
import { type FactWithholding, noteId } from "#domain/disclosure.ts";
import { withholdableFacts } from "#domain/withholdable.ts";
import { openStates } from "#domain/workflow.ts";

/** Hiding one fact of a person in every version, or the public note of one version. */
export type FactToWithhold = Whom & {
  factId: FactWithholding["fact"];
  /** Whether the page says "withheld" or shows no sign. */
  manner: FactWithholding["manner"];
  /** How it was withheld when the actor looked: null for not at all, undefined where nobody looked. */
  seen?: FactWithholding["manner"] | null;
  /** Why; kept for editors, never shown. */
  basis: string;
  /** `YYYY-MM-DD`, not before today: when somebody has to look at it again. */
  reviewOn: string;
  actor: string;
};

/** The addresses that hiding a fact will concern: they are taken down before it is written. */
export function concernedByWithholding(
  registry: Registry,
  { factId, manner, ...whom }: Whom & Pick<FactToWithhold, "factId" | "manner">,
): Promise<Address[]> {
  return inTransaction(registry, async (tx) => {
    const { id, published } = await lockAnyone(tx, whom);
    if (published?.state !== "published") return [];
    const versions = await versionsOf(tx, id);
    const now = await factWithholdingsOf(tx, id);
    const then = [...now, { fact: factId, manner }];
    const { number } = published;
    return concernedBy(asPublished(number, versions, now), asPublished(number, versions, then));
  });
}

/**
 * Withholds one fact in every version of a person's file, those to come included, or refuses. Of a person who isn't
 * published a fact of the open draft can be withheld in advance. What is withheld in another manner, or until another
 * day of review, changes to this one without being shown in between.
 */
export function withhold(registry: Registry, order: FactToWithhold): Promise<void> {
  return inTransaction(registry, async (tx) => {
    const { id, published } = await lockAnyone(tx, order);
    const versions = await versionsOf(tx, id);
    await refuseUnknownFact(tx, { personId: id, factId: order.factId, versions });
    await refuseToTellUnseen(tx, { ...order, personId: id });
    const before = await publishedNow(tx, published, versions);
    await addWithholding(tx, { ...order, personId: id, refusal: "already-withheld" });
    if (published !== undefined) {
      await addToOutbox(tx, concernedBy(before, await writePublicForm(tx, published, versions)));
    }
    await audit(tx, {
      actor: order.actor,
      action: "withhold",
      personId: id,
      details: { fact: order.factId, manner: order.manner, reviewOn: order.reviewOn },
    });
  });
}

/** Whoever hides something with a word on the page doesn't mean to tell of what another has hidden without one. */
async function refuseToTellUnseen(
  tx: Transaction,
  {
    personId,
    factId,
    manner,
    seen,
  }: { personId: string } & Pick<FactToWithhold, "factId" | "manner" | "seen">,
): Promise<void> {
  if (manner !== "told" || seen === undefined || seen === "silent") return;
  const silent = { personId, factId, liftedAt: null, manner: "silent" } as const;
  if ((await tx.withholding.count({ where: silent })) > 0) {
    throw new Refusal("hidden-silently", `${factId} is hidden without a sign by now.`);
  }
}

type Hiding = Pick<FactToWithhold, "manner" | "basis" | "reviewOn" | "actor"> & {
  personId: string;
  /** Null for the whole person. */
  factId: string | null;
  /** What it is refused with when nothing would change. */
  refusal: RefusalReason;
};

/** Writes a withholding in the place of the one that holds, if any. Refuses one that is the same. */
export async function addWithholding(tx: Transaction, order: Hiding): Promise<void> {
  const { personId, factId, manner, basis, reviewOn, actor } = order;
  const held = await tx.withholding.findFirst({ where: { personId, factId, liftedAt: null } });
  const isSame = held?.manner === manner && held.basis === basis && dayOf(held.reviewOn) === reviewOn;
  if (isSame) throw new Refusal(order.refusal, "It is hidden already.");
  if (reviewOn < dayOf(new Date())) {
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

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

async function refuseUnknownFact(
  tx: Transaction,
  { personId, factId, versions }: { personId: string; factId: string; versions: readonly StoredVersion[] },
): Promise<void> {
  const stands = (file: unknown) => [...withholdableFacts(file)].some(({ id }) => id === factId);
  const isPublished = versions.some(
    ({ file, publicNote, number }) => stands(file) || (publicNote !== null && noteId(number) === factId),
  );
  if (isPublished) return;
  const draft = await tx.draft.findFirst({
    where: { personId, state: { in: [...openStates] } },
    select: { id: true, save: true },
  });
  const save =
    draft &&
    (await tx.draftSave.findUniqueOrThrow({
      where: { draftId_number: { draftId: draft.id, number: draft.save } },
    }));
  if (!stands(save?.file)) {
    throw new Refusal("unknown-fact", `No version and no draft of this person has ${factId}.`, {
      fact: factId,
    });
  }
}
