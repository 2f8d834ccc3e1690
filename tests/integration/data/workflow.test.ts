import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { discardDraft } from "#data/commands/discard-draft.ts";
import { goBackToSave } from "#data/commands/go-back-to-save.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { publishDraft } from "#data/commands/publish-draft.ts";
import { rebaseDraft } from "#data/commands/rebase-draft.ts";
import { rebuild } from "#data/commands/rebuild.ts";
import { returnDraft } from "#data/commands/return-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { takeBackDraft } from "#data/commands/take-back-draft.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { withhold } from "#data/commands/withhold.ts";
import { listOpenDrafts } from "#data/editor/desk.ts";
import { findDraft } from "#data/editor/draft.ts";
import { findProfile } from "#data/public/profile.ts";
import type { Registry } from "#db/registry.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { emptyFile } from "#domain/draft-file.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import type { Actor } from "#domain/policy.ts";
import { editor, otherEditor, otherReviewer, reviewer } from "../../support/actors.ts";
import { query } from "../../support/database.ts";
import {
  beginDraftOf,
  kalesnikava,
  publishKalesnikava,
  saveKey,
  submittedDraft,
  summary,
} from "../../support/drafts.ts";
import { createTestRegistry } from "../../support/registry.ts";

let registry: Registry;
let owner: Registry;
let url: string;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ registry, owner, url, drop } = await createTestRegistry());
});
afterAll(() => drop());

const stateOf = async (draftId: string) => (await findDraft(editor, draftId))?.state;

