import { cpSync, mkdirSync } from "node:fs";
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { decideShowing } from "#data/commands/decide-showing.ts";
import { loadReference } from "#data/commands/load-reference.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { outboxOf } from "#data/commands/outbox.ts";
import { publish } from "#data/commands/publish.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { listAddresses } from "#data/public/addresses.ts";
import { openRegistry, type Registry } from "#db/registry.ts";
import { type Erasure, erasers } from "#domain/erasure.ts";
import { createPublisher, type Publisher } from "#publisher/publisher.ts";
import { backUp } from "../../../ops/backing-up.ts";
import { keptTables } from "../../../ops/backup-tables.ts";
import { withClient } from "../../../ops/client.ts";
import { bringUpDatabase, type Database, type DatabasePlace } from "../../../ops/database.ts";
import { type ErasureOrder, erase } from "../../../ops/erasing.ts";
import { eraseEverywhere } from "../../../ops/erasing-everywhere.ts";
import { addToLedger, ledgerFile } from "../../../ops/erasure-ledger.ts";
import { makeTemporaryFolder } from "../../../ops/files.ts";
import { forgetOldRows } from "../../../ops/forgetting.ts";
import { asOwner } from "../../../ops/owner.ts";
import { restorable, restoreInto } from "../../../ops/restoring.ts";
import { verify } from "../../../ops/verifying.ts";
import { editor, otherReviewer } from "../../support/actors.ts";
import { createEmptyDatabase, query, type TestDatabase } from "../../support/database.ts";
import { filesWith, unpacked } from "../../support/files-with.ts";
import { canary, fileWithCanary, fillTestRegistry, kept, toldApart } from "../../support/full-registry.ts";
import { locksInMemory } from "../../support/locks-in-memory.ts";
import { renderPrinted } from "../../support/printed-pages.ts";
import { firstRecord, referenceData } from "../../support/registry.ts";

const by = "command line: test";
const basis = "The family has asked for it.";

let dataDir: string;
let database: Database;
let registry: Registry;
let publisher: Publisher;
let ids: { personId: string; draftId: string; unnumbered: string };

// A server of its own, whose every byte is looked at.
beforeAll(async () => {
  dataDir = await makeTemporaryFolder();
  database = await bringUpDatabase(place());
  // Bytes as they are: PostgreSQL would compress long values, and nothing would be found in them.
  await query(
    database.url,
    `do $$ declare c record; begin
       for c in select table_name as t, column_name as n from information_schema.columns
         where table_schema = 'public' and data_type in ('jsonb', 'text')
       loop execute format('alter table %I alter column %I set storage external', c.t, c.n); end loop;
     end $$`,
  );
  registry = openRegistry(database.editorUrl);
  await asOwner(database.url, (owner) => loadReference(owner, referenceData()));
  ids = await fillTestRegistry(registry);
  const asked = await registry.showingRequest.findFirstOrThrow();
  await decideShowing(registry, { request: asked.id, outcome: "granted", actor: otherReviewer });
  publisher = createPublisher({
    editionLink: join(dataDir, "edition"),
    siteUrl: "https://example.org",
    stamp: "test",
    render: async (path) => (path.includes("/errors/") ? emptyPage : renderPrinted(path)),
    listAddresses,
    outbox: outboxOf(registry),
    locks: locksInMemory(),
  });
  await publisher.makeWhole();
}, 180_000);

afterAll(async () => {
  await registry.$disconnect();
  await database.stop();
  await rm(dataDir, { recursive: true });
});

const emptyPage = { status: 200, body: Buffer.from("<!DOCTYPE html><title>x</title>") };

function place(given?: TestDatabase): DatabasePlace {
  return {
    dataDir: given === undefined ? dataDir : join(dataDir, "elsewhere"),
    givenUrl: given?.url,
    givenPublicUrl: given?.publicUrl,
    givenEditorUrl: given?.editorUrl,
  };
}

