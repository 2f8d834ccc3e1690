import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { goBackToSave } from "#data/commands/go-back-to-save.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { findDraft, findSave, listSaves } from "#data/editor/draft.ts";
import type { Registry } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { type DraftFile, emptyFile } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";
import { editor, otherEditor } from "../../support/actors.ts";
import { createTestRegistry, firstRecord } from "../../support/registry.ts";

let registry: Registry;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
});
afterAll(() => drop());

const kalesnikava = CaseFile.parse(firstRecord("001-maryia-kalesnikava"));
const text = (en: string) => ({ original: "en", en });
const summary = (en: string) => ({ id: "x90", value: text(en), basis: [{ source: "s1", asOf: "2021" }] });

/** Somebody who is published, and an open draft of theirs. */
async function publishedWithDraft(): Promise<{ personId: string; draftId: string; number: number }> {
  const { number } = await publish(registry, { file: kalesnikava, baseVersion: 0, actor: "test" });
  const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number } });
  const { draftId } = await openDraft(registry, { personId, actor: editor });
  return { personId, draftId, number };
}

const set =
  (key: string, value: unknown) =>
  (file: DraftFile): DraftFile => ({ ...file, [key]: value });

function save(draftId: string, base: number, key: keyof CaseFile, value: unknown, actor: Actor = editor) {
  return saveDraft(registry, {
    draftId,
    base,
    touches: [key],
    write: set(key, value),
    manner: "manual",
    actor,
  });
}

const audited = (draftId: string) =>
  registry.auditEntry.findMany({ where: { draftId }, orderBy: { id: "asc" } });

describe("creating a person", () => {
  test("makes somebody without a number, found by name, with an open draft", async () => {
    const name = { ...kalesnikava.names[0], family: "Ў-невядомая" };
    const { personId, draftId } = await createPerson(registry, {
      file: { ...emptyFile(), names: [name] },
      actor: editor,
    });
    expect(await findDraft(editor, draftId)).toMatchObject({
      personId,
      number: null,
      state: "editing",
      save: 1,
      baseVersion: 0,
      base: undefined,
      authors: [editor.id],
      steps: [{ step: "open", by: editor.id }],
    });
    const names = await registry.personName.findMany({ where: { personId } });
    expect(names.map(({ text }) => text)).toEqual([expect.stringContaining("Ў-невядомая")]);
    const entries = await registry.auditEntry.findMany({ where: { personId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["create-person", editor.id],
      ["open-draft", editor.id],
    ]);
  });

  test("takes a name that is only typed so far, however long", async () => {
    const family = "Вельмі".repeat(1_000);
    const { personId, draftId } = await createPerson(registry, {
      file: { names: [{ language: "be", family }], events: "typed" },
      actor: editor,
    });
    expect((await findDraft(editor, draftId))?.names.be).toBe(family);
    expect(await registry.personName.count({ where: { personId } })).toBe(1);
  });
});

describe("opening a draft", () => {
  test("begins from the current version, once", async () => {
    const { personId, draftId, number } = await publishedWithDraft();
    const draft = await findDraft(editor, draftId);
    expect(draft).toMatchObject({ number, baseVersion: 1, currentVersion: 1, save: 1 });
    expect(draft?.file).toEqual(JSON.parse(JSON.stringify(kalesnikava)));
    expect(draft?.base).toEqual(kalesnikava);
    await expect(openDraft(registry, { personId, actor: otherEditor })).rejects.toMatchObject({
      reason: "draft-open",
      values: { draft: draftId },
    });
  });

  test("of many at once makes one", async () => {
    const { number } = await publish(registry, { file: kalesnikava, baseVersion: 0, actor: "test" });
    const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number } });
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => openDraft(registry, { personId, actor: editor })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await registry.draft.count({ where: { personId } })).toBe(1);
  });

  test("from an older version takes its file, on the current one as base", async () => {
    const { number } = await publish(registry, { file: kalesnikava, baseVersion: 0, actor: "test" });
    const { id: personId } = await registry.person.findUniqueOrThrow({ where: { number } });
    await publish(registry, {
      file: { ...kalesnikava, occupations: [] },
      number,
      baseVersion: 1,
      actor: "test",
    });
    await expect(openDraft(registry, { personId, fromVersion: 3, actor: editor })).rejects.toMatchObject({
      reason: "unknown-version",
    });
    const { draftId } = await openDraft(registry, { personId, fromVersion: 1, actor: editor });
    const draft = await findDraft(editor, draftId);
    expect(draft).toMatchObject({ baseVersion: 2, base: { occupations: [] } });
    expect(draft?.file.occupations).toEqual(JSON.parse(JSON.stringify(kalesnikava.occupations)));
  });

  test.each(["not-an-id", "00000000-0000-4000-8000-000000000000"])(
    "refuses the person %s",
    async (personId) => {
      await expect(openDraft(registry, { personId, actor: editor })).rejects.toMatchObject({
        reason: "unknown-person",
      });
    },
  );
});

