import type { Registry, Transaction } from "#db/registry.ts";

/**
 * The ids of everybody who has written something of a draft, what is kept aside included: none of them may publish it.
 * A draft of somebody who was never published goes on from the one before it, which was discarded, and is its authors'
 * too.
 */
export async function authorsOf(
  db: Registry | Transaction,
  { id, personId, baseVersion }: { id: string; personId: string; baseVersion: number },
): Promise<string[]> {
  const saves = await db.draftSave.findMany({
    where: baseVersion === 0 ? { draft: { personId, baseVersion } } : { draftId: id },
    distinct: ["savedBy"],
    orderBy: { savedBy: "asc" },
    select: { savedBy: true },
  });
  return saves.map(({ savedBy }) => savedBy);
}