const source = () => ({ databaseUrl: database.url, dataDir });
const everywhere = () => ({ publisher, registry, databaseUrl: database.url, dataDir });

function order(fact: Erasure["fact"], more: Partial<ErasureOrder> = {}): ErasureOrder {
  return { person: ids.personId, fact, notes: false, basis, by, ...more };
}

/** Erases without a look at pages, old rows and backups. */
function eraseInDatabase(it: ErasureOrder, url = database.url, folder = dataDir): Promise<Erasure> {
  return asOwner(url, (owner) =>
    erase(owner, it, async (erasure) => {
      await addToLedger(folder, erasure);
    }),
  );
}

/** The tables with a row that says it, in any column. */
async function tablesWith(url: string, needle: string): Promise<string[]> {
  const found: string[] = [];
  const tables = await query(url, "select tablename from pg_tables where schemaname = 'public'");
  for (const { tablename } of tables) {
    const rows = await query(
      url,
      `select 1 from "${tablename}" t where strpos(to_jsonb(t)::text, $1) > 0 limit 1`,
      [needle],
    );
    if (rows.length > 0) found.push(String(tablename));
  }
  return found.sort();
}

describe("a fact that is erased", () => {
  let chain: unknown[];
  const oldCopy = () => join(dataDir, "..", `${dataDir.split("/").at(-1)}-before.gz`);

  beforeAll(async () => {
    chain = await query(
      database.url,
      "select number, public_note, hash, content_hash from version order by person_id, number",
    );
    mkdirSync(join(dataDir, "backups"));
    await backUp(source(), join(dataDir, "backups", "before.gz"));
    await copyFile(join(dataDir, "backups", "before.gz"), oldCopy());
    return () => rm(oldCopy());
  });

  test("stands before in versions, drafts, public tables, files of PostgreSQL, pages and backups", async () => {
    const holding = [
      "draft_save",
      "person_traits",
      "public_person",
      "public_prose",
      "public_version",
      "showing_request",
      "version",
      "withholding",
    ];
    expect(await tablesWith(database.url, canary)).toEqual(holding);
    await query(database.url, "checkpoint");
    const files = filesWith(dataDir, canary).map((path) => path.slice(dataDir.length + 1));
    for (const table of holding) {
      const [row] = await query(
        database.url,
        `select pg_relation_filepath(oid) as own, pg_relation_filepath(reltoastrelid) as aside
         from pg_class where oid = '${table}'::regclass`,
      );
      expect(
        files.filter((path) => path === `postgres/${row?.own}` || path === `postgres/${row?.aside}`),
        table,
      ).not.toEqual([]);
    }
    for (const folder of ["postgres/pg_wal/", "editions/", "backups/"]) {
      expect(files.filter((path) => path.startsWith(folder)).length, folder).toBeGreaterThan(0);
    }
    for (const suffix of [".gz", ".br"]) {
      expect(
        files.filter((path) => path.startsWith("editions/") && path.endsWith(suffix)).length,
      ).toBeGreaterThan(0);
    }
  });

  test("leaves not a byte anywhere: rows, old rows, log, pages and their copies, backups", async () => {
    await eraseEverywhere(everywhere(), order("e90"));
    expect(await tablesWith(database.url, canary)).toEqual([]);
    expect(filesWith(dataDir, canary)).toEqual([]);
  });

  test("leaves a tombstone that doesn't say what it was", async () => {
    expect(await query(database.url, "select * from erasure")).toEqual([
      expect.objectContaining({
        person_id: ids.personId,
        fact_id: "e90",
        versions: [1, 2],
        ids: ["e90", "s90"],
        basis,
        by,
      }),
    ]);
    expect(
      await query(
        database.url,
        "select actor, action, person_id, details from audit_entry order by id desc limit 1",
      ),
    ).toEqual([
      {
        actor: by,
        action: "erase",
        person_id: ids.personId,
        details: { fact: "e90", versions: "1, 2", notes: null },
      },
    ]);
    const line = (await readFile(ledgerFile(dataDir), "utf8")).trim().split("\n").at(-1);
    expect(JSON.parse(line ?? "")).toMatchObject({ person: ids.personId, fact: "e90", ids: ["e90", "s90"] });
    expect(line).not.toContain(basis);
  });

  test("takes nothing else with it, and no version's number, note or hash", async () => {
    expect(
      await query(
        database.url,
        "select number, public_note, hash, content_hash from version order by person_id, number",
      ),
    ).toEqual(chain);
    const tables = ["draft_save", "draft_step", "user", "version", "withholding"];
    // Of these only JSON's way of writing a line separator is another one than ours.
    for (const table of tables) {
      expect(await tablesWith(database.url, kept.slice(0, 4)), table).toContain(table);
    }
    const [file] = await query(database.url, "select file from version where number = 2 and person_id = $1", [
      ids.personId,
    ]);
    const before = fileWithCanary();
    expect(file?.file).toEqual({
      ...before,
      events: before.events.slice(1, -1),
      sources: before.sources.slice(0, -1),
    });
  });

  test("leaves the triggers where they were", async () => {
    for (const table of ["version", "draft_save", "draft_step", "withholding", "erasure"]) {
      await expect(query(database.url, `delete from ${table}`), table).rejects.toThrow("is refused");
    }
  });

  test("explains the versions whose hashes it doesn't fit, and no other", async () => {
    expect(await verify(source())).toMatchObject({ persons: 3, versions: 4, erased: 2, faults: [] });
    await query(database.url, "alter table version disable trigger user");
    const change = (back: boolean) =>
      query(
        database.url,
        `update version set file = file ${back ? "- 'x'" : `|| '{"x":1}'`} where person_id <> $1`,
        [ids.personId],
      );
    await change(false);
    expect((await verify(source())).faults).toEqual([
      "№ 2, version 1: its file is not the one that was published",
      "№ 3, version 1: its file is not the one that was published",
    ]);
    await change(true);
    await query(database.url, "alter table version enable trigger user");
    expect((await verify(source())).faults).toEqual([]);
  });

  test("doesn't come back: not with a file, not with a form that was open, and its id is given to nothing else", async () => {
    const again = { file: fileWithCanary(), number: 1, baseVersion: 2, actor: by };
    await expect(publish(registry, again)).rejects.toMatchObject({
      reason: "erased-id",
      values: { id: "e90" },
    });
    const { draftId } = ids;
    const { save } = await registry.draft.findUniqueOrThrow({ where: { id: draftId } });
    const given: string[] = [];
    await saveDraft(registry, {
      draftId,
      base: save,
      touches: ["events", "sources"],
      write: (file, newId) => {
        given.push(newId("e"), newId("s"));
        return { ...file, events: fileWithCanary().events, sources: fileWithCanary().sources };
      },
      manner: "manual",
      actor: editor,
    });
    expect(given).not.toContain("e90");
    expect(given).not.toContain("s90");
    expect(await tablesWith(database.url, canary)).toEqual([]);
    const { events } = fileWithCanary();
    const without = {
      ...fileWithCanary(),
      events: events.slice(0, 3),
      sources: fileWithCanary().sources.slice(0, -1),
    };
    expect(await publish(registry, { ...again, file: without })).toEqual({ number: 1, version: 3 });
  });

  test("doesn't come back with an old backup: the ledger erases it there, before anything is shown", async () => {
    const elsewhere = join(dataDir, "elsewhere");
    const ledgerPath = ledgerFile(dataDir);
    const backup = await restorable(oldCopy(), { dataDir: elsewhere, ledgerPath });
    const restored = await restoreInto({ ...place(), dataDir: elsewhere }, backup, { actor: by });
    try {
      expect(restored.found).toMatchObject({ versions: 4, erased: 2, faults: [] });
      expect(await tablesWith(restored.database.url, canary)).toEqual([]);
      expect(filesWith(elsewhere, canary)).toEqual([]);
      expect(await query(restored.database.url, "select fact_id, versions from erasure")).toEqual([
        { fact_id: "e90", versions: [1, 2] },
      ]);
      expect(await readFile(ledgerFile(elsewhere), "utf8")).toBe(await readFile(ledgerPath, "utf8"));
    } finally {
      await restored.database.stop();
      await rm(elsewhere, { recursive: true, force: true });
    }
  });

  test("is out of the backup that was written anew, which is whole", async () => {
    const target = await createEmptyDatabase();
    try {
      const path = join(dataDir, "backups", "before.gz");
      const backup = await restorable(path, {
        dataDir: join(dataDir, "elsewhere"),
        ledgerPath: join(dataDir, "backups", "erasures.jsonl"),
      });
      const { found } = await restoreInto(place(target), backup, { actor: by });
      expect(found).toMatchObject({ persons: 3, versions: 4, erased: 2, faults: [] });
      expect(await query(target.url, "select fact_id, basis, by from erasure")).toEqual([
        { fact_id: "e90", basis, by },
      ]);
    } finally {
      await target.drop();
      await rm(join(dataDir, "elsewhere"), { recursive: true, force: true });
    }
  });

  test("is out of a backup that is made after it, which an older ledger doesn't do for", async () => {
    const path = join(dataDir, "after.gz");
    await backUp(source(), path);
    expect(unpacked(path).includes(canary)).toBe(false);
    const older = join(dataDir, "older.jsonl");
    await writeFile(older, `${(await readFile(ledgerFile(dataDir), "utf8")).split("\n")[0]}\n`);
    const with_ = (ledgerPath: string) =>
      restorable(path, { dataDir: join(dataDir, "elsewhere"), ledgerPath });
    await expect(with_(older)).rejects.toThrow("doesn't go on from the backup's");
    await expect(with_(ledgerFile(dataDir))).resolves.toMatchObject({ path });
  });
});

