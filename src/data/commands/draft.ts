import { z } from "zod";
import { type AuditedAction, audit } from "#data/commands/audit.ts";
import { erasedIdsOf } from "#data/commands/erased-ids.ts";
import { lockAnyone } from "#data/commands/person.ts";
import { writePersonNames } from "#data/commands/person-names.ts";
import { Refusal } from "#data/commands/refusal.ts";
import type { Versioned } from "#data/commands/version.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { type DraftFile, highestIds, idsAfter, type NewId, readDraft } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";
import { withoutIds } from "#domain/without-fact.ts";
import { after, type DraftState, type Step } from "#domain/workflow.ts";

/** What every command on a draft is given. `base` is the save that the actor had before them. */
export type DraftOrder = { draftId: string; base: number; actor: Actor };

/** A draft as a command finds it, with the person's row and its own locked until the transaction ends. */
export type LockedDraft = {
  id: string;
  person: Versioned;
  state: DraftState;
  save: number;
  baseVersion: number;
  /** What it holds at that save. */
  file: DraftFile;
  lastIds: Record<string, number>;
};

export const StoredDraftFile = z.record(z.string(), z.json());
export const LastIds = z.record(z.string(), z.int());
const DraftId = z.uuid();
const SaveNumber = z.int32().positive();

/** Locks a draft, after its person: in this order everywhere, so that no two wait for each other. */
export async function lockDraft(tx: Transaction, draftId: string): Promise<LockedDraft> {
  const found = DraftId.safeParse(draftId).success
    ? await tx.draft.findUnique({ where: { id: draftId }, select: { personId: true } })
    : null;
  if (found === null) throw new Refusal("unknown-draft", "There is no such draft.");
  const person = await lockAnyone(tx, { personId: found.personId });
  await tx.$queryRaw`SELECT 1 FROM draft WHERE id = ${draftId}::uuid FOR UPDATE`;
  const row = await tx.draft.findUniqueOrThrow({ where: { id: draftId } });
  return {
    id: row.id,
    person,
    state: row.state,
    save: row.save,
    baseVersion: row.baseVersion,
    file: await fileAt(tx, draftId, row.save),
    lastIds: LastIds.parse(row.lastIds),
  };
}

/** The file of one save. Refuses a number that no save has. */
export async function fileAt(
  db: Registry | Transaction,
  draftId: string,
  number: number,
): Promise<DraftFile> {
  const save = SaveNumber.safeParse(number).success
    ? await db.draftSave.findUnique({
        where: { draftId_number: { draftId, number } },
        select: { file: true },
      })
    : null;
  if (save === null) throw new Refusal("unknown-save", `The draft has no save ${number}.`, { save: number });
  return StoredDraftFile.parse(save.file);
}

/** Refuses a step that the draft's state does not allow; gives the state that it leads to. */
export function stateAfter(step: Step, { state }: LockedDraft): DraftState {
  const next = after(step, state);
  if (next === undefined)
    throw new Refusal("wrong-state", `A draft that is ${state} cannot ${step}.`, { state });
  return next;
}

/** Refuses an order by somebody who has another save before them than the draft's. */
export function assertCurrent(draft: LockedDraft, base: number): void {
  if (draft.save !== base) {
    throw new Refusal("draft-changed", `The draft stands at save ${draft.save}, not ${base}.`, {
      save: draft.save,
    });
  }
}

/** The case file that a draft would be published as. Refuses one that has problems. */
export function validFile(draft: LockedDraft): CaseFile {
  const read = readDraft(draft.file);
  if ("file" in read) return read.file;
  const problems = read.problems.length;
  throw new Refusal("draft-has-problems", `The draft has ${problems} problems.`, { problems });
}

/** Takes a step: the draft's new state, its row among the steps, the audit's, and the names to find the person by. */
export async function takeStep(
  tx: Transaction,
  draft: LockedDraft,
  taken: {
    step: Step;
    actor: Actor;
    action: AuditedAction["action"];
    note?: string;
    publishedVersion?: number;
    details?: AuditedAction["details"];
  },
): Promise<void> {
  const { step, actor, action, note, publishedVersion, details = {} } = taken;
  const state = stateAfter(step, draft);
  await tx.draft.update({
    where: { id: draft.id },
    data: { state, changedAt: new Date(), ...(publishedVersion !== undefined && { publishedVersion }) },
  });
  await writeStep(tx, { draftId: draft.id, save: draft.save, step, by: actor.id, note });
  await writePersonNames(tx, draft.person.id);
  await audit(tx, {
    actor: actor.id,
    action,
    personId: draft.person.id,
    draftId: draft.id,
    details: { save: draft.save, from: draft.state, to: state, ...details },
  });
}

/** Adds one row to the steps of a draft. */
export async function writeStep(
  tx: Transaction,
  row: { draftId: string; save: number; step: Step; by: string; note?: string | undefined },
): Promise<void> {
  const number = (await tx.draftStep.count({ where: { draftId: row.draftId } })) + 1;
  await tx.draftStep.create({ data: { ...row, note: row.note ?? null, number } });
}

/** A save to be written: `current` is false for one that is kept beside the draft. */
export type NewSave = {
  file: DraftFile;
  manner: "manual" | "automatic" | "went_back" | "aside";
  basedOn: number;
  by: string;
};

/**
 * Writes a save. The draft stands at it then, unless it is one that is kept aside. Gives its number. What was erased
 * meanwhile doesn't come back with a form that was opened before.
 */
export async function writeSave(tx: Transaction, draft: LockedDraft, save: NewSave): Promise<number> {
  const { _max } = await tx.draftSave.aggregate({
    where: { draftId: draft.id },
    _max: { number: true },
  });
  const number = (_max.number ?? 0) + 1;
  const file = storable(withoutIds(save.file, await erasedIdsOf(tx, draft.person.id)));
  await tx.draftSave.create({
    data: { draftId: draft.id, number, file, manner: save.manner, basedOn: save.basedOn, savedBy: save.by },
  });
  const lastIds = highestIds(file, { ...draft.lastIds });
  if (save.manner === "aside") {
    await tx.draft.update({ where: { id: draft.id }, data: { lastIds } });
    return number;
  }
  const state = stateAfter("save", draft);
  await tx.draft.update({
    where: { id: draft.id },
    data: { save: number, state, lastIds, changedAt: new Date() },
  });
  if (state !== draft.state) {
    await writeStep(tx, { draftId: draft.id, save: number, step: "save", by: save.by });
  }
  await writePersonNames(tx, draft.person.id);
  return number;
}

/** Gives ids that no version and no save of the person has had, those published or erased meanwhile included. */
export async function newIds(tx: Transaction, draft: LockedDraft): Promise<() => NewId> {
  const since = await tx.version.findMany({
    where: { personId: draft.person.id, number: { gt: draft.baseVersion } },
    select: { file: true },
  });
  const erased = [...(await erasedIdsOf(tx, draft.person.id))].map((id) => ({ id }));
  const highest = highestIds([since, erased], { ...draft.lastIds });
  return () => idsAfter({ ...highest });
}

/** What is stored of a file: JSON alone, without what is undefined. */
export function storable(file: DraftFile): z.output<typeof StoredDraftFile> {
  return StoredDraftFile.parse(JSON.parse(JSON.stringify(file)));
}
