import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { type Saved, saveDraft } from "#data/commands/save-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import type { Registry } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import type { Actor } from "#domain/policy.ts";
import { editor } from "./actors.ts";
import { firstRecord } from "./registry.ts";

/** A record to draft upon. */
export const kalesnikava = CaseFile.parse(firstRecord("001-maryia-kalesnikava"));

/** What a file holds under `summary`, in English alone. */
export function summary(en: string) {
  return { id: "x90", value: { original: "en", en }, basis: [{ source: "s1", asOf: "2021" }] };
}

/** Publishes the record as a new person's. */
export async function publishKalesnikava(registry: Registry): Promise<{ personId: string; number: number }> {
  const { number } = await publish(registry, { file: kalesnikava, baseVersion: 0, actor: "test" });
  const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number } });
  return { personId, number };
}

/** The same with an open draft. */
export async function beginDraftOf(
  registry: Registry,
  actor: Actor = editor,
): Promise<{ personId: string; number: number; draftId: string }> {
  const published = await publishKalesnikava(registry);
  return { ...published, ...(await openDraft(registry, { personId: published.personId, actor })) };
}

/** Saves one key of a draft. */
export function saveKey(
  registry: Registry,
  order: { draftId: string; base: number; key: keyof CaseFile; value: unknown; actor?: Actor },
) {
  const { draftId, base, key, value, actor = editor } = order;
  return saveDraft(registry, {
    draftId,
    base,
    touches: [key],
    write: (file) => ({ ...file, [key]: value }),
    manner: "manual",
    actor,
  });
}

/** The same with a draft that says something new and is submitted, at save 2. */
export async function submittedDraft(
  registry: Registry,
  actor: Actor = editor,
): Promise<{ personId: string; number: number; draftId: string; base: Saved["save"] }> {
  const begun = await beginDraftOf(registry, actor);
  const { draftId } = begun;
  await saveKey(registry, { draftId, base: 1, key: "summary", value: summary("New."), actor });
  await submitDraft(registry, { draftId, base: 2, actor });
  return { ...begun, base: 2 };
}
