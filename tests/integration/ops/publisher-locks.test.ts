import { afterEach, beforeEach, expect, it } from "vitest";
import type { Locks } from "#publisher/ports.ts";
import { publisherLocks } from "../../../ops/publisher-locks.ts";
import { createTestDatabase, query, type TestDatabase } from "../../support/database.ts";
import { createLatch } from "../../support/latch.ts";

let database: TestDatabase;
let locks: Locks;
/** As another process has them: on connections of its own, as all are. */
let others: Locks;

beforeEach(async () => {
  database = await createTestDatabase();
  locks = publisherLocks(database.editorUrl);
  others = publisherLocks(database.editorUrl);
});
afterEach(() => database.drop());

/** Ends every connection that holds a lock, as PostgreSQL does with those of a killed process. */
async function endHolders(): Promise<void> {
  await query(
    database.url,
    `select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
     where l.locktype = 'advisory' and l.granted and d.datname = current_database()`,
  );
}

it("let one do a thing at a time, in the order in which they came", async () => {
  const latch = createLatch();
  const told: string[] = [];
  const first = locks.exclusively(async () => {
    await latch.pass();
    told.push("first");
  });
  await latch.reached;
  const second = others.exclusively(async () => void told.push("second"));
  await waiting(1);
  const third = locks.exclusively(async () => void told.push("third"));
  await waiting(2);
  expect(told).toEqual([]);
  latch.open();
  await Promise.all([first, second, third]);
  expect(told).toEqual(["first", "second", "third"]);
});

it("let somebody hide while others make pages and a whole edition", async () => {
  const [pages, whole] = [createLatch(), createLatch()];
  const making = [locks.pages.wait(pages.pass), locks.whole.wait(whole.pass)];
  await Promise.all([pages.reached, whole.reached]);
  await expect(others.exclusively(async () => "hidden")).resolves.toBe("hidden");
  await expect(others.pages.attempt(async () => undefined)).resolves.toBe(false);
  await expect(others.whole.attempt(async () => undefined)).resolves.toBe(false);
  pages.open();
  whole.open();
  await Promise.all(making);
  await expect(others.pages.attempt(async () => undefined)).resolves.toBe(true);
});

it("let a maker of pages write only when nobody hides", async () => {
  const latch = createLatch();
  const hiding = others.exclusively(latch.pass);
  await latch.reached;
  let isWriting = false;
  const making = locks.pages.wait((exclusively) =>
    exclusively(async (stillHeld) => {
      isWriting = true;
      await Promise.all([stillHeld(), stillHeld(), stillHeld()]);
    }),
  );
  await waiting(1);
  expect(isWriting).toBe(false);
  latch.open();
  await Promise.all([hiding, making]);
  expect(isWriting).toBe(true);
});

it("are given back when the work fails", async () => {
  const failing = locks.pages.wait((exclusively) =>
    exclusively(async () => {
      throw new Error("the disk is full");
    }).catch(() => others.exclusively(async () => "hidden")),
  );
  await expect(failing).resolves.toBe("hidden");
});

it("are lost with the connection, and whoever had them is told", async () => {
  const inTheMiddle = locks.exclusively(async (stillHeld) => {
    await stillHeld();
    await endHolders();
    await others.exclusively(async () => undefined);
    await stillHeld();
  });
  await expect(inTheMiddle).rejects.toThrow(/terminat|closed|not queryable/);
});

it("let nobody write who has lost the lock of makers", async () => {
  const making = locks.pages.wait(async (exclusively) => {
    await endHolders();
    await others.pages.wait(async () => undefined);
    return exclusively(async () => "written");
  });
  await expect(making).rejects.toThrow(/terminat|closed|not queryable/);
});

/** Resolves when so many wait for a lock. */
async function waiting(many: number): Promise<void> {
  const asked = () =>
    query(
      database.url,
      `select 1 from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and not l.granted and d.datname = current_database()`,
    );
  await expect.poll(asked, { timeout: 20_000 }).toHaveLength(many);
}
