import type { Transaction } from "#db/registry.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { typedNames } from "#domain/draft-names.ts";
import { isRecord } from "#domain/json.ts";
import { recallKeys } from "#domain/names/recall-keys.ts";
import { fullName } from "#domain/person-card.ts";
import { traitsOf } from "#domain/person-traits.ts";
import { openStates } from "#domain/workflow.ts";

/**
 * Brings the names that editors find somebody by to what the current version and the open draft say. Somebody who has
 * neither is found by their last draft, so that no one is lost with a draft that was discarded. So are the traits by
 * which somebody else may be known as the same: those of the newest of these files. The person's row is locked by the
 * caller.
 */
export async function writePersonNames(tx: Transaction, personId: string): Promise<void> {
  const files = await filesOf(tx, personId);
  const names = files.flatMap((file) => typedNames(file.names));
  await tx.personName.deleteMany({ where: { personId } });
  await tx.personName.createMany({
    data: names.map((name) => ({
      personId,
      text: indexable(fullName(name)),
      given: name.given ?? null,
      patronymic: name.patronymic ?? null,
      family: name.family ?? null,
      keys: recallKeys(name),
    })),
    skipDuplicates: true,
  });
  const traits = traitsOf(files.at(-1) ?? {});
  await tx.personTraits.upsert({
    where: { personId },
    create: { personId, traits },
    update: { traits },
  });
}

async function filesOf(tx: Transaction, personId: string): Promise<DraftFile[]> {
  const { currentVersion } = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const draft = await tx.draft.findFirst({
    where: { personId, ...(currentVersion !== null && { state: { in: [...openStates] } }) },
    orderBy: { createdAt: "desc" },
  });
  const version =
    currentVersion === null
      ? null
      : await tx.version.findUnique({
          where: { personId_number: { personId, number: currentVersion } },
          select: { file: true },
        });
  const save =
    draft &&
    (await tx.draftSave.findUnique({
      where: { draftId_number: { draftId: draft.id, number: draft.save } },
      select: { file: true },
    }));
  return [version?.file, save?.file].flatMap((file) => (isRecord(file) ? [file] : []));
}

// What is longer would not fit into the table's index, and a save must not fail for it.
function indexable(spelling: string): string {
  return [...spelling].slice(0, 300).join("");
}