describe("submitting, taking back, returning, discarding", () => {
  test("lead from state to state, and each leaves its step and its audit", async () => {
    const { draftId, personId } = await submittedDraft(registry);
    expect(await stateOf(draftId)).toBe("submitted");
    await takeBackDraft(registry, { draftId, base: 2, actor: otherEditor });
    expect(await stateOf(draftId)).toBe("editing");
    await submitDraft(registry, { draftId, base: 2, actor: editor });
    await returnDraft(registry, { draftId, base: 2, note: " Which source? ", actor: reviewer });
    expect(await stateOf(draftId)).toBe("returned");
    await saveKey(registry, { draftId, base: 2, key: "summary", value: summary("Newer.") });
    expect(await stateOf(draftId)).toBe("editing");
    await discardDraft(registry, { draftId, base: 3, actor: editor });
    expect(await stateOf(draftId)).toBe("discarded");
    const steps = (await findDraft(editor, draftId))?.steps;
    expect(steps?.map(({ step, by, save, note }) => [step, by, save, note])).toEqual([
      ["open", editor.id, 1, null],
      ["submit", editor.id, 2, null],
      ["take-back", otherEditor.id, 2, null],
      ["submit", editor.id, 2, null],
      ["return", reviewer.id, 2, "Which source?"],
      ["save", editor.id, 3, null],
      ["discard", editor.id, 3, null],
    ]);
    const entries = await registry.auditEntry.findMany({ where: { draftId }, orderBy: { id: "asc" } });
    expect(entries.map(({ action, actor }) => [action, actor])).toEqual([
      ["open-draft", editor.id],
      ["save-draft", editor.id],
      ["submit-draft", editor.id],
      ["take-back-draft", otherEditor.id],
      ["submit-draft", editor.id],
      ["return-draft", reviewer.id],
      ["save-draft", editor.id],
      ["discard-draft", editor.id],
    ]);
    expect(entries.every((it) => it.personId === personId)).toBe(true);
    expect(entries[2]?.details).toEqual({ save: 2, from: "editing", to: "submitted" });
    expect(JSON.stringify(entries.map((it) => it.details))).not.toContain("Which source");
  });

  test("a draft that was discarded makes room for another, and the first one's saves stay", async () => {
    const { draftId, personId } = await beginDraftOf(registry);
    await discardDraft(registry, { draftId, base: 1, actor: editor });
    const second = await openDraft(registry, { personId, actor: editor });
    expect(second.draftId).not.toBe(draftId);
    expect(await registry.draftSave.count({ where: { draftId } })).toBe(1);
  });

  test("who was never published is found after their draft is discarded, and goes on from it", async () => {
    const names = [{ ...kalesnikava.names[0], family: "Згубленая" }];
    const { personId, draftId } = await createPerson(registry, {
      file: { ...emptyFile(), names },
      actor: editor,
    });
    await discardDraft(registry, { draftId, base: 1, actor: editor });
    expect(await registry.personName.count({ where: { personId, text: { contains: "Згубленая" } } })).toBe(1);
    const next = await openDraft(registry, { personId, actor: otherEditor });
    expect((await findDraft(editor, next.draftId))?.file.names).toMatchObject([{ family: "Згубленая" }]);
  });

  test("a discarded draft's names are no longer the person's", async () => {
    const { draftId, personId } = await beginDraftOf(registry);
    const before = await registry.personName.count({ where: { personId } });
    const names = [...kalesnikava.names, { language: "be", given: "Часовае" }];
    await saveKey(registry, { draftId, base: 1, key: "names", value: names });
    expect(await registry.personName.count({ where: { personId } })).toBe(before + 1);
    await discardDraft(registry, { draftId, base: 2, actor: editor });
    expect(await registry.personName.count({ where: { personId } })).toBe(before);
  });

  test("what isn't whole, changes nothing or names what isn't there is not submitted", async () => {
    const { draftId } = await beginDraftOf(registry);
    const submit = (base: number) => submitDraft(registry, { draftId, base, actor: editor });
    await expect(submit(1)).rejects.toMatchObject({ reason: "unchanged" });
    await saveKey(registry, { draftId, base: 1, key: "summary", value: { id: "x90", value: "?" } });
    await expect(submit(2)).rejects.toMatchObject({
      reason: "draft-has-problems",
      values: { problems: expect.any(Number) },
    });
    await saveKey(registry, { draftId, base: 2, key: "summary", value: summary("New.") });
    const [event] = kalesnikava.events;
    const events = [{ ...event, facility: "nowhere-1" }];
    await saveKey(registry, { draftId, base: 3, key: "events", value: events });
    await expect(submit(4)).rejects.toMatchObject({ reason: "unknown-reference" });
    const reused = [{ ...event, id: kalesnikava.names[0]?.id }];
    await saveKey(registry, { draftId, base: 4, key: "events", value: reused });
    await saveKey(registry, { draftId, base: 5, key: "names", value: kalesnikava.names.slice(1) });
    await expect(submit(6)).rejects.toMatchObject({ reason: "reused-id" });
    expect(await stateOf(draftId)).toBe("editing");
  });

  test("a return says why", async () => {
    const { draftId, base } = await submittedDraft(registry);
    await expect(
      returnDraft(registry, { draftId, base, note: " \n", actor: reviewer }),
    ).rejects.toMatchObject({
      reason: "no-note",
    });
  });
});

type Order = { draftId: string; base: number; actor: Actor };
const commands: Record<string, (order: Order) => Promise<unknown>> = {
  submit: (order) => submitDraft(registry, order),
  "take-back": (order) => takeBackDraft(registry, order),
  return: (order) => returnDraft(registry, { ...order, note: "Why?" }),
  discard: (order) => discardDraft(registry, order),
  publish: (order) => publishDraft(registry, order),
  "go-back": (order) => goBackToSave(registry, { ...order, to: 1 }),
  rebase: (order) => rebaseDraft(registry, { ...order, onto: 2, choices: {} }),
};