test("every table that is kept is one that an erasure goes through, or holds nothing of a person's file", async () => {
  const others = [
    "account",
    "article",
    "audit_entry",
    "erasure",
    "facility",
    "figure",
    "registry_identity",
    "user",
  ];
  const tables = await withClient(database.url, keptTables);
  expect(tables.map(({ name }) => name).sort()).toEqual([...others, ...Object.keys(erasers)].sort());
});

describe("what else can be erased:", () => {
  test("the notes of a version", async () => {
    expect(await tablesWith(database.url, "Corrected.")).toEqual(["public_version", "version"]);
    await eraseEverywhere(everywhere(), order("v2"));
    expect(await tablesWith(database.url, "Corrected.")).toEqual([]);
    expect(filesWith(join(dataDir, "editions"), "Corrected.")).toEqual([]);
    expect((await verify(source())).faults).toEqual([]);
  });

  test("a name, which nobody is found by any more", async () => {
    const [name] = fileWithCanary().names;
    const spelled = name?.family ?? "";
    expect(await tablesWith(database.url, `"given": "${name?.given}"`)).not.toEqual([]);
    const before = await query(database.url, "select text from person_name where person_id = $1", [
      ids.personId,
    ]);
    await eraseInDatabase(order(name?.id ?? ""));
    const after = await query(database.url, "select text from person_name where person_id = $1", [
      ids.personId,
    ]);
    expect(after.length).toBeLessThan(before.length);
    expect(
      after.map(({ text }) => String(text)).filter((text) => text.startsWith(`${name?.given} ${spelled}`)),
    ).toEqual([]);
    expect((await verify(source())).faults).toEqual([]);
  });

  test("all that editors have noted", async () => {
    expect(await tablesWith(database.url, "about e90")).toEqual(["version"]);
    expect(await tablesWith(database.url, toldApart)).toEqual(["different_people"]);
    await eraseInDatabase(order("e3", { notes: true }));
    expect(await tablesWith(database.url, "about e90")).toEqual([]);
    expect(await tablesWith(database.url, toldApart)).toEqual([]);
    expect(await query(database.url, "select taken_back_at from different_people")).toEqual([
      { taken_back_at: null },
    ]);
    expect(await query(database.url, "select note from draft_step where note is not null")).toEqual([]);
  });

  test("somebody whole, whose number stays theirs", async () => {
    const person = (await registry.person.findUniqueOrThrow({ where: { number: 3 } })).id;
    const { draftId } = await openDraft(registry, { personId: person, actor: editor });
    await eraseEverywhere(everywhere(), order(null, { person, notes: true }));
    for (const word of ["Lutskina", "Лучкіна", "Луцкіна"]) {
      expect(await tablesWith(database.url, word)).toEqual([]);
      expect(filesWith(join(dataDir, "editions"), word)).toEqual([]);
      expect(filesWith(join(dataDir, "backups"), word)).toEqual([]);
    }
    expect(await query(database.url, "select number, state from person where id = $1", [person])).toEqual([
      { number: 3, state: "withdrawn" },
    ]);
    expect(await query(database.url, "select state from draft where id = $1", [draftId])).toEqual([
      { state: "discarded" },
    ]);
    expect(await query(database.url, "select taken_back_by from different_people")).toEqual([
      { taken_back_by: by },
    ]);
    const again = { file: firstRecord("008-kseniya-lutskina"), number: 3, baseVersion: 1, actor: by };
    await expect(publish(registry, again)).rejects.toMatchObject({ reason: "withdrawn" });
    expect((await verify(source())).faults).toEqual([]);
    expect(await publish(registry, { file: again.file, baseVersion: 0, actor: by })).toEqual({
      number: 4,
      version: 1,
    });
  });

  test("somebody who was never published", async () => {
    await eraseInDatabase(order(null, { person: ids.unnumbered, notes: true }));
    expect(
      await query(database.url, "select text from person_name where person_id = $1", [ids.unnumbered]),
    ).toEqual([]);
    expect(
      await query(
        database.url,
        "select distinct file->'names' as names from draft_save join draft on id = draft_id where person_id = $1",
        [ids.unnumbered],
      ),
    ).toEqual([{ names: [] }]);
  });

  test("nothing that isn't there, and nothing twice", async () => {
    const person = (await registry.person.findUniqueOrThrow({ where: { number: 3 } })).id;
    await expect(eraseInDatabase(order(null, { person }))).rejects.toMatchObject({ reason: "erased" });
    for (const fact of ["e90", "e999", "s1", "v9"] as const) {
      const refused = asOwner(database.url, (owner) => erase(owner, order(fact), async () => undefined));
      await expect(refused, fact).rejects.toMatchObject({ reason: "unknown-fact" });
    }
  });
});

