import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { publish } from "#data/commands/publish.ts";
import { publishDraft } from "#data/commands/publish-draft.ts";
import { returnDraft } from "#data/commands/return-draft.ts";
import { withdraw } from "#data/commands/withdraw.ts";
import { withhold } from "#data/commands/withhold.ts";
import { listOpenDrafts, listRecentVersions } from "#data/editor/desk.ts";
import { findNamesakes, searchPeopleForEditors } from "#data/editor/people.ts";
import { findPerson, findVersionForEditors, listFactWithholdings } from "#data/editor/person.ts";
import { findDraftToReview } from "#data/editor/review.ts";
import { findVersion, listVersions } from "#data/public/versions.ts";
import type { Registry } from "#db/registry.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { editor, otherEditor, reviewer } from "../../support/actors.ts";
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
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
});
afterAll(() => drop());

const nameless = "00000000-0000-4000-8000-000000000000";
const named = (family: string) => ({
  ...emptyFile(),
  names: [{ id: "n1", language: "be", given: "Ганна", family, preferred: true, basis: [] }],
});

describe("the desk", () => {
  test("lists what is open with its authors and the last word on it, and nothing that is closed", async () => {
    const returned = await submittedDraft(registry);
    await returnDraft(registry, { ...returned, note: "Which source?", actor: reviewer });
    const stale = await beginDraftOf(registry, otherEditor);
    const file = { ...kalesnikava, occupations: [] };
    await publish(registry, { file, number: stale.number, baseVersion: 1, actor: "test" });
    const published = await submittedDraft(registry);
    await publishDraft(registry, { ...published, actor: reviewer });
    const fresh = await createPerson(registry, { file: named("Стол"), actor: editor });

    const drafts = new Map((await listOpenDrafts(editor)).map((draft) => [draft.id, draft]));
    expect(drafts.get(returned.draftId)).toMatchObject({
      state: "returned",
      number: returned.number,
      authors: [editor.id],
      isStale: false,
      last: { by: reviewer.id, note: "Which source?" },
      names: { be: expect.any(String), en: expect.any(String) },
    });
    expect(drafts.get(stale.draftId)).toMatchObject({ isStale: true, authors: [otherEditor.id] });
    expect(drafts.get(fresh.draftId)).toMatchObject({ number: null, names: { be: "Ганна Стол" } });
    expect(drafts.has(published.draftId)).toBe(false);
  });

  test("lists the last versions, newest first", async () => {
    const { number, personId } = await publishKalesnikava(registry);
    const [last, ...others] = await listRecentVersions(editor, 3);
    expect(last).toMatchObject({
      number,
      personId,
      version: 1,
      by: "test",
      names: { en: expect.any(String) },
    });
    expect(others).toHaveLength(2);
  });
});

describe("finding people", () => {
  test("by any part of any spelling, published, withdrawn or in a draft alone", async () => {
    const { personId, draftId } = await createPerson(registry, { file: named("Зоркая-Ў"), actor: editor });
    const { people, more } = await searchPeopleForEditors(editor, " зоркая  ганна");
    expect(more).toBe(false);
    expect(people).toEqual([
      {
        personId,
        number: null,
        state: "unpublished",
        names: { be: "Ганна Зоркая-Ў" },
        matched: expect.objectContaining({ text: "Ганна Зоркая-Ў", strength: "sure" }),
        draftId,
      },
    ]);
    const { number } = await publishKalesnikava(registry);
    await withdraw(registry, { number, basis: "b", reviewOn: "2999-01-01", actor: "test" });
    const byNumber = await searchPeopleForEditors(editor, `№ ${number}`);
    expect(byNumber.people).toMatchObject([{ number, state: "withdrawn", matched: undefined }]);
    expect((await searchPeopleForEditors(editor, "kalesnikava")).people.length).toBeGreaterThan(0);
  });

  test("says when those whom it found are merely near", async () => {
    await createPerson(registry, { file: named("Падабенская"), actor: editor });
    const found = await searchPeopleForEditors(editor, "Марына Падзбянсмая");
    expect(found.people.length).toBeGreaterThan(0);
    expect(found.nearest).toBe(true);
    expect(await searchPeopleForEditors(editor, "Падабенская")).toMatchObject({ nearest: false });
  });

  test.each(["", " ", "%", "_", "няма-такога-чалавека", "999999999"])("%j finds nobody", async (q) => {
    expect(await searchPeopleForEditors(editor, q)).toEqual({ people: [], more: false, nearest: false });
  });

  test("says that there are more than it shows", async () => {
    for (let times = 0; times < 51; times++) {
      await createPerson(registry, { file: named("Шматлікая"), actor: editor });
    }
    const { people, more } = await searchPeopleForEditors(editor, "шматлікая");
    expect([people.length, more]).toEqual([50, true]);
  });

  test("namesakes are those with the same name in any spelling", async () => {
    const { personId } = await createPerson(registry, { file: named("Цёзка"), actor: editor });
    const found = await findNamesakes(editor, [{ given: "анна", family: "ЦЕЗКА" }, { family: "Іншая" }]);
    expect(found).toMatchObject([{ personId, matched: { text: "Ганна Цёзка" } }]);
    expect(await findNamesakes(editor, [{ given: "Вера", family: "Цёзка" }])).toEqual([]);
    expect(await findNamesakes(editor, [{}, { given: " - " }])).toEqual([]);
  });
});