describe("every command", () => {
  test.each(Object.keys(commands))("%s refuses an unknown draft", async (name) => {
    const draftId = "00000000-0000-4000-8000-000000000000";
    await expect(commands[name]?.({ draftId, base: 1, actor: reviewer })).rejects.toMatchObject({
      reason: "unknown-draft",
    });
  });

  test.each(Object.keys(commands))("%s refuses a draft that was saved meanwhile", async (name) => {
    const { draftId } = await beginDraftOf(registry);
    await saveKey(registry, { draftId, base: 1, key: "summary", value: summary("New.") });
    if (["take-back", "return", "publish"].includes(name)) {
      await submitDraft(registry, { draftId, base: 2, actor: editor });
    }
    await expect(commands[name]?.({ draftId, base: 1, actor: reviewer })).rejects.toMatchObject({
      reason: "draft-changed",
      values: { save: 2 },
    });
  });

  test.each(Object.keys(commands))("%s refuses a draft that is closed", async (name) => {
    const { draftId } = await beginDraftOf(registry);
    await discardDraft(registry, { draftId, base: 1, actor: editor });
    await expect(commands[name]?.({ draftId, base: 1, actor: reviewer })).rejects.toMatchObject({
      reason: "wrong-state",
      values: { state: "discarded" },
    });
  });

  test.each(["return", "publish"])("%s refuses an editor", async (name) => {
    const { draftId, base } = await submittedDraft(registry);
    const order = { draftId, base, actor: otherEditor };
    await expect(commands[name]?.(order)).rejects.toMatchObject({ reason: "not-allowed" });
    expect(await stateOf(draftId)).toBe("submitted");
  });

  test.each(Object.keys(commands))("%s writes all of it or nothing", async (name) => {
    const submitted = ["take-back", "return", "publish"].includes(name);
    const { draftId, number, personId } = await (submitted ? submittedDraft : beginDraftOf)(registry);
    if (!submitted) {
      await saveKey(registry, { draftId, base: 1, key: "summary", value: summary("New.") });
    }
    if (name === "rebase") {
      const file = { ...kalesnikava, occupations: [] };
      await publish(registry, { file, number, baseVersion: 1, actor: "test" });
    }
    const everything = () =>
      query(
        url,
        `select (select jsonb_agg(to_jsonb(d)) from draft d where id = $1) as draft,
          (select jsonb_agg(to_jsonb(s) order by number) from draft_save s where draft_id = $1) as saves,
          (select jsonb_agg(to_jsonb(s) order by number) from draft_step s where draft_id = $1) as steps,
          (select jsonb_agg(to_jsonb(v) order by number) from version v where person_id = $2) as versions,
          (select jsonb_agg(to_jsonb(v) order by version) from public_version v where number = $3) as public,
          (select jsonb_agg(to_jsonb(n) order by text) from person_name n where person_id = $2) as names,
          (select count(*) from outbox) as outbox`,
        [draftId, personId, number],
      );
    const before = await everything();
    await query(
      url,
      `create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$;
       create trigger cut_off before insert on audit_entry for each row execute function cut_off()`,
    );
    try {
      await expect(commands[name]?.({ draftId, base: 2, actor: reviewer })).rejects.toThrow("cut off");
    } finally {
      await query(url, "drop trigger cut_off on audit_entry; drop function cut_off()");
    }
    expect(await everything()).toEqual(before);
    await commands[name]?.({ draftId, base: 2, actor: reviewer });
    expect(await everything()).not.toEqual(before);
  });
});

