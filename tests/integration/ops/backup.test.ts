import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { audit } from "#data/commands/audit.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { emptyLedger } from "#domain/erasure-ledger.ts";
import { backUp } from "../../../ops/backing-up.ts";
import { readHeader } from "../../../ops/backup-file.ts";
import { withClient } from "../../../ops/client.ts";
import { bringUpDatabase, type DatabasePlace } from "../../../ops/database.ts";
import { keepLedger, ledgerFile, writeLedger } from "../../../ops/erasure-ledger.ts";
import { migrate, migrationNames } from "../../../ops/migrations.ts";
import { Failure } from "../../../ops/report.ts";
import { load, restorable, restoreInto } from "../../../ops/restoring.ts";
import { editor } from "../../support/actors.ts";
import { createEmptyDatabase, query, type TestDatabase } from "../../support/database.ts";
import { publishKalesnikava, saveKey } from "../../support/drafts.ts";
import { canary, fillTestRegistry } from "../../support/full-registry.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../../support/registry.ts";

/** Tables that a backup leaves out; what is made again from the others is the same after a restore all the same. */
const madeAgain = ["outbox", "person_name", "person_traits"];
const notKept = ["session", "verification", "sign_in_throttle", "_prisma_migrations"];

let source: TestRegistry;
let target: TestDatabase;
let folder: string;
let file: string;

beforeEach(async () => {
  source = await createTestRegistry();
  target = await createEmptyDatabase();
  folder = await mkdtemp(join(tmpdir(), "kartateka-backup-"));
  file = join(folder, "backup.gz");
  return async () => {
    await source.drop();
    await target.drop();
    await rm(folder, { recursive: true });
  };
});

const dataDir = () => join(folder, "old");
const place = (database: TestDatabase = target): DatabasePlace => ({
  dataDir: join(folder, "new"),
  givenUrl: database.url,
  givenPublicUrl: database.publicUrl,
  givenEditorUrl: database.editorUrl,
});

async function makeBackup(path = file) {
  await withClient(source.url, (client) => keepLedger(dataDir(), client));
  return backUp({ databaseUrl: source.url, dataDir: dataDir() }, path);
}

async function readThrough(path = file, ledgerPath: string | undefined = ledgerFile(dataDir())) {
  return restorable(path, { dataDir: place().dataDir, ledgerPath });
}

async function restoreAll(database = target) {
  return restoreInto(place(database), await readThrough(), { actor: "test" });
}

async function tables(url: string): Promise<string[]> {
  const rows = await query(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
  return rows.map(({ tablename }) => String(tablename));
}

/** All rows of a table as text, in the order of their text. */
async function rowsOf(url: string, table: string): Promise<unknown[]> {
  return query(url, `select to_jsonb(t)::text as row from "${table}" t order by 1`);
}

describe("a backup", () => {
  test("is one file for its owner's eyes, with a header and an end", async () => {
    await fillTestRegistry(source.registry);
    const header = await makeBackup();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["backup.gz", "old"]);
    const lines = gunzipSync(await readFile(file))
      .toString()
      .split("\n");
    expect(JSON.parse(lines[0] ?? "")).toEqual({ kartateka: "backup", format: 1, ...header });
    expect(header.migrations.map(({ name }) => name)).toEqual(await migrationNames());
    expect(lines.at(-2)).toMatch(/^end \{"sha256":"[0-9a-f]{64}","rows":\d+\}$/);
    expect(lines.at(-1)).toBe("");
  });

  test("has every table but those that are left out on purpose, and nothing of who is signed in", async () => {
    await fillTestRegistry(source.registry);
    const { tables: kept } = await makeBackup();
    const left = (await tables(source.url)).filter((name) => !kept.some((it) => it.name === name));
    expect(left.filter((name) => !name.startsWith("public_")).sort()).toEqual(
      [...madeAgain, ...notKept].sort(),
    );
    for (const { name, rows } of kept) if (name !== "erasure") expect(rows, name).toBeGreaterThan(0);
    expect(gunzipSync(await readFile(file)).toString()).not.toContain("SECRET-OF");
  });

  test("of the same rows is the same but for its day", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    const again = join(folder, "again.gz");
    await makeBackup(again);
    const body = async (path: string) =>
      gunzipSync(await readFile(path))
        .toString()
        .split("\n")
        .slice(1, -2);
    expect(await body(again)).toEqual(await body(file));
  });

  test("does not replace a file, nor leave anything when it fails", async () => {
    await fillTestRegistry(source.registry);
    await writeFile(file, "mine");
    await expect(makeBackup()).rejects.toThrow("is there already");
    expect(await readFile(file, "utf8")).toBe("mine");
    await expect(makeBackup(join(folder, "nowhere", "b.gz"))).rejects.toThrow("cannot be written");
    const cut = backUp({ databaseUrl: source.url, dataDir: dataDir() }, join(folder, "cut.gz"), () => {
      throw new Error("cut");
    });
    await expect(cut).rejects.toThrow("cut");
    expect((await readdir(folder)).sort()).toEqual(["backup.gz", "old"]);
  });

  test("of an empty registry is refused", async () => {
    await expect(makeBackup()).rejects.toThrow("holds nothing");
  });
});

