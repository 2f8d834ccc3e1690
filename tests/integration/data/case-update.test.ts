import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { discardDraft } from "#data/commands/discard-draft.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { findKnownSource, findPersonToUpdate } from "#data/editor/case-update.ts";
import { findDraft } from "#data/editor/draft.ts";
import type { Registry } from "#db/registry.ts";
import { CaseUpdateForm, readCaseUpdate, withCaseUpdate } from "#domain/case-update.ts";
import { emptyFile } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";
import { editor, otherEditor } from "../../support/actors.ts";
import { kalesnikava, publishKalesnikava } from "../../support/drafts.ts";
import { createTestRegistry } from "../../support/registry.ts";

let registry: Registry;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
});
afterAll(() => drop());

/** Reads one event as the action does, from the file as it is now; the answer saves it. */
async function update(
  draftId: string,
  personId: string,
  fields: Record<string, string>,
  actor: Actor = editor,
) {
  const found = await findPersonToUpdate(actor, personId);
  const form = CaseUpdateForm.parse({
    language: "en",
    wordsIn: "en",
    person: personId,
    kind: "hospital",
    ...fields,
  });
  const context = {
    file: found?.file ?? {},
    known: await findKnownSource(actor, form.address),
    today: "2024-03-01",
  };
  const read = readCaseUpdate(form, context);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return () =>
    saveDraft(registry, {
      draftId,
      base: found?.draft?.save ?? 1,
      touches: [],
      write: (file, newId) => withCaseUpdate(file, read, newId).file,
      manner: "manual",
      actor,
    });
}

test("goes into the current version's file, the open draft's, or that of a person without a number", async () => {
  const { personId } = await publishKalesnikava(registry);
  expect(await findPersonToUpdate(editor, personId)).toMatchObject({ draft: undefined, file: kalesnikava });
  const { draftId } = await openDraft(registry, { personId, actor: editor });
  const save = await update(draftId, personId, { date: "May 2023", source: "s1" });
  await save();
  expect(await findPersonToUpdate(editor, personId)).toMatchObject({
    draft: { id: draftId, save: 2, state: "editing" },
    file: { events: [...kalesnikava.events, { kind: "hospital", date: { edtf: "2023-05" } }] },
  });

  const names = kalesnikava.names.slice(0, 1);
  const fresh = await createPerson(registry, { file: { ...emptyFile(), names }, actor: editor });
  expect(await findPersonToUpdate(editor, fresh.personId)).toMatchObject({
    draft: { id: fresh.draftId, save: 1 },
  });
  await discardDraft(registry, { draftId: fresh.draftId, base: 1, actor: editor });
  expect(await findPersonToUpdate(editor, fresh.personId)).toMatchObject({
    draft: undefined,
    file: { names },
  });
  expect(await findPersonToUpdate(editor, "5b0c1f9e-0000-4000-8000-000000000001")).toBeUndefined();
  expect(await findPersonToUpdate(editor, "no id")).toBeUndefined();
});

test("by two editors at once is in the draft twice, with one source, and can be submitted", async () => {
  const { personId } = await publishKalesnikava(registry);
  const { draftId } = await openDraft(registry, { personId, actor: editor });
  const source = { address: "https://example.org/at-once", title: "A", sourceLanguage: "en", asOf: "2023" };
  const saves = [
    await update(draftId, personId, { date: "1 May 2023", ...source }),
    await update(draftId, personId, { date: "2 May 2023", ...source }, otherEditor),
  ];
  for (const save of saves) expect(await save()).toMatchObject({ outcome: "saved" });
  const draft = await findDraft(editor, draftId);
  const added = { kind: "hospital", basis: [{ asOf: "2023" }] };
  expect(draft?.file.events).toMatchObject([
    ...kalesnikava.events,
    { ...added, date: { edtf: "2023-05-01" } },
    { ...added, date: { edtf: "2023-05-02" } },
  ]);
  expect(draft?.file.sources).toHaveLength(kalesnikava.sources.length + 1);
  await submitDraft(registry, { draftId, base: draft?.save ?? 0, actor: editor });
});

test("knows a source of another file by its address, those of open drafts too", async () => {
  const address = "https://www.example.org/known?b=2&a=1";
  expect(await findKnownSource(editor, address)).toBeUndefined();
  const source = { id: "s1", title: "Known", language: "en", address };
  const file = { ...emptyFile(), sources: [{ id: "s2", address, title: 5 }, source] };
  const { draftId } = await createPerson(registry, { file, actor: editor });
  expect(await findKnownSource(otherEditor, "http://example.org/known/?a=1&b=2&utm_source=x#end")).toEqual(
    source,
  );
  expect(await findKnownSource(editor, "https://example.org/known")).toBeUndefined();
  for (const none of ["", "Known", "%", "https://example.com/known?a=1&b=2"]) {
    expect(await findKnownSource(editor, none)).toBeUndefined();
  }
  await discardDraft(registry, { draftId, base: 1, actor: editor });
  expect(await findKnownSource(editor, address)).toBeUndefined();
});