describe("what is submitted", () => {
  test("is not changed by a save, whose words are kept beside it", async () => {
    const { draftId, base } = await submittedDraft(registry);
    const order = { draftId, base, key: "summary", value: summary("Late."), actor: otherReviewer } as const;
    const told = { reason: "too-late", values: { state: "submitted", aside: 3 } };
    await expect(saveKey(registry, order)).rejects.toMatchObject(told);
    await expect(saveKey(registry, order)).rejects.toMatchObject(told);
    const draft = await findDraft(editor, draftId);
    expect(draft).toMatchObject({ state: "submitted", save: 2, file: { summary: summary("New.") } });
    // Whoever has written something of it, even beside it, is an author.
    await expect(publishDraft(registry, { draftId, base, actor: otherReviewer })).rejects.toMatchObject({
      reason: "own-draft",
    });
  });

  test("is not saved either where nothing was written", async () => {
    const { draftId, base } = await submittedDraft(registry);
    const order = { draftId, base, key: "summary", value: summary("New."), actor: otherReviewer } as const;
    await expect(saveKey(registry, order)).rejects.toMatchObject({ reason: "wrong-state" });
    expect(await registry.draftSave.count({ where: { draftId } })).toBe(2);
  });
});

describe("publishing a draft", () => {
  test("makes the next version, public at once, and closes the draft", async () => {
    const { draftId, base, personId, number } = await submittedDraft(registry);
    await registry.outbox.deleteMany();
    const publicNote: LocalizedText = { original: "en", en: "Summary added." };
    const order = { draftId, base, publicNote, internalNote: "Checked twice.", actor: reviewer };
    expect(await publishDraft(registry, order)).toEqual({ number, version: 2 });
    expect(await findDraft(editor, draftId)).toMatchObject({
      state: "published",
      publishedVersion: 2,
      currentVersion: 2,
      steps: [{ step: "open" }, { step: "submit" }, { step: "publish", by: reviewer.id, save: 2 }],
    });
    expect(await findProfile(number)).toMatchObject({ version: 2, form: { summary: summary("New.") } });
    const [, version] = await registry.version.findMany({ where: { personId }, orderBy: { number: "asc" } });
    expect(version).toMatchObject({ publicNote, internalNote: "Checked twice.", createdBy: reviewer.id });
    expect(await registry.outbox.count({ where: { address: `/people/${number}` } })).toBe(1);
    const entry = await registry.auditEntry.findFirst({ where: { draftId, action: "publish" } });
    expect(entry).toMatchObject({ actor: reviewer.id, personId, details: { number, version: 2, save: 2 } });
    await expect(publishDraft(registry, order)).rejects.toMatchObject({ reason: "wrong-state" });
  });

  test("gives a new person the next number", async () => {
    const { draftId, personId } = await createPerson(registry, { file: kalesnikava, actor: editor });
    expect(await registry.person.findUnique({ where: { id: personId } })).toMatchObject({ number: null });
    await submitDraft(registry, { draftId, base: 1, actor: editor });
    const { _max } = await registry.person.aggregate({ _max: { number: true } });
    const number = (_max.number ?? 0) + 1;
    expect(await publishDraft(registry, { draftId, base: 1, actor: reviewer })).toEqual({
      number,
      version: 1,
    });
    expect(await findProfile(number)).toMatchObject({ found: "published", version: 1 });
  });

  test("of several new people at once gives no number twice", async () => {
    const drafts = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { draftId } = await createPerson(registry, { file: kalesnikava, actor: editor });
        await submitDraft(registry, { draftId, base: 1, actor: editor });
        return draftId;
      }),
    );
    const published = await Promise.all(
      drafts.map((draftId) => publishDraft(registry, { draftId, base: 1, actor: reviewer })),
    );
    expect(new Set(published.map(({ number }) => number)).size).toBe(4);
  });

  test("by two at once makes one version", async () => {
    const { draftId, base, personId } = await submittedDraft(registry);
    const both = await Promise.allSettled(
      [reviewer, otherReviewer].map((actor) => publishDraft(registry, { draftId, base, actor })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await registry.version.count({ where: { personId } })).toBe(2);
  });

  test("refuses who wrote the draft that it goes on from, too", async () => {
    const { draftId: first, personId } = await createPerson(registry, { file: kalesnikava, actor: reviewer });
    await discardDraft(registry, { draftId: first, base: 1, actor: reviewer });
    const { draftId } = await openDraft(registry, { personId, actor: editor });
    await submitDraft(registry, { draftId, base: 1, actor: editor });
    const order = { draftId, base: 1 };
    await expect(publishDraft(registry, { ...order, actor: reviewer })).rejects.toMatchObject({
      reason: "own-draft",
    });
    const authors = [editor.id, reviewer.id];
    expect((await findDraft(editor, draftId))?.authors).toEqual(authors);
    expect((await listOpenDrafts(editor)).find(({ id }) => id === draftId)?.authors).toEqual(authors);
    await publishDraft(registry, { ...order, actor: otherReviewer });
  });

  test("refuses everybody who saved it: who opened it, who saved a comma, who came too late", async () => {
    const opened = await submittedDraft(registry, reviewer);
    await expect(publishDraft(registry, { ...opened, actor: reviewer })).rejects.toMatchObject({
      reason: "own-draft",
    });

    const { draftId } = await beginDraftOf(registry);
    await saveKey(registry, { draftId, base: 1, key: "summary", value: summary("New.") });
    await saveKey(registry, { draftId, base: 2, key: "summary", value: summary("New,"), actor: reviewer });
    // Going back to what was before the comma doesn't unsay it.
    await goBackToSave(registry, { draftId, base: 3, to: 2, actor: editor });
    const late = summary("Late.");
    expect(
      await saveKey(registry, { draftId, base: 1, key: "summary", value: late, actor: otherReviewer }),
    ).toMatchObject({ outcome: "conflict" });
    await submitDraft(registry, { draftId, base: 4, actor: editor });
    for (const actor of [reviewer, otherReviewer]) {
      await expect(publishDraft(registry, { draftId, base: 4, actor })).rejects.toMatchObject({
        reason: "own-draft",
      });
    }
    expect(await stateOf(draftId)).toBe("submitted");
    const third: Actor = { id: "third", name: "A third reviewer", role: "administrator" };
    expect(await publishDraft(registry, { draftId, base: 4, actor: third })).toMatchObject({ version: 2 });
  });

  test("refuses a person who is withdrawn", async () => {
    const { draftId, base, number } = await submittedDraft(registry);
    await withdraw(registry, { number, basis: "b", reviewOn: "2999-01-01", actor: "test" });
    await expect(publishDraft(registry, { draftId, base, actor: reviewer })).rejects.toMatchObject({
      reason: "withdrawn",
    });
    await takeBackDraft(registry, { draftId, base, actor: editor });
    await submitDraft(registry, { draftId, base, actor: editor });
    expect(await stateOf(draftId)).toBe("submitted");
  });

  test("of an older version's file makes a new version", async () => {
    const { personId, number } = await publishKalesnikava(registry);
    const file = { ...kalesnikava, occupations: [] };
    await publish(registry, { file, number, baseVersion: 1, actor: "test" });
    const { draftId } = await openDraft(registry, { personId, fromVersion: 1, actor: editor });
    await submitDraft(registry, { draftId, base: 1, actor: editor });
    expect(await publishDraft(registry, { draftId, base: 1, actor: reviewer })).toEqual({
      number,
      version: 3,
    });
    const versions = await registry.version.findMany({ where: { personId }, orderBy: { number: "asc" } });
    expect(versions[2]?.contentHash).toBe(versions[0]?.contentHash);
  });
});

