import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { isPassword } from "#auth/password.ts";
import { audit } from "#data/commands/audit.ts";
import { publish } from "#data/commands/publish.ts";
import {
  addUser,
  changePassword,
  changeRole,
  deactivateUser,
  endSession,
  reactivateUser,
  recordSignIn,
  resetUser,
} from "#data/commands/users.ts";
import { listActors, readAudit } from "#data/editor/audit.ts";
import { findUser, listUsers, namesOf } from "#data/editor/users.ts";
import type { Actor, Role } from "#domain/policy.ts";
import { keepAdministrator } from "../../../ops/first-administrator.ts";
import { makeAccount, testAdministrator } from "../../support/accounts.ts";
import { createTestRegistry, firstRecord, type TestRegistry } from "../../support/registry.ts";

// The reads share one client in a process: one database for all tests here.
let database: TestRegistry;
beforeAll(async () => {
  database = await createTestRegistry();
});
afterAll(() => database.drop());
beforeEach(async () => {
  await database.owner.user.deleteMany();
});

const make = (role: Role, name?: string) => makeAccount(database.registry, role, name);
const entries = async (actor: Actor) =>
  (await database.registry.auditEntry.findMany({ where: { actor: actor.id }, orderBy: { id: "asc" } })).map(
    ({ action, details }) => ({ action, details }),
  );
