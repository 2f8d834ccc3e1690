import type { DraftFile, NewId } from "#domain/draft-file.ts";
import { same } from "#domain/draft-merge.ts";
import { type Edit, editPart } from "#domain/form/edits.ts";
import { mergeParts } from "#domain/form/merge-parts.ts";
import type { FormField } from "#domain/form/model.ts";
import { withNewSources } from "#domain/form/new-sources.ts";
import { isRecord } from "#domain/json.ts";

/** A section as it was sent, and what is to be done with it. */
export type SentSection = {
  form: readonly FormField[];
  /** What was read from it. */
  part: Readonly<Record<string, unknown>>;
  /** The file that the form was made from. */
  seen: DraftFile;
  /** Whether others' changes of the same keys are put together with it, entry by entry. */
  isMerging: boolean;
  /** Whether sources that were typed beside a fact are entered into the list. */
  entersSources: boolean;
  edit: Edit | undefined;
  /** The kind of an entry that is to be added. */
  variant: string | undefined;
};

/** A file with a section as it was sent; `at` is the place in it to look at next. */
export function writeSection(
  file: DraftFile,
  newId: NewId,
  { form, part, seen, isMerging, entersSources, edit, variant }: SentSection,
): { file: DraftFile; at: string } {
  const keys = form.map(({ key }) => key);
  const merged = isMerging
    ? Object.fromEntries(keys.map((key) => [key, mergeParts(seen[key], part[key], file[key])]))
    : part;
  const edited = edit && editPart(form, merged, edit, { newId, variant });
  const rest = Object.entries(file).filter(([key]) => !keys.includes(key));
  const own = Object.entries(edited?.part ?? merged).filter(([, value]) => value !== undefined);
  const written = Object.fromEntries([...rest, ...own]);
  return { file: entersSources ? withNewSources(written, newId) : written, at: edited?.at ?? "" };
}

/** The keys of a section that were changed in its form. */
export function changedIn({ form, part, seen }: Pick<SentSection, "form" | "part" | "seen">): string[] {
  return form.map(({ key }) => key).filter((key) => !same(part[key], seen[key]));
}

/** Whether everything with an id that the form was made from came back with it: only a button takes something away. */
export function isWhole({ form, part, seen }: Pick<SentSection, "form" | "part" | "seen">): boolean {
  const sent = new Set(form.flatMap(({ key }) => [...idsIn(part[key])]));
  return form.every(({ key }) => [...idsIn(seen[key])].every((id) => sent.has(id)));
}

function* idsIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* idsIn(item);
  if (!isRecord(node)) return;
  if (typeof node.id === "string") yield node.id;
  for (const value of Object.values(node)) yield* idsIn(value);
}