describe("a version that was published meanwhile", () => {
  const occupations = kalesnikava.occupations.slice(0, 1);
  const next = (number: number, change: Partial<typeof kalesnikava>) =>
    publish(registry, { file: { ...kalesnikava, ...change }, number, baseVersion: 1, actor: "test" });

  test("keeps the draft from being submitted and published, until it is brought onto it", async () => {
    const { draftId, base, number } = await submittedDraft(registry);
    await next(number, { occupations });
    const stale = { reason: "stale-base", values: { current: 2, base: 1 } };
    await expect(publishDraft(registry, { draftId, base, actor: reviewer })).rejects.toMatchObject(stale);
    await takeBackDraft(registry, { draftId, base, actor: editor });
    await expect(submitDraft(registry, { draftId, base, actor: editor })).rejects.toMatchObject(stale);

    const rebase = { draftId, base, onto: 2, choices: {}, actor: editor };
    expect(await rebaseDraft(registry, rebase)).toEqual({ save: 3 });
    await expect(rebaseDraft(registry, { ...rebase, base: 3 })).rejects.toMatchObject({
      reason: "base-is-current",
    });
    expect(await findDraft(editor, draftId)).toMatchObject({
      baseVersion: 2,
      file: { occupations: JSON.parse(JSON.stringify(occupations)), summary: summary("New.") },
    });
    const entry = await registry.auditEntry.findFirst({ where: { draftId, action: "rebase-draft" } });
    expect(entry).toMatchObject({ actor: editor.id, details: { save: 3, before: 2, from: 1, onto: 2 } });
    await submitDraft(registry, { draftId, base: 3, actor: editor });
    expect(await publishDraft(registry, { draftId, base: 3, actor: reviewer })).toMatchObject({ version: 3 });
  });

  test("asks whose words hold where both have changed them", async () => {
    const { draftId, base, number } = await submittedDraft(registry);
    await takeBackDraft(registry, { draftId, base, actor: editor });
    const { summary: theirs } = CaseFile.parse({ ...kalesnikava, summary: summary("Theirs.") });
    await next(number, { summary: theirs });
    const rebase = { draftId, base, onto: 2, actor: otherReviewer };
    await expect(rebaseDraft(registry, { ...rebase, choices: {} })).rejects.toMatchObject({
      reason: "choose-all",
    });
    await expect(rebaseDraft(registry, { ...rebase, onto: 3, choices: {} })).rejects.toMatchObject({
      reason: "stale-base",
    });
    await rebaseDraft(registry, { ...rebase, choices: { summary: "draft" } });
    const draft = await findDraft(editor, draftId);
    expect(draft?.file.summary).toEqual(summary("New."));
    expect(draft?.authors).toContain(otherReviewer.id);
  });
});