const session = (userId: string) =>
  database.registry.session.create({
    data: {
      id: crypto.randomUUID(),
      userId,
      token: crypto.randomUUID(),
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
const refused = (reason: string) => expect.objectContaining({ name: "Refusal", reason });

describe("an account", () => {
  test("is added with a password to be changed, once for each login", async () => {
    const administrator = await make("administrator");
    const order = {
      login: "nina",
      name: "Ніна",
      role: "reviewer",
      passwordHash: "x",
      actor: administrator,
    } as const;
    const id = await addUser(database.registry, order);
    await expect(addUser(database.registry, { ...order, name: "Another" })).rejects.toEqual(
      refused("login-taken"),
    );
    expect(await findUser(administrator, id)).toEqual({
      id,
      login: "nina",
      name: "Ніна",
      role: "reviewer",
      mustChangePassword: true,
      createdAt: expect.any(Date),
      deactivatedAt: null,
      lastSignIn: undefined,
    });
    expect(await entries(administrator)).toEqual([
      { action: "add-user", details: { user: id, login: "nina", after: "reviewer" } },
    ]);
  });

  test.each(["editor", "reviewer"] as const)("is not changed by %s", async (role) => {
    const actor = await make(role);
    const other = await make("editor");
    const order = { userId: other.id, actor };
    const orders = [
      () =>
        addUser(database.registry, { login: "new", name: "New", role: "editor", passwordHash: "x", actor }),
      () => resetUser(database.registry, { ...order, passwordHash: "x" }),
      () => changeRole(database.registry, { ...order, role: "reviewer" }),
      () => deactivateUser(database.registry, order),
      () => reactivateUser(database.registry, order),
    ];
    for (const give of orders) await expect((async () => give())()).rejects.toEqual(refused("not-allowed"));
    expect(await entries(actor)).toEqual([]);
    await expect(listUsers(actor)).rejects.toThrow("may not manage-users");
    await expect(readAudit(actor, { page: 1 })).rejects.toThrow("may not read-audit");
  });

  test("is not changed by whom it belongs to, and an unknown one not at all", async () => {
    const administrator = await make("administrator");
    await make("administrator");
    const own = { userId: administrator.id, actor: administrator };
    await expect(changeRole(database.registry, { ...own, role: "editor" })).rejects.toEqual(
      refused("own-account"),
    );
    await expect(deactivateUser(database.registry, own)).rejects.toEqual(refused("own-account"));
    await expect(resetUser(database.registry, { ...own, passwordHash: "x" })).rejects.toEqual(
      refused("own-account"),
    );
    const nobody = { userId: "nobody", actor: administrator };
    await expect(deactivateUser(database.registry, nobody)).rejects.toEqual(refused("unknown-user"));
  });

  test("gets another role, with what was before and after in the audit", async () => {
    const administrator = await make("administrator");
    const { id, login } = await make("editor");
    const order = { userId: id, role: "reviewer", actor: administrator } as const;
    await changeRole(database.registry, order);
    await expect(changeRole(database.registry, order)).rejects.toEqual(refused("unchanged"));
    expect(await findUser(administrator, id)).toMatchObject({ role: "reviewer" });
    expect(await entries(administrator)).toEqual([
      { action: "change-role", details: { user: id, login, before: "editor", after: "reviewer" } },
    ]);
  });

  test("is deactivated and reactivated", async () => {
    const administrator = await make("administrator");
    const { id, login } = await make("editor");
    const order = { userId: id, actor: administrator };
    await expect(reactivateUser(database.registry, order)).rejects.toEqual(refused("not-deactivated"));
    await deactivateUser(database.registry, order);
    expect(await findUser(administrator, id)).toMatchObject({ deactivatedAt: expect.any(Date) });
    await expect(deactivateUser(database.registry, order)).rejects.toEqual(refused("already-deactivated"));
    await reactivateUser(database.registry, order);
    expect(await findUser(administrator, id)).toMatchObject({ deactivatedAt: null });
    expect(await entries(administrator)).toEqual([
      { action: "deactivate-user", details: { user: id, login, before: "active", after: "deactivated" } },
      { action: "reactivate-user", details: { user: id, login, before: "deactivated", after: "active" } },
    ]);
  });

  test("is listed with when its owner last signed in, deactivated ones last", async () => {
    const administrator = await make("administrator", "Б");
    const gone = await make("editor", "А");
    const editor = await make("editor", "В");
    await deactivateUser(database.registry, { userId: gone.id, actor: administrator });
    await recordSignIn(database.registry, { userId: editor.id, sessionBefore: undefined });
    expect(
      (await listUsers(administrator)).map(({ name, lastSignIn }) => [name, lastSignIn !== undefined]),
    ).toEqual([
      ["Б", false],
      ["В", true],
      ["А", false],
    ]);
    expect(await namesOf([gone.id, editor.id, "command line: root"])).toEqual(
      new Map([
        [gone.id, "А"],
        [editor.id, "В"],
      ]),
    );
  });
});

describe("an administrator", () => {
  test("stays: the last who can sign in is neither deactivated nor made another", async () => {
    const last = await make("administrator");
    const gone = await make("administrator");
    await deactivateUser(database.registry, { userId: gone.id, actor: last });
    const order = { userId: last.id, actor: testAdministrator };
    await expect(deactivateUser(database.registry, order)).rejects.toEqual(refused("last-administrator"));
    await expect(changeRole(database.registry, { ...order, role: "editor" })).rejects.toEqual(
      refused("last-administrator"),
    );
  });

  test("stays when two depose each other at once", async () => {
    for (let round = 0; round < 5; round++) {
      await database.owner.user.deleteMany();
      const [a, b] = [await make("administrator"), await make("administrator")];
      const done = await Promise.allSettled([
        changeRole(database.registry, { userId: a.id, role: "editor", actor: b }),
        deactivateUser(database.registry, { userId: b.id, actor: a }),
      ]);
      expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const left = { role: "administrator", deactivatedAt: null } as const;
      expect(await database.registry.user.count({ where: left })).toBe(1);
    }
  });
});

describe("a password", () => {
  test("is changed by its owner, who need not do so again", async () => {
    const editor = await make("editor");
    await resetUser(database.registry, {
      userId: editor.id,
      passwordHash: "given",
      actor: testAdministrator,
    });
    const { id: sessionId } = await session(editor.id);
    await session(editor.id);
    await changePassword(database.registry, { passwordHash: "chosen", sessionId, actor: editor });
    expect(await database.registry.account.findMany({ where: { userId: editor.id } })).toMatchObject([
      { password: "chosen", providerId: "credential" },
    ]);
    expect(await database.registry.user.findUnique({ where: { id: editor.id } })).toMatchObject({
      mustChangePassword: false,
    });
    expect(await database.registry.session.findMany({ where: { userId: editor.id } })).toMatchObject([
      { id: sessionId },
    ]);
    expect(await entries(editor)).toEqual([{ action: "change-password", details: {} }]);
  });

  test("that is given has to be changed", async () => {
    const administrator = await make("administrator");
    const editor = await make("editor");
    await resetUser(database.registry, { userId: editor.id, passwordHash: "given", actor: administrator });
    expect(await findUser(administrator, editor.id)).toMatchObject({ mustChangePassword: true });
    expect(await entries(administrator)).toEqual([
      { action: "reset-user", details: { user: editor.id, login: editor.login } },
    ]);
  });
});

test("signing in and out is written down, ends what the browser had before, and what has expired", async () => {
  const editor = await make("editor");
  const [before, now, expired] = [
    await session(editor.id),
    await session(editor.id),
    await session(editor.id),
  ];
  await database.registry.session.update({ where: { id: expired.id }, data: { expiresAt: new Date(0) } });
  await recordSignIn(database.registry, { userId: editor.id, sessionBefore: before.id });
  expect(await database.registry.session.findMany({ where: { userId: editor.id } })).toMatchObject([
    { id: now.id },
  ]);
  await endSession(database.registry, { sessionId: now.id, actor: editor });
  expect(await database.registry.session.count({ where: { userId: editor.id } })).toBe(0);
  expect((await entries(editor)).map(({ action }) => action)).toEqual(["sign-in", "sign-out"]);
});

describe("the first administrator", () => {
  let printed: string[] = [];
  beforeEach(() => {
    printed = [];
    vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  });
  afterEach(() => vi.restoreAllMocks());

  test("is made where there is no account, with a password that is printed once and kept nowhere", async () => {
    await keepAdministrator(database.registry);
    const [password = ""] = /(?:\w{5}-){3}\w{5}/.exec(printed.join("")) ?? [];
    const user = await database.registry.user.findFirstOrThrow({ include: { accounts: true } });
    expect(user).toMatchObject({ login: "admin", role: "administrator", mustChangePassword: true });
    expect(await isPassword(password, user.accounts[0]?.password ?? "")).toBe(true);
    expect(
      JSON.stringify([user, await database.registry.auditEntry.findMany({ select: { details: true } })]),
    ).not.toContain(password);
    printed = [];
    await keepAdministrator(database.registry);
    expect(printed).toEqual([]);
    expect(await database.registry.user.count()).toBe(1);
  });

  test("is not made beside another account, deactivated as it may be", async () => {
    const { id } = await make("editor");
    await deactivateUser(database.registry, { userId: id, actor: testAdministrator });
    await keepAdministrator(database.registry);
    expect(printed).toEqual([]);
    expect(await database.registry.user.count()).toBe(1);
  });
});

describe("the audit", () => {
  test("tells what was done, newest first, by whom, to whom, and with what", async () => {
    const administrator = await make("administrator");
    const file = firstRecord("001-maryia-kalesnikava");
    const { number } = await publish(database.registry, { file, baseVersion: 0, actor: "first records" });
    const { id: personId } = await database.registry.person.findUniqueOrThrow({ where: { number } });
    await changeRole(database.registry, {
      userId: (await make("editor")).id,
      role: "reviewer",
      actor: administrator,
    });
    const { entries: all } = await readAudit(administrator, { page: 1 });
    expect(all.slice(0, 1)).toMatchObject([
      { by: administrator.id, action: "change-role", person: undefined },
    ]);
    const ofPerson = {
      entries: [{ action: "publish", by: "first records", person: { id: personId, number } }],
      total: 1,
    };
    expect(await readAudit(administrator, { person: `№ ${number}`, page: 1 })).toMatchObject(ofPerson);
    expect(await readAudit(administrator, { person: personId, page: 1 })).toMatchObject(ofPerson);
    expect(ofPerson.entries[0]?.person.id).toBe(personId);
    expect(await listActors(administrator)).toEqual(
      expect.arrayContaining([administrator.id, "first records"]),
    );
  });

  test("is filtered by who did it or whose account it was, by action, draft and day", async () => {
    const administrator = await make("administrator");
    const editor = await make("editor");
    await recordSignIn(database.registry, { userId: editor.id, sessionBefore: undefined });
    await resetUser(database.registry, { userId: editor.id, passwordHash: "x", actor: administrator });
    const actions = async (query: object) =>
      (await readAudit(administrator, { page: 1, ...query })).entries.map(({ action }) => action);
    expect(await actions({ user: editor.id })).toEqual(["reset-user", "sign-in", "add-user"]);
    expect(await actions({ user: editor.id, action: "sign-in" })).toEqual(["sign-in"]);
    expect(await actions({ user: "nobody" })).toEqual([]);
    expect(await actions({ person: "99999" })).toEqual([]);
    expect(await actions({ draft: "0f0e0d0c-0b0a-4908-8706-050403020100" })).toEqual([]);
    const today = new Date().toISOString().slice(0, 10);
    expect((await actions({ user: editor.id, day: today })).length).toBe(3);
    expect(await actions({ user: editor.id, day: "2020-01-31" })).toEqual([]);
  });

  test("has pages", async () => {
    const administrator = await make("administrator");
    await database.registry.$transaction(async (tx) => {
      for (let persons = 0; persons < 120; persons++) {
        await audit(tx, { actor: "counting", action: "rebuild", details: { persons } });
      }
    });
    const page = async (number: number) =>
      (await readAudit(administrator, { user: "counting", page: number })).entries.map(
        (it) => it.details.persons,
      );
    expect(await readAudit(administrator, { user: "counting", page: 1 })).toMatchObject({
      total: 120,
      pages: 3,
    });
    expect([...(await page(1)), ...(await page(2)), ...(await page(3))]).toEqual(
      Array.from({ length: 120 }, (_, index) => 119 - index),
    );
    expect(await page(4)).toEqual([]);
  });
});
