import { audit } from "#data/commands/audit.ts";
import type { LockedPerson } from "#data/commands/person.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";

/** Writes every public form and the whole projection afresh from versions and withholdings. Returns how many persons. */
export function rebuild(
  registry: Registry,
  { actor, onPerson }: { actor: string; onPerson?: (done: number, total: number) => void },
): Promise<number> {
  return inTransaction(registry, async (tx) => {
    // Against `lockPerson` too: a withholding that came in between would find its rows written by us already.
    await tx.$executeRaw`LOCK TABLE person IN EXCLUSIVE MODE`;
    const persons = await tx.person.findMany({ orderBy: { number: "asc" } });
    const published = persons.flatMap(asLocked);
    await tx.publicPerson.deleteMany();
    await tx.publicVersion.deleteMany();
    await tx.publicWithdrawal.deleteMany();
    for (const [index, person] of published.entries()) {
      await writePublicForm(tx, person);
      onPerson?.(index + 1, published.length);
    }
    await audit(tx, { actor, action: "rebuild", details: { persons: published.length } });
    return published.length;
  });
}

function asLocked(person: {
  id: string;
  number: number | null;
  state: LockedPerson["state"] | null;
  currentVersion: number | null;
}): LockedPerson[] {
  const { id, number, state, currentVersion } = person;
  return number === null || state === null || currentVersion === null
    ? []
    : [{ id, number, state, currentVersion }];
}
