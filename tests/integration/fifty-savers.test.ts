import { afterAll, beforeAll, expect, test } from "vitest";
import { createPerson } from "#data/commands/create-person.ts";
import { type Conflict, type Saved, saveDraft } from "#data/commands/save-draft.ts";
import type { DraftFile, NewId } from "#domain/draft-file.ts";
import { highestIds } from "#domain/draft-file.ts";
import { isRecord } from "#domain/json.ts";
import type { Actor } from "#domain/policy.ts";
import { editor } from "../support/actors.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../support/registry.ts";

// Fifty people save ten files all at once, each several times and often from what they saw a while ago.
const savers = 50;
const files = 10;
const savesEach = 6;

/** Keys that are replaced as a whole, one that is added to, and sources, which are added beside the key. */
const keys = ["summary", "occupations", "events"] as const;
type Key = (typeof keys)[number];

type Attempt = {
  draft: string;
  key: Key;
  base: number;
  /** Stands in what was written, and nowhere else. */
  token: string;
  by: string;
  answer: Saved | Conflict;
};

let registry: TestRegistry["registry"];
let drop: () => Promise<void>;
let drafts: string[];
let attempts: Attempt[];

beforeAll(async () => {
  ({ registry, drop } = await createTestRegistry());
  drafts = [];
  for (let n = 0; n < files; n++) {
    const file = { ...Object(firstRecord("001-maryia-kalesnikava")) };
    drafts.push((await createPerson(registry, { file, actor: editor })).draftId);
  }
  attempts = (await Promise.all(Array.from({ length: savers }, (_, n) => savesOf(n)))).flat();
}, 180_000);
afterAll(() => drop());

async function savesOf(saver: number): Promise<Attempt[]> {
  const actor: Actor = { id: `saver-${saver}`, name: `Saver ${saver}`, role: "editor" };
  const done: Attempt[] = [];
  let seen = new Map<string, number>();
  for (let n = 0; n < savesEach; n++) {
    // Without chance, so that a failure comes again: everybody meets everybody, on every key.
    const draft = drafts[(saver * 7 + n * 3) % files] ?? "";
    const key = keys[(saver + n) % keys.length] ?? "summary";
    if (n % 2 === 0) seen = await standing();
    const base = seen.get(draft) ?? 1;
    const token = `token-${saver}-${n}-end`;
    const answer = await saveDraft(registry, {
      draftId: draft,
      base,
      touches: [key],
      write: writing(key, token),
      manner: n % 3 === 0 ? "automatic" : "manual",
      actor,
    });
    done.push({ draft, key, base, token, by: actor.id, answer });
  }
  return done;
}

async function standing(): Promise<Map<string, number>> {
  const rows = await registry.draft.findMany({ select: { id: true, save: true } });
  return new Map(rows.map(({ id, save }) => [id, save]));
}