describe("an erasure that is cut off", () => {
  test("before it is in the ledger has not been", async () => {
    const before = await query(database.url, "select to_jsonb(t)::text from version t order by 1");
    const cut = asOwner(database.url, (owner) =>
      erase(owner, order("e1"), async () => {
        throw new Error("cut");
      }),
    );
    await expect(cut).rejects.toThrow("cut");
    expect(await query(database.url, "select to_jsonb(t)::text from version t order by 1")).toEqual(before);
    await expect(query(database.url, "delete from version")).rejects.toThrow("is refused");
  });

  test("after it is in the ledger is done at the next start", async () => {
    const cut = asOwner(database.url, (owner) =>
      erase(owner, order("e1"), async (erasure) => {
        await addToLedger(dataDir, erasure);
        throw new Error("cut");
      }),
    );
    await expect(cut).rejects.toThrow("cut");
    const holds = async () =>
      (
        await query(
          database.url,
          `select 1 from version where person_id = $1 and file @> '{"events":[{"id":"e1"}]}'`,
          [ids.personId],
        )
      ).length;
    expect(await holds()).toBeGreaterThan(0);
    const again = await bringUpDatabase({
      ...place(),
      givenUrl: database.url,
      givenPublicUrl: database.publicUrl,
      givenEditorUrl: database.editorUrl,
    });
    await again.stop();
    expect(await holds()).toBe(0);
    expect((await verify(source())).faults).toEqual([]);
  });

  test("leaves no torn line in the ledger that would keep it from being read", async () => {
    const text = await readFile(ledgerFile(dataDir), "utf8");
    await writeFile(ledgerFile(dataDir), text + text.trim().split("\n").at(-1)?.slice(0, 40));
    await bringUpDatabase({
      ...place(),
      givenUrl: database.url,
      givenPublicUrl: database.publicUrl,
      givenEditorUrl: database.editorUrl,
    });
    expect(await readFile(ledgerFile(dataDir), "utf8")).toBe(text);
  });
});

