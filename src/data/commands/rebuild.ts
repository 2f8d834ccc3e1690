import { z } from "zod";
import { audit } from "#data/commands/audit.ts";
import { lockAnyone } from "#data/commands/person.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { writePublicForm } from "#data/commands/public-form.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry } from "#db/registry.ts";

export type Rebuilding = {
  actor: string;
  /** Stands for the rules by which public forms are made: see `rulesOfLastRebuild`. */
  rules?: string;
  /** Called between two persons, and waited for. */
  onPerson?: (done: number, total: number) => void | Promise<void>;
};

/**
 * Writes every public form and the whole projection afresh from versions and withholdings, and the names that editors
 * find somebody by from versions and drafts. One person is one transaction: hiding somebody never waits for all the
 * others. Returns how many persons have been published.
 */
export async function rebuild(registry: Registry, { actor, rules, onPerson }: Rebuilding): Promise<number> {
  await removeStrangers(registry);
  const persons = await registry.person.findMany({ orderBy: { number: "asc" }, select: { id: true } });
  let published = 0;
  for (const [index, { id }] of persons.entries()) {
    const isPublished = await inTransaction(registry, async (tx) => {
      const person = await lockAnyone(tx, { personId: id });
      if (person.published !== undefined) await writePublicForm(tx, person.published);
      await writePersonNames(tx, id);
      return person.published !== undefined;
    });
    if (isPublished) published++;
    await onPerson?.(index + 1, persons.length);
  }
  await inTransaction(registry, (tx) =>
    audit(tx, { actor, action: "rebuild", details: { persons: published, rules: rules ?? null } }),
  );
  return published;
}

/** Removes public rows of numbers that nobody has: only something other than commands can have written them. */
async function removeStrangers(registry: Registry): Promise<void> {
  await registry.$executeRaw`DELETE FROM public_person WHERE number NOT IN (SELECT number FROM person WHERE state IS NOT NULL)`;
  await registry.$executeRaw`DELETE FROM public_version WHERE number NOT IN (SELECT number FROM person WHERE state IS NOT NULL)`;
  await registry.$executeRaw`DELETE FROM public_withdrawal WHERE number NOT IN (SELECT number FROM person WHERE state IS NOT NULL)`;
}

/** The rules under which the public tables were last made as a whole; undefined where that is not known. */
export async function rulesOfLastRebuild(registry: Registry): Promise<string | undefined> {
  const last = await registry.auditEntry.findFirst({
    where: { action: "rebuild" },
    orderBy: { id: "desc" },
  });
  return z.object({ rules: z.string() }).safeParse(last?.details).data?.rules;
}