test("saving, publishing, hiding and rebuilding at once wait for each other, and none fails", async () => {
  const edited = await beginDraftOf(registry);
  const { draftId, base } = await submittedDraft(registry);
  const hidden = { number: edited.number, factId: "n1", basis: "b", reviewOn: "2999-01-01", actor: "test" };
  const keys = ["summary", "contact", "categories", "citizenships", "residences"] as const;
  const values = [summary("At once."), {}, [], [], []];
  const all = await Promise.allSettled([
    ...keys.map((key, index) =>
      saveKey(registry, { draftId: edited.draftId, base: 1, key, value: values[index] }),
    ),
    withhold(registry, { ...hidden, manner: "told" }),
    publishDraft(registry, { draftId, base, actor: reviewer }),
    rebuild(owner, { actor: "test" }),
    createPerson(registry, { file: kalesnikava, actor: editor }),
    publishKalesnikava(registry),
  ]);
  expect(all.filter(({ status }) => status === "rejected")).toEqual([]);
  const draft = await findDraft(editor, edited.draftId);
  expect(draft?.file).toMatchObject({ summary: summary("At once."), contact: {}, categories: [] });
});

test("names to find people by are there again after rebuilding, of drafts too", async () => {
  const { draftId } = await beginDraftOf(registry);
  const names = [...kalesnikava.names, { language: "be", given: "Адбудаваная" }];
  await saveKey(registry, { draftId, base: 1, key: "names", value: names });
  const all = () => query(url, "select person_id, text, keys from person_name order by 1, 2");
  const before = await all();
  expect(before.length).toBeGreaterThan(names.length);
  await query(url, "delete from person_name");
  await rebuild(owner, { actor: "test" });
  expect(await all()).toEqual(before);
});