describe("a person's page", () => {
  test("has versions with both notes, and drafts by what became of them", async () => {
    const first = await submittedDraft(registry);
    await publishDraft(registry, { ...first, internalNote: "Checked.", actor: reviewer });
    const person = await findPerson(editor, first.personId);
    expect(person).toMatchObject({
      number: first.number,
      state: "published",
      currentVersion: 2,
      openDraft: undefined,
      closedDrafts: [{ id: first.draftId, state: "published", publishedVersion: 2 }],
      versions: [
        { number: 2, internalNote: "Checked.", by: reviewer.id },
        { number: 1, internalNote: null },
      ],
    });
    expect(await findPerson(editor, nameless)).toBeUndefined();
    expect(await findPerson(editor, "x")).toBeUndefined();
  });

  test("of somebody who was never published goes by the draft's names", async () => {
    const { personId, draftId } = await createPerson(registry, { file: named("Новая"), actor: editor });
    expect(await findPerson(editor, personId)).toMatchObject({
      number: null,
      state: "unpublished",
      names: { be: "Ганна Новая" },
      openDraft: { id: draftId },
    });
  });
});

describe("a version", () => {
  test("is read whole, with what is withheld of it and the one before", async () => {
    const { personId, number, draftId, base } = await submittedDraft(registry);
    await publishDraft(registry, { draftId, base, actor: reviewer });
    const hidden = { number, factId: "x90", manner: "silent", basis: "b", reviewOn: "2999-01-01" } as const;
    await withhold(registry, { ...hidden, actor: "test" });
    expect(await findVersionForEditors(editor, personId, 2)).toMatchObject({
      number: 2,
      file: { summary: summary("New.") },
      before: { summary: kalesnikava.summary },
      withholdings: [{ fact: "x90", manner: "silent" }],
    });
    expect((await findVersionForEditors(editor, personId, 1))?.before).toBeUndefined();
    expect(await findVersionForEditors(editor, personId, 3)).toBeUndefined();
    expect(await findVersionForEditors(editor, nameless, 1)).toBeUndefined();
    expect(await listFactWithholdings(editor, personId)).toHaveLength(1);
  });
});

test("a public version read by itself is the one that the list has", async () => {
  const { number } = await publishKalesnikava(registry);
  for (const [base, change] of [{ categories: [] }, { occupations: [] }].entries()) {
    const file = { ...kalesnikava, ...change };
    await publish(registry, { file, number, baseVersion: base + 1, actor: "test" });
  }
  const listed = await listVersions(number);
  expect(listed.map(({ version }) => version)).toEqual([3, 2, 1]);
  for (const version of listed) expect(await findVersion(number, version.version)).toEqual(version);
  expect(await findVersion(number, 4)).toBeUndefined();
});

test("a review has all that the draft is held against", async () => {
  const { draftId } = await beginDraftOf(registry);
  await saveKey(registry, { draftId, base: 1, key: "summary", value: summary("New.") });
  const review = await findDraftToReview(reviewer, draftId);
  expect(review?.draft).toMatchObject({ id: draftId, save: 2 });
  expect(review?.versions.map(({ number }) => number)).toEqual([1]);
  expect(await findDraftToReview(reviewer, nameless)).toBeUndefined();
});