function writing(key: Key, token: string): (file: DraftFile, newId: NewId) => DraftFile {
  const text = { original: "en", en: token };
  return (file, newId) => {
    const source = newId("s");
    const basis = [{ source, asOf: "2025" }];
    const sources = [...list(file.sources), { id: source, title: token, language: "en" }];
    if (key === "summary") return { ...file, sources, summary: { id: "x5", value: text, basis } };
    const entry = { id: newId(key === "events" ? "e" : "o"), basis };
    if (key === "occupations") return { ...file, sources, occupations: [{ ...entry, title: text }] };
    const events = [...list(file.events), { ...entry, kind: "other", note: text }];
    return { ...file, sources, events };
  };
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function holds(value: unknown, token: string): boolean {
  return JSON.stringify(value ?? null).includes(token);
}

const savesOfDraft = (draftId: string) =>
  registry.draftSave.findMany({ where: { draftId }, orderBy: { number: "asc" } });

async function currentFile(draftId: string): Promise<DraftFile> {
  const { save } = await registry.draft.findUniqueOrThrow({ where: { id: draftId } });
  const row = await registry.draftSave.findUniqueOrThrow({
    where: { draftId_number: { draftId, number: save } },
  });
  return isRecord(row.file) ? row.file : {};
}

const acknowledged = () =>
  attempts.flatMap((it) => (it.answer.outcome === "saved" ? [{ ...it, number: it.answer.save }] : []));
const lost = () =>
  attempts.flatMap((it) => (it.answer.outcome === "conflict" ? [{ ...it, conflict: it.answer }] : []));

test("both come about: saves that are acknowledged, and such as come too late", () => {
  expect(attempts).toHaveLength(savers * savesEach);
  expect(acknowledged().length).toBeGreaterThan(files);
  expect(lost().length).toBeGreaterThan(files);
});

test("what was acknowledged is kept, under its number and its author's name", async () => {
  for (const { draft, number, key, token, by } of acknowledged()) {
    const row = await registry.draftSave.findUniqueOrThrow({
      where: { draftId_number: { draftId: draft, number } },
    });
    expect(row.savedBy).toBe(by);
    expect(row.manner).not.toBe("aside");
    expect(isRecord(row.file) && holds(row.file[key], token), token).toBe(true);
  }
});

test("what was acknowledged is in the file, or was replaced by somebody who had seen it", async () => {
  for (const draft of drafts) {
    const file = await currentFile(draft);
    for (const key of keys) {
      const inOrder = acknowledged()
        .filter((it) => it.draft === draft && it.key === key)
        .sort((a, b) => a.number - b.number);
      for (const [index, { number, token }] of inOrder.entries()) {
        const next = inOrder[index + 1];
        if (next === undefined) expect(holds(file[key], token), token).toBe(true);
        else expect(next.base, `${next.token} after ${token}`).toBeGreaterThanOrEqual(number);
        // What is only added to loses nothing at all.
        if (key === "events") expect(holds(file.events, token), token).toBe(true);
      }
    }
    const own = acknowledged().filter((it) => it.draft === draft);
    for (const { token } of own) expect(holds(file.sources, token), `source of ${token}`).toBe(true);
  }
});

test("every loser was told, by whom and in what, and what they wrote is kept aside", async () => {
  for (const { draft, key, token, by, base, conflict } of lost()) {
    const row = await registry.draftSave.findUniqueOrThrow({
      where: { draftId_number: { draftId: draft, number: conflict.aside } },
    });
    expect(row).toMatchObject({ manner: "aside", savedBy: by, basedOn: base });
    expect(isRecord(row.file) && holds(row.file[key], token), token).toBe(true);
    expect(conflict.keys).toEqual([key]);
    expect(conflict.by.length).toBeGreaterThan(0);
    const winners = acknowledged().filter(
      (it) => it.draft === draft && it.key === key && it.number > base && it.number <= conflict.save,
    );
    expect(new Set(winners.map((it) => it.by))).toEqual(new Set(conflict.by));
    expect(holds(await currentFile(draft), token), token).toBe(false);
  }
});

test("nothing else was saved, and no number or id was given twice", async () => {
  let rows = 0;
  for (const draft of drafts) {
    const saves = await savesOfDraft(draft);
    rows += saves.length - 1;
    expect(saves.map((it) => it.number)).toEqual(saves.map((_, index) => index + 1));
    const entries = new Map<string, string>();
    for (const { file } of saves) {
      if (!isRecord(file)) throw new Error("no file");
      for (const entry of [...list(file.events), ...list(file.occupations), ...list(file.sources)]) {
        if (!isRecord(entry) || typeof entry.id !== "string") throw new Error("no entry");
        const [token = ""] = /token-[\d-]+-end/.exec(JSON.stringify(entry)) ?? [];
        expect(entries.get(entry.id) ?? token, entry.id).toBe(token);
        entries.set(entry.id, token);
      }
    }
    const { lastIds } = await registry.draft.findUniqueOrThrow({ where: { id: draft } });
    expect(lastIds).toMatchObject(highestIds(saves.map((it) => it.file)));
  }
  expect(rows).toBe(attempts.length);
});
