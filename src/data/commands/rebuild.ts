import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import type { LockedPerson } from "#data/commands/person.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";

export type Rebuilding = {
  actor: string;
  /** Stands for the rules by which public forms are made: see `rulesOfLastRebuild`. */
  rules?: string;
  onPerson?: (done: number, total: number) => void;
};

/**
 * Writes every public form and the whole projection afresh from versions and withholdings, and the names that editors
 * find somebody by from versions and drafts. Returns how many persons have been published. For the registry as its
 * owner has it, who may lock a whole table.
 */
export function rebuild(registry: Registry, { actor, rules, onPerson }: Rebuilding): Promise<number> {
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
    for (const { id } of persons) await writePersonNames(tx, id);
    await audit(tx, {
      actor,
      action: "rebuild",
      details: { persons: published.length, rules: rules ?? null },
    });
    return published.length;
  });
}

/** The rules under which the public tables were last made as a whole; undefined where that is not known. */
export async function rulesOfLastRebuild(registry: Registry): Promise<string | undefined> {
  const last = await registry.auditEntry.findFirst({
    where: { action: "rebuild" },
    orderBy: { id: "desc" },
  });
  return z.object({ rules: z.string() }).safeParse(last?.details).data?.rules;
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