test("editors who are saving meanwhile all save, and nothing of it comes back", async () => {
  const file = {
    ...fileWithCanary(),
    events: fileWithCanary()
      .events.slice(1)
      .map((it) => ({ ...it, id: it.id === "e90" ? "e95" : it.id })),
  };
  const plain = { ...file, names: file.names.slice(1) };
  const { number } = await publish(registry, { file: plain, baseVersion: 0, actor: by });
  const { id: person } = await registry.person.findUniqueOrThrow({ where: { number } });
  const { draftId } = await openDraft(registry, { personId: person, actor: editor });
  let erased = false;
  const savers = Array.from({ length: 8 }, async (_, index) => {
    for (let times = 0; times < 2 || !erased; times++) {
      const { save } = await registry.draft.findUniqueOrThrow({ where: { id: draftId } });
      const summary = { id: "x95", value: { original: "en", en: `${index} at ${times}` }, basis: [] };
      await saveDraft(registry, {
        draftId,
        base: save,
        touches: ["events", "summary"],
        write: (it) => ({ ...it, events: plain.events, summary }),
        manner: "automatic",
        actor: { ...editor, id: `saver-${index}` },
      });
    }
  });
  await eraseInDatabase(order("e95", { person }));
  erased = true;
  await Promise.all(savers);
  expect(await tablesWith(database.url, canary)).toEqual([]);
}, 120_000);

