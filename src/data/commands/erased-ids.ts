import { Refusal } from "#data/commands/refusal.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { idsIn } from "#domain/without-fact.ts";

/** The ids of what was erased of a person, of facts and of sources: they are never given again, nor published again. */
export async function erasedIdsOf(db: Registry | Transaction, personId: string): Promise<Set<string>> {
  const erasures = await db.erasure.findMany({ where: { personId }, select: { factId: true, ids: true } });
  return new Set(erasures.flatMap(({ factId, ids }) => [...(factId === null ? [] : [factId]), ...ids]));
}

/** Refuses a file that holds what was erased of the person. */
export async function refuseErased(tx: Transaction, personId: string, file: CaseFile): Promise<void> {
  const erased = await erasedIdsOf(tx, personId);
  const id = idsIn(file).find((it) => erased.has(it));
  if (id !== undefined) {
    throw new Refusal("erased-id", `What the id ${id} stood for was erased; it cannot be used again.`, {
      id,
    });
  }
}

/** Refuses to show somebody again whose whole file was erased. */
export async function refuseErasedPerson(tx: Transaction, personId: string): Promise<void> {
  if ((await tx.erasure.count({ where: { personId, factId: null } })) > 0) {
    throw new Refusal("erased", "The whole file of this person was erased. There is nothing to show.");
  }
}
