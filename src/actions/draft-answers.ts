import type { Conflict } from "#data/commands/save-draft.ts";
import { findSave, listSaves } from "#data/editor/draft.ts";
import { namesOf } from "#data/editor/users.ts";
import { type DraftFile, type DraftSection, draftSections } from "#domain/draft-file.ts";
import type { DraftAnswer, OthersSave } from "#domain/form/draft-answer.ts";
import type { Actor } from "#domain/policy.ts";

type Sent = { draft: string; section: DraftSection; base: number; over?: number | undefined };

/** Tells whoever came later who saved the same before them, and what was changed. */
export async function conflictAnswer(
  actor: Actor,
  { draft, section, base, over }: Sent,
  seen: DraftFile,
  { save, aside }: Conflict,
): Promise<DraftAnswer> {
  const [now, saves] = await Promise.all([findSave(actor, draft, save), listSaves(actor, draft)]);
  const keys: readonly string[] = draftSections[section];
  const others = saves.filter(
    (it) =>
      it.number > (over ?? base) &&
      it.number <= save &&
      it.manner !== "aside" &&
      it.keys.some((key) => keys.includes(key)),
  );
  const partOf = (file: DraftFile) => Object.fromEntries(keys.map((key) => [key, file[key]]));
  return {
    kind: "conflict",
    save,
    aside,
    others: await othersSaves(actor, others),
    before: partOf(seen),
    after: partOf(now?.file ?? {}),
  };
}

/** Others' saves with their names. */
export async function othersSaves(
  actor: Actor,
  saves: readonly { by: string; at: Date; keys: readonly string[] }[],
): Promise<OthersSave[]> {
  const names = await namesOf(saves.map(({ by }) => by));
  return saves.map(({ by, at, keys }) => ({
    name: by === actor.id ? actor.name : (names.get(by) ?? by),
    at: at.toISOString(),
    keys: [...keys],
  }));
}