test("an owner who is no superuser erases, too", async () => {
  const target = await createEmptyDatabase();
  const name = new URL(target.url).pathname.slice(1);
  const elsewhere = join(dataDir, "elsewhere");
  try {
    await query(
      target.url,
      `create role erasing_owner login password 'owner'; alter database ${name} owner to erasing_owner`,
    );
    const url = new URL(target.url);
    Object.assign(url, { username: "erasing_owner", password: "owner" });
    await backUp(source(), join(dataDir, "plain.gz"));
    mkdirSync(elsewhere);
    cpSync(ledgerFile(dataDir), ledgerFile(elsewhere));
    const backup = await restorable(join(dataDir, "plain.gz"), { dataDir: elsewhere, ledgerPath: undefined });
    await restoreInto(place({ ...target, url: url.href }), backup, { actor: by });
    const erasure = await eraseInDatabase(order("e4"), url.href, elsewhere);
    expect(erasure.versions.length).toBeGreaterThan(0);
    const told = vi.spyOn(process.stdout, "write");
    await forgetOldRows(url.href);
    expect(told).not.toHaveBeenCalled();
    told.mockRestore();
    expect((await verify({ databaseUrl: url.href, dataDir: elsewhere })).faults).toEqual([]);
  } finally {
    await query(
      target.url,
      `drop owned by erasing_owner cascade; alter database ${name} owner to kartateka; drop role erasing_owner`,
    );
    await target.drop();
    await rm(elsewhere, { recursive: true, force: true });
  }
});