describe("a restored registry", () => {
  test("has the same rows, hashes and public forms, and goes on from there", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    const { found } = await restoreAll();
    expect(found).toMatchObject({ persons: 3, versions: 4, erased: 0, faults: [] });
    for (const table of await tables(source.url)) {
      if (notKept.includes(table) || table === "outbox" || table === "audit_entry") continue;
      expect(await rowsOf(target.url, table), table).toEqual(await rowsOf(source.url, table));
    }
    const before = await rowsOf(source.url, "audit_entry");
    expect(await rowsOf(target.url, "audit_entry")).toEqual(expect.arrayContaining(before));
    const since = await query(target.url, "select action from audit_entry order by id offset $1", [
      before.length,
    ]);
    expect(since).toEqual([{ action: "rebuild" }, { action: "restore-backup" }]);
    for (const table of ["session", "verification", "sign_in_throttle"]) {
      expect(await rowsOf(target.url, table), table).toEqual([]);
    }
    expect(await tables(target.url)).toEqual(await tables(source.url));
    expect(
      await query(target.editorUrl, "insert into outbox (address) values ('/x') returning made"),
    ).toHaveLength(1);
  });

  test("is written by an owner who is no superuser", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    await query(target.url, "create role restoring_owner login password 'owner'");
    const name = new URL(target.url).pathname.slice(1);
    await query(target.url, `alter database ${name} owner to restoring_owner`);
    const url = new URL(target.url);
    Object.assign(url, { username: "restoring_owner", password: "owner" });
    try {
      const { found } = await restoreAll({ ...target, url: url.href });
      expect(found).toMatchObject({ persons: 3, versions: 4, faults: [] });
    } finally {
      await query(
        target.url,
        `drop owned by restoring_owner cascade; alter database ${name} owner to kartateka; drop role restoring_owner`,
      );
    }
  });

  test("comes from a backup of fewer migrations than today's, too", async () => {
    const older = await createEmptyDatabase();
    const missing = "00000000000006_editor_role";
    try {
      await migrate(
        older.url,
        (await migrationNames()).filter((name) => name !== missing),
      );
      await query(older.url, `insert into "user" (id, name, email, login) values ('1', 'Ada', 'a@b', 'ada')`);
      await withClient(older.url, (client) => keepLedger(dataDir(), client));
      const { migrations } = await backUp({ databaseUrl: older.url, dataDir: dataDir() }, file);
      expect(migrations.map(({ name }) => name)).not.toContain(missing);
      await restoreAll();
      expect(await query(target.editorUrl, `select login from "user"`)).toEqual([{ login: "ada" }]);
    } finally {
      await older.drop();
    }
  });

  test("is as it was at one moment, however many work meanwhile", async () => {
    const { registry } = source;
    const drafts: string[] = [];
    for (let index = 0; index < 20; index++) {
      const { personId } = await publishKalesnikava(registry);
      drafts.push((await openDraft(registry, { personId, actor: editor })).draftId);
    }
    await withClient(source.url, (client) => keepLedger(dataDir(), client));
    let working = true;
    const saved = new Map<string, number>();
    const work = drafts.map(async (draftId, index) => {
      for (let base = 1; working; base++) {
        const value = [{ id: "l1", value: `${index} at ${base}` }];
        const { save } = await saveKey(registry, { draftId, base, key: "residences", value });
        saved.set(draftId, save);
      }
    });
    while (saved.size < 20) await new Promise((resolve) => setTimeout(resolve, 20));
    const atBegin = new Map(saved);
    await backUp({ databaseUrl: source.url, dataDir: dataDir() }, file);
    const atEnd = new Map(saved);
    working = false;
    await Promise.all(work);
    await restoreAll();
    // Of each draft all saves up to one, each with its entry in the audit, and none after it.
    const rows = await query(
      target.url,
      `select d.id, d.save as stands, count(s.*)::int as saves, max(s.number) as last,
         (select count(*)::int from audit_entry a where a.draft_id = d.id and a.action = 'save-draft') as entries
       from draft d join draft_save s on s.draft_id = d.id group by d.id`,
    );
    expect(rows).toHaveLength(20);
    for (const { id, stands, saves, last, entries } of rows) {
      expect([saves, last, Number(entries) + 1]).toEqual([stands, stands, stands]);
      expect(Number(stands)).toBeGreaterThanOrEqual(atBegin.get(String(id)) ?? 0);
      expect(Number(stands)).toBeLessThanOrEqual((atEnd.get(String(id)) ?? 0) + 1);
    }
  });
});

