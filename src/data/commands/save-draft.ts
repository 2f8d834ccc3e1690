import { audit } from "#data/commands/audit.ts";
import {
  type DraftOrder,
  fileAt,
  type LockedDraft,
  lockDraft,
  newIds,
  StoredDraftFile,
  stateAfter,
  storable,
  writeSave,
} from "#data/commands/draft.ts";
import { assertMay } from "#data/commands/may.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { inTransaction } from "#data/commands/transaction.ts";
import type { Registry, Transaction } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import type { DraftFile, NewId } from "#domain/draft-file.ts";
import { changedKeys, same } from "#domain/draft-merge.ts";
import { after, type DraftState } from "#domain/workflow.ts";

/** What somebody wants to save of a draft. */
export type Saving = DraftOrder & {
  /**
   * The keys of the file that are replaced. Another's save of one of them since `base` is a conflict. What `write` only
   * adds to (a new source for its own entry) isn't named.
   */
  touches: readonly (keyof CaseFile)[];
  /** Writes what was typed into a file: pure, since it may be asked twice. */
  write: (file: DraftFile, newId: NewId) => DraftFile;
  manner: "manual" | "automatic";
};

/** What others saved since the save that one began from. `by` is a user's id. */
export type MergedSave = { by: string; at: Date; keys: string[] };

/** The draft stands at `save` now: with what was written, and with what others had saved of other keys. */
export type Saved = { outcome: "saved"; save: number; merged: MergedSave[] };

/** Others had saved the same keys: what was written is kept as the save `aside`, and the draft stays at `save`. */
export type Conflict = { outcome: "conflict"; save: number; aside: number; by: string[]; keys: string[] };

/** The draft is no longer edited: what was written is kept as the save `aside`. */
type TooLate = { outcome: "too-late"; state: DraftState; aside: number };

/**
 * Saves a draft. Nothing that was written is lost: what comes after somebody else's save of the same keys, or after
 * the draft was submitted or closed, is kept aside; for the latter that is told by a refusal (`too-late`).
 */
export async function saveDraft(registry: Registry, saving: Saving): Promise<Saved | Conflict> {
  assertMay(saving.actor, "edit");
  const saved = await inTransaction(registry, (tx) => save(tx, saving));
  if (saved.outcome !== "too-late") return saved;
  const { state, aside } = saved;
  throw new Refusal("too-late", `The draft is ${state}. What was written is kept as save ${aside}.`, {
    state,
    aside,
  });
}

async function save(tx: Transaction, saving: Saving): Promise<Saved | Conflict | TooLate> {
  const { base, touches, write, manner, actor } = saving;
  const draft = await lockDraft(tx, saving.draftId);
  const ids = await newIds(tx, draft);
  const seen = base === draft.save ? draft.file : await fileAt(tx, draft.id, base);
  const written = storable(write(seen, ids()));
  const keepAside = () => writeAside(tx, draft, { file: written, base, by: actor.id });

  if (after("save", draft.state) === undefined && !same(written, seen)) {
    return { outcome: "too-late", state: draft.state, aside: await keepAside() };
  }
  stateAfter("save", draft);
  const theirs = changedKeys(seen, draft.file);
  const mine = touches.filter((key) => !same(written[key], seen[key]));
  const keys = mine.filter((key) => theirs.includes(key) && !same(written[key], draft.file[key]));
  const since = await savesSince(tx, draft, base);
  if (keys.length > 0) {
    const others = since.filter((it) => it.keys.some((key) => keys.some((own) => own === key)));
    const by = [...new Set(others.map((it) => it.by))];
    return { outcome: "conflict", save: draft.save, aside: await keepAside(), by, keys };
  }
  // What one had before oneself and left as it was is no word against what another has made of it since.
  const left = touches.filter((key) => !mine.includes(key));
  const file = withKeysOf(draft.file, left, storable(write(draft.file, ids())));
  if (same(written, seen) || same(file, draft.file)) {
    return { outcome: "saved", save: draft.save, merged: since };
  }
  const number = await writeSave(tx, draft, { file, manner, basedOn: draft.save, by: actor.id });
  await auditSave(tx, draft, { save: number, before: draft.save, manner, by: actor.id });
  return { outcome: "saved", save: number, merged: since };
}

/** A file with some keys as another has them. */
function withKeysOf(other: DraftFile, keys: readonly string[], file: DraftFile): DraftFile {
  const kept = keys.filter((key) => other[key] !== undefined).map((key) => [key, other[key]]);
  const rest = Object.entries(file).filter(([key]) => !keys.includes(key));
  return Object.fromEntries([...rest, ...kept]);
}

/** The saves that the draft has gone through since one, with the keys that each changed. */
async function savesSince(tx: Transaction, draft: LockedDraft, base: number): Promise<MergedSave[]> {
  if (base === draft.save) return [];
  const saves = await tx.draftSave.findMany({
    where: {
      draftId: draft.id,
      number: { gte: base },
      OR: [{ number: base }, { manner: { not: "aside" } }],
    },
    orderBy: { number: "asc" },
  });
  return saves.slice(1).map(({ savedBy, savedAt, file }, index) => ({
    by: savedBy,
    at: savedAt,
    keys: changedKeys(StoredDraftFile.parse(saves[index]?.file), StoredDraftFile.parse(file)),
  }));
}

/** Keeps what was written beside the draft, once: whoever sends it again is given the same save. */
async function writeAside(
  tx: Transaction,
  draft: LockedDraft,
  { file, base, by }: { file: DraftFile; base: number; by: string },
): Promise<number> {
  const kept = await tx.draftSave.findFirst({
    where: { draftId: draft.id, manner: "aside", savedBy: by },
    orderBy: { number: "desc" },
  });
  if (kept && same(kept.file, file)) return kept.number;
  const number = await writeSave(tx, draft, { file, manner: "aside", basedOn: base, by });
  await auditSave(tx, draft, { save: number, before: base, manner: "aside", by });
  return number;
}

function auditSave(
  tx: Transaction,
  draft: LockedDraft,
  { by, ...details }: { save: number; before: number; manner: string; by: string },
): Promise<void> {
  return audit(tx, {
    actor: by,
    action: "save-draft",
    personId: draft.person.id,
    draftId: draft.id,
    details,
  });
}