describe("saving", () => {
  test("adds a save, makes its author one, and changes nothing for the same once more", async () => {
    const { draftId, personId } = await publishedWithDraft();
    expect(await save(draftId, 1, "summary", summary("One."), otherEditor)).toEqual({
      outcome: "saved",
      save: 2,
      merged: [],
    });
    expect(await save(draftId, 2, "summary", summary("One."))).toMatchObject({ save: 2 });
    const draft = await findDraft(editor, draftId);
    expect(draft).toMatchObject({ save: 2, file: { summary: summary("One.") } });
    expect(draft?.authors.sort()).toEqual([editor.id, otherEditor.id]);
    expect(await audited(draftId)).toMatchObject([
      { action: "open-draft", personId, details: { save: 1 } },
      { action: "save-draft", personId, actor: otherEditor.id, details: { save: 2, before: 1 } },
    ]);
  });

  test("of other keys than somebody else's since merges, and tells whose", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "summary", summary("Mine."));
    expect(await save(draftId, 1, "contact", {}, otherEditor)).toEqual({
      outcome: "saved",
      save: 3,
      merged: [{ by: editor.id, at: expect.any(Date), keys: ["summary"] }],
    });
    expect((await findDraft(editor, draftId))?.file).toMatchObject({
      summary: summary("Mine."),
      contact: {},
    });
  });

  test("of the same key keeps what came later aside, once, and tells", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "summary", summary("First."));
    const later = () => save(draftId, 1, "summary", summary("Later."), otherEditor);
    const told = { outcome: "conflict", save: 2, aside: 3, by: [editor.id], keys: ["summary"] };
    expect(await later()).toEqual(told);
    expect(await later()).toEqual(told);
    const draft = await findDraft(editor, draftId);
    expect(draft).toMatchObject({ save: 2, file: { summary: summary("First.") } });
    expect(draft?.authors).toContain(otherEditor.id);
    expect(await findSave(editor, draftId, 3)).toMatchObject({
      manner: "aside",
      basedOn: 1,
      by: otherEditor.id,
      file: { summary: summary("Later.") },
      before: { summary: JSON.parse(JSON.stringify(kalesnikava.summary)) },
    });
  });

  test("two at once of the same key: one wins, the other is told", async () => {
    const { draftId } = await publishedWithDraft();
    const both = await Promise.all([
      save(draftId, 1, "summary", summary("One."), editor),
      save(draftId, 1, "summary", summary("Two."), otherEditor),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "saved"]);
    const saves = await listSaves(editor, draftId);
    expect(saves.map(({ manner }) => manner)).toEqual(["aside", "manual", "opened"]);
  });

  test("two at once of different keys are both in", async () => {
    const { draftId } = await publishedWithDraft();
    const both = await Promise.all([
      save(draftId, 1, "summary", summary("One."), editor),
      save(draftId, 1, "contact", {}, otherEditor),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(["saved", "saved"]);
    expect((await findDraft(editor, draftId))?.file).toMatchObject({ summary: summary("One."), contact: {} });
  });

  test("a form of several keys doesn't take back what others changed of those that it left alone", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "categories", [], otherEditor);
    const { categories } = kalesnikava;
    const saved = await saveDraft(registry, {
      draftId,
      base: 1,
      touches: ["categories", "occupations"],
      write: (file) => ({ ...file, categories, occupations: [] }),
      manner: "manual",
      actor: editor,
    });
    expect(saved.outcome).toBe("saved");
    expect((await findDraft(editor, draftId))?.file).toMatchObject({ categories: [], occupations: [] });
  });

  test("what one wrote as another already has is no conflict", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "summary", summary("Same."));
    expect(await save(draftId, 1, "summary", summary("Same."), otherEditor)).toMatchObject({
      outcome: "saved",
      save: 2,
    });
  });

  test("gives ids that nobody has had, not in a save that was left nor in a version published meanwhile", async () => {
    const { draftId, number } = await publishedWithDraft();
    const highest = Math.max(...kalesnikava.events.map(({ id }) => Number(id.slice(1))));
    const given: string[] = [];
    const addEvent = (base: number) =>
      saveDraft(registry, {
        draftId,
        base,
        touches: ["events"],
        write: (file, newId) => {
          const id = newId("e");
          given.push(id);
          return { ...file, events: [{ id, kind: "charge", basis: [{ source: "s1", asOf: "2021" }] }] };
        },
        manner: "manual",
        actor: editor,
      });
    await addEvent(1);
    expect(new Set(given)).toEqual(new Set([`e${highest + 1}`]));
    await goBackToSave(registry, { draftId, base: 2, to: 1, actor: editor });
    given.length = 0;
    await addEvent(3);
    expect(new Set(given)).toEqual(new Set([`e${highest + 2}`]));
    const [event] = kalesnikava.events;
    const published = { ...kalesnikava, events: [{ ...event, id: "e500" }] };
    await publish(registry, { file: published, number, baseVersion: 1, actor: "test" });
    given.length = 0;
    await addEvent(4);
    expect(new Set(given)).toEqual(new Set(["e501"]));
  });

  test("keeps names findable as they are typed", async () => {
    const { draftId, personId } = await publishedWithDraft();
    const before = await registry.personName.count({ where: { personId } });
    await save(draftId, 1, "names", [...kalesnikava.names, { language: "be", given: "Новае-імя" }]);
    const names = await registry.personName.findMany({ where: { personId } });
    expect(names).toHaveLength(before + 1);
    expect(names.map(({ text }) => text)).toContain("Новае-імя");
  });

  test.each([
    ["a draft that is not there", "00000000-0000-4000-8000-000000000000", 1, "unknown-draft"],
    ["a draft whose id is none", "x'; drop table draft", 1, "unknown-draft"],
  ])("refuses %s", async (_, draftId, base, reason) => {
    await expect(save(draftId, base, "summary", summary("X."))).rejects.toMatchObject({ reason });
  });

  test.each([0, -1, 7, 1.5, 2 ** 40])("refuses the save %d to begin from", async (base) => {
    const { draftId } = await publishedWithDraft();
    await expect(save(draftId, base, "summary", summary("X."))).rejects.toMatchObject({
      reason: "unknown-save",
    });
    expect(await listSaves(editor, draftId)).toHaveLength(1);
  });
});

