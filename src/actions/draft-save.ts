"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { dayInMinsk } from "#actions/day-in-minsk.ts";
import { conflictAnswer, othersSaves } from "#actions/draft-answers.ts";
import { editorAction, formFields } from "#actions/editor-action.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { Refusal } from "#data/commands/refusal.ts";
import * as saving from "#data/commands/save-draft.ts";
import { findSave } from "#data/editor/draft.ts";
import { localizedPath } from "#domain/addresses.ts";
import { type DraftFile, draftSections, readDraft, sectionOf } from "#domain/draft-file.ts";
import { type Edit, readEdit } from "#domain/form/edits.ts";
import { valueAt } from "#domain/form/problems.ts";
import { readSection } from "#domain/form/read-section.ts";
import { namedBy } from "#domain/form/references.ts";
import {
  addPrefix,
  isSectionsOwn,
  sectionFields,
  sectionFormId,
  shownPrefix,
} from "#domain/form/section-fields.ts";
import { sectionForm } from "#domain/form/section-form.ts";
import { changedIn, isWhole, type SentSection, writeSection } from "#domain/form/write-section.ts";
import { type FormState, fieldsOf, type Problem } from "#domain/form-state.ts";
import { isRecord } from "#domain/json.ts";
import type { Actor } from "#domain/policy.ts";

const Section = z
  .object({ ...formFields, ...sectionFields })
  .catchall(z.union([z.string(), z.array(z.string())]));

type Input = z.output<typeof Section>;
type Answer = Omit<FormState, "typed">;

/** Saves a section of a draft as it was typed, with what a button of it adds, moves or takes away. */
export const saveDraft = editorAction("saveDraft", Section, async ({ actor, input, form }) => {
  const fields = fieldsOf(form);
  const shown = shownIn(fields);
  const seen = await fileSeen(actor, input, shown);
  const own = fields.filter(([name]) => isSectionsOwn(name));
  const model = sectionForm(input.section);
  const { part, unknown } = readSection(model, own, { previous: seen, today: dayInMinsk() });
  const edit = input.do === undefined ? undefined : readEdit(input.do);
  const sent: SentSection = {
    form: model,
    part,
    seen,
    isMerging: input.over !== undefined,
    entersSources: input.manner === "manual",
    edit,
    variant: edit && fields.find(([name]) => name === `${addPrefix}${edit.path.join(".")}`)?.[1],
  };
  if (unknown.length > 0) return refused({ code: "unknown-field" });
  if (!isWhole(sent)) return refused({ code: "incomplete-form" });
  if (input.do !== undefined && edit === undefined) return refused({ code: "not-valid" });
  const inUse = edit && usesOf(edit, { ...seen, ...part });
  if (inUse !== undefined) sent.edit = undefined;

  const changed = changedIn(sent);
  // What the form shows as it was before somebody else's save is no word against that, unless it was changed here.
  const stale = changed.filter((key) => shown.has(key)).map((key) => shown.get(key) ?? input.base);
  let written: { file: DraftFile; at: string } = { file: seen, at: "" };
  const saved = await saving.saveDraft(registryForActions(), {
    draftId: input.draft,
    base: input.over ?? Math.min(input.base, ...stale),
    touches: [...draftSections[input.section]],
    write: (file, newId) => {
      const unchanged = [...shown.keys()]
        .filter((key) => !changed.includes(key))
        .map((key) => [key, file[key]]);
      written = writeSection(file, newId, { ...sent, part: { ...part, ...Object.fromEntries(unchanged) } });
      return written.file;
    },
    manner: input.manner,
    actor,
  });
  if (saved.outcome === "conflict") {
    return { outcome: "conflict", draft: await conflictAnswer(actor, input, seen, saved) };
  }

  const isUndoable = edit?.verb === "remove" && saved.merged.length === 0;
  const path = pathAfter(input, { save: saved.save, at: written.at, isUndoable });
  const isAnew = sent.edit !== undefined || sent.isMerging || (sent.entersSources && hasNewSource(part));
  if (input.live === undefined && inUse === undefined) redirect(path);
  const problems = inUse === undefined ? problemsIn(input.section, written.file) : [inUse];
  return {
    outcome: inUse === undefined ? "done" : "refused",
    problems,
    draft: {
      kind: "saved",
      save: saved.save,
      at: new Date().toISOString(),
      others: await othersSaves(actor, saved.merged),
      shown: stillShown(input, { shown, changed, merged: saved.merged }),
      ...(isAnew && inUse === undefined && { goTo: path }),
    },
  } satisfies Answer;
});