describe("what cannot be restored is refused before anything is written:", () => {
  beforeEach(async () => {
    await publishKalesnikava(source.registry);
    await audit(source.registry, { actor: "test", action: "rebuild", details: {} });
    await makeBackup();
  });
  afterEach(async () => {
    expect(await tables(target.url)).toEqual([]);
    expect((await readdir(folder)).includes("new")).toBe(false);
  });

  test("a file with any byte changed", async () => {
    const bytes = await readFile(file);
    const text = gunzipSync(bytes);
    // Where the same words stand twice, another distance back leads to a copy of them.
    const saysTheSame = (changed: Buffer) => {
      try {
        return gunzipSync(changed).equals(text);
      } catch {
        return false;
      }
    };
    for (let times = 0; times < 40; times++) {
      const at = Math.floor((bytes.length * times) / 40);
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 0x40;
      if (saysTheSame(changed)) continue;
      await writeFile(file, changed);
      await expect(readThrough(), `byte ${at}`).rejects.toBeInstanceOf(Failure);
    }
  });

  test("a row changed inside, with the compression in order", async () => {
    const text = gunzipSync(await readFile(file)).toString();
    await writeFile(file, gzipSync(text.replace('"rebuild"', '"rebuilt"')));
    await expect(readThrough()).rejects.toThrow("its checksum is another one");
  });

  test("a file that was cut, at any place", async () => {
    const bytes = await readFile(file);
    for (const part of [0, 0.1, 0.5, 0.9, 0.999]) {
      await writeFile(file, bytes.subarray(0, Math.floor(bytes.length * part)));
      await expect(readThrough(), String(part)).rejects.toThrow(/is damaged or cut|is no backup/);
    }
    const lines = gunzipSync(bytes).toString().split("\n");
    for (const less of [lines.slice(0, -2), lines.slice(0, 3), [...lines.slice(0, 5), ...lines.slice(6)]]) {
      await writeFile(file, gzipSync(`${less.join("\n")}\n`));
      await expect(readThrough()).rejects.toThrow("is damaged or cut");
    }
  });

  test("something after the end", async () => {
    await writeFile(file, Buffer.concat([await readFile(file), gzipSync("more\n")]));
    await expect(readThrough()).rejects.toThrow("something follows its end");
  });

  test("a file that is none, and one that isn't there", async () => {
    for (const bytes of [
      gzipSync("{}\n"),
      gzipSync("hello\n"),
      Buffer.from("hello"),
      gzipSync("\0".repeat(70_000_000)),
    ]) {
      await writeFile(file, bytes);
      await expect(readThrough()).rejects.toThrow(/is no backup|is damaged or cut/);
    }
    await rm(file);
    await expect(readThrough()).rejects.toThrow("cannot be read");
  });

  test("one that was made by a newer Kartateka, or by another", async () => {
    const text = gunzipSync(await readFile(file)).toString();
    await writeFile(file, gzipSync(text.replace('"format":1', '"format":2')));
    await expect(readThrough()).rejects.toThrow("has the format 2");
    await writeFile(file, gzipSync(text.replace("00000000000012_erasure", "00000000000099_later")));
    await expect(readThrough()).rejects.toThrow("00000000000099_later, which isn't here");
    const { checksum } = (await readHeader(file)).migrations[0] ?? { checksum: "" };
    await writeFile(file, gzipSync(text.replace(checksum, "0".repeat(64))));
    await expect(readThrough()).rejects.toThrow("which is another one here");
  });

  test("without the ledger of erasures, or with another registry's", async () => {
    await expect(restorable(file, { dataDir: place().dataDir, ledgerPath: undefined })).rejects.toThrow(
      "There is no ledger of erasures",
    );
    await expect(readThrough(file, join(folder, "none"))).rejects.toThrow("is not there");
    const foreign = join(folder, "foreign.jsonl");
    await writeLedger(foreign, emptyLedger("00000000-0000-4000-8000-000000000000"));
    await expect(readThrough(file, foreign)).rejects.toThrow("another registry's");
    await writeFile(foreign, (await readFile(ledgerFile(dataDir()), "utf8")).slice(0, -1));
    await expect(readThrough(file, foreign)).rejects.toThrow("its last line is cut");
  });
});