describe("going back", () => {
  test("saves once more what was saved before, an aside too", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "summary", summary("First."));
    await save(draftId, 1, "summary", summary("Aside."), otherEditor);
    expect(await goBackToSave(registry, { draftId, base: 2, to: 3, actor: otherEditor })).toEqual({
      save: 4,
    });
    expect((await findDraft(editor, draftId))?.file).toMatchObject({ summary: summary("Aside.") });
    expect(await goBackToSave(registry, { draftId, base: 4, to: 3, actor: editor })).toEqual({ save: 4 });
    expect((await listSaves(editor, draftId)).map(({ manner, keys }) => [manner, keys])).toEqual([
      ["went-back", ["summary"]],
      ["aside", ["summary"]],
      ["manual", ["summary"]],
      ["opened", []],
    ]);
    expect((await audited(draftId)).map(({ action, details }) => [action, details]).at(-1)).toEqual([
      "go-back-to-save",
      { save: 4, before: 2, to: 3 },
    ]);
  });

  test("refuses a draft that was saved since, and a save that isn't there", async () => {
    const { draftId } = await publishedWithDraft();
    await save(draftId, 1, "summary", summary("First."));
    const back = { draftId, base: 1, to: 1, actor: otherEditor };
    await expect(goBackToSave(registry, back)).rejects.toMatchObject({
      reason: "draft-changed",
      values: { save: 2 },
    });
    await expect(goBackToSave(registry, { ...back, base: 2, to: 9 })).rejects.toMatchObject({
      reason: "unknown-save",
    });
  });
});

test("reads know nothing of what isn't there", async () => {
  for (const id of ["x", "00000000-0000-4000-8000-000000000000"]) {
    expect(await findDraft(editor, id)).toBeUndefined();
    expect(await listSaves(editor, id)).toEqual([]);
    expect(await findSave(editor, id, 1)).toBeUndefined();
  }
});