/** The file that the form was made from: at its base, but for keys that it shows as they were at an earlier save. */
async function fileSeen(
  actor: Actor,
  { draft, base }: Input,
  shown: ReadonlyMap<string, number>,
): Promise<DraftFile> {
  const seen = { ...(await fileAt(actor, draft, base)) };
  for (const [key, save] of shown) {
    const { [key]: value } = await fileAt(actor, draft, save);
    if (value === undefined) delete seen[key];
    else seen[key] = value;
  }
  return seen;
}

async function fileAt(actor: Actor, draft: string, save: number): Promise<DraftFile> {
  const found = await findSave(actor, draft, save);
  if (found === undefined) throw new Refusal("unknown-save", `The draft has no save ${save}.`, { save });
  return found.file;
}

function shownIn(fields: readonly (readonly [string, string])[]): Map<string, number> {
  return new Map(
    fields.flatMap(([name, value]) =>
      name.startsWith(shownPrefix) && sectionFields.base.safeParse(value).success
        ? [[name.slice(shownPrefix.length), Number(value)]]
        : [],
    ),
  );
}

/** Why something can't be taken away: what it carries has to be given another source, or another case, first. */
function usesOf({ verb, path }: Edit, file: DraftFile): Problem | undefined {
  const [list] = path;
  if (verb !== "remove" || path.length !== 2 || (list !== "sources" && list !== "prosecutions"))
    return undefined;
  const entry = valueAt(file, path);
  const uses = isRecord(entry) && typeof entry.id === "string" ? [...new Set(namedBy(file, entry.id))] : [];
  if (uses.length === 0) return undefined;
  const code = list === "sources" ? "source-in-use" : "case-in-use";
  return { field: path.join("."), code, values: { count: uses.length, facts: uses.join(", ") } };
}

function problemsIn(section: Input["section"], file: DraftFile): Problem[] {
  const read = readDraft(file);
  if ("file" in read) return [];
  return read.problems
    .filter(({ path }) => sectionOf(path) === section)
    .map(({ path, code, values }) => ({ field: path, code, values }));
}

/** For each key that others saved and the form doesn't show as it is now: the save at which it was so. */
function stillShown(
  { section, base }: Input,
  {
    shown,
    changed,
    merged,
  }: {
    shown: ReadonlyMap<string, number>;
    changed: readonly string[];
    merged: readonly { keys: string[] }[];
  },
): Record<string, number> {
  const keys: readonly string[] = draftSections[section];
  const others = new Set(merged.flatMap((it) => it.keys));
  return Object.fromEntries(
    keys
      .filter((key) => !changed.includes(key) && (shown.has(key) || others.has(key)))
      .map((key) => [key, shown.get(key) ?? base]),
  );
}

/** The page of the section as it is now. It has an address of its own, or a browser would take it for the one it has. */
function pathAfter(
  { draft, section, language, base }: Input,
  { save, at, isUndoable }: { save: number; at: string; isUndoable: boolean },
): string {
  const query = new URLSearchParams({
    ...(at === "" ? { done: "section-saved" } : { at }),
    ...(isUndoable && { removed: String(base) }),
    save: String(save),
  });
  const place = at === "" ? "" : `#${sectionFormId}-${at}`;
  return `${localizedPath(`/editor/drafts/${draft}/${section}`, language)}?${query}${place}`;
}

function hasNewSource(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(hasNewSource);
  return isRecord(node) && ("newSource" in node || Object.values(node).some(hasNewSource));
}

function refused(problem: Problem): Answer {
  return { outcome: "refused", problems: [problem] };
}