describe("a database that a backup is not restored into", () => {
  test("holds records, or users", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    const { registry, ...full } = await createTestRegistry();
    try {
      await query(full.url, `insert into "user" (id, name, email, login) values ('1', 'Ada', 'a@b', 'ada')`);
      await expect(restoreAll(full)).rejects.toMatchObject({
        message: expect.stringContaining("isn't empty"),
        advice: expect.stringContaining("DATA_DIR"),
      });
      await publish(registry, { file: firstRecord("012-vitold-ashurak"), baseVersion: 0, actor: "test" });
      await query(full.url, `delete from "user"`);
      await expect(restoreAll(full)).rejects.toThrow("isn't empty");
      expect(await registry.person.count()).toBe(1);
    } finally {
      await registry.$disconnect();
      await full.drop();
    }
  });

  test("had a restore that was cut off: nothing opens it, and another restore makes it good", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    const backup = await readThrough();
    await load(backup, { databaseUrl: target.url, dataDir: place().dataDir });
    await expect(bringUpDatabase(place())).rejects.toThrow("was cut off");
    const { found } = await restoreAll();
    expect(found.faults).toEqual([]);
    await bringUpDatabase(place());
    expect(
      await query(target.url, `select count(*)::int as n from version where file::text like '%${canary}%'`),
    ).toEqual([{ n: 2 }]);
  });

  test("keeps nothing of a backup whose rows don't fit", async () => {
    await fillTestRegistry(source.registry);
    await makeBackup();
    const backup = await readThrough();
    // Changed after it was read through, as by a disk that fails.
    const handle = await open(file, "r+");
    await handle.write(Buffer.from([0xff, 0xff, 0xff]), 0, 3, (await handle.stat()).size - 60);
    await handle.close();
    await expect(load(backup, { databaseUrl: target.url, dataDir: place().dataDir })).rejects.toThrow(
      "damaged",
    );
    expect(await query(target.url, "select from person")).toEqual([]);
    await makeBackup(join(folder, "good.gz"));
    await restoreInto(place(), await readThrough(join(folder, "good.gz")), { actor: "test" });
  });
});
