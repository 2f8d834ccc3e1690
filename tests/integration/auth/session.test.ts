import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Auth, createAuth, longestSession } from "#auth/auth.ts";
import { findSignedIn, longestIdle } from "#auth/session.ts";
import { changePassword, changeRole, deactivateUser, endSession, resetUser } from "#data/commands/users.ts";
import { makeAccount, signedInCookie, type TestAccount, testAdministrator } from "../../support/accounts.ts";
import { createTestRegistry, type TestRegistry } from "../../support/registry.ts";

const site = { siteUrl: "http://127.0.0.1:3000", secret: "a secret of forty characters, or nearly so" };
const minute = 60_000;

let database: TestRegistry;
let auth: Auth;
beforeAll(async () => {
  database = await createTestRegistry();
  auth = createAuth(database.registry, site);
});
afterAll(() => database.drop());

const find = (cookies: string, now = new Date()) =>
  findSignedIn(cookies, { auth, registry: database.registry, now });

async function signIn(account: TestAccount): Promise<string> {
  const { name, value } = await signedInCookie(database.registry, account, site);
  return `${name}=${value}`;
}

/** An editor and the cookies of two of their sessions. */
async function editorSignedInTwice() {
  const account = await makeAccount(database.registry, "editor");
  return { account, here: await signIn(account), elsewhere: await signIn(account) };
}

describe("a session", () => {
  test("says who it is, with the role that they have now", async () => {
    const account = await makeAccount(database.registry, "editor", "Ніна");
    const cookie = await signIn(account);
    expect(await find(cookie)).toEqual({
      id: account.id,
      login: account.login,
      name: "Ніна",
      role: "editor",
      mustChangePassword: false,
      sessionId: expect.any(String),
    });
    await database.registry.user.update({ where: { id: account.id }, data: { role: "reviewer" } });
    expect(await find(cookie)).toMatchObject({ role: "reviewer" });
  });

  test("keeps neither address nor browser", async () => {
    const account = await makeAccount(database.registry, "editor");
    await auth.api.signInEmail({
      body: { email: `${account.login}@kartateka.invalid`, password: account.password },
      headers: new Headers({ "user-agent": "Mozilla/5.0", "x-forwarded-for": "203.0.113.9" }),
    });
    expect(await database.registry.session.findFirst({ where: { userId: account.id } })).toMatchObject({
      ipAddress: null,
      userAgent: null,
    });
    await expect(
      database.owner.session.updateMany({
        where: { userId: account.id },
        data: { ipAddress: "203.0.113.9" },
      }),
    ).rejects.toThrow("session_keeps_neither_address_nor_browser");
  });

  test.each([
    "",
    "kartateka-session=",
    "kartateka-session=%",
    "kartateka-session=%00.%00",
    "kartateka-session=nobody.sigsigsigsigsigsigsigsigsigsigsigsigsigsigs=",
    "kartateka-session; ;;=\u0001",
    `kartateka-session=${"a".repeat(10_000)}`,
  ])("is not there for the cookies %j", async (cookies) => {
    expect(await find(cookies)).toBeUndefined();
  });

  test("is not there for a token that somebody took from the database", async () => {
    const account = await makeAccount(database.registry, "editor");
    await signIn(account);
    const { token } = await database.registry.session.findFirstOrThrow({ where: { userId: account.id } });
    expect(await find(`kartateka-session=${token}`)).toBeUndefined();
    const another = createAuth(database.registry, {
      ...site,
      secret: "another secret of forty characters or so",
    });
    const cookie = await signIn(account);
    expect(
      await findSignedIn(cookie, { auth: another, registry: database.registry, now: new Date() }),
    ).toBeUndefined();
  });

  test("has a token of its own at each sign-in, whatever the browser had before", async () => {
    const account = await makeAccount(database.registry, "editor");
    const planted = await signIn(await makeAccount(database.registry, "editor"));
    const { headers } = await auth.api.signInEmail({
      body: { email: `${account.login}@kartateka.invalid`, password: account.password },
      headers: new Headers({ cookie: planted }),
      returnHeaders: true,
    });
    expect(headers.getSetCookie().join()).not.toContain(planted.split("=")[1]);
    expect(await signIn(account)).not.toBe(await signIn(account));
  });

  test("ends when nothing was asked for too long, and lasts while something is", async () => {
    const cookie = await signIn(await makeAccount(database.registry, "editor"));
    const start = Date.now();
    const at = (milliseconds: number) => find(cookie, new Date(start + milliseconds));
    expect(await at(longestIdle - minute)).toBeDefined();
    expect(await at(2 * longestIdle - 3 * minute)).toBeDefined();
    expect(await at(3 * longestIdle)).toBeUndefined();
    expect(await find(cookie)).toBeUndefined();
  });

  test("ends after its longest time whatever is done in it", async () => {
    const account = await makeAccount(database.registry, "editor");
    const cookie = await signIn(account);
    const session = await database.registry.session.findFirstOrThrow({ where: { userId: account.id } });
    expect(session.expiresAt.getTime()).toBeLessThanOrEqual(Date.now() + longestSession * 1000);
    await database.registry.session.update({
      where: { id: session.id },
      data: { expiresAt: new Date(Date.now() - 1000), updatedAt: new Date() },
    });
    expect(await find(cookie)).toBeUndefined();
    expect(await database.registry.session.count({ where: { userId: account.id } })).toBe(0);
  });

  test("ends by signing out, and only that one", async () => {
    const { account, here, elsewhere } = await editorSignedInTwice();
    const { sessionId } = (await find(here)) ?? { sessionId: "" };
    await endSession(database.registry, { sessionId, actor: account });
    expect(await find(here)).toBeUndefined();
    expect(await find(elsewhere)).toBeDefined();
  });

  test("ends elsewhere when the password is changed", async () => {
    const { account, here, elsewhere } = await editorSignedInTwice();
    const { sessionId } = (await find(here)) ?? { sessionId: "" };
    await changePassword(database.registry, { passwordHash: "x", sessionId, actor: account });
    expect(await find(here)).toBeDefined();
    expect(await find(elsewhere)).toBeUndefined();
  });

  test.each([
    ["reset", resetUser],
    ["deactivation", deactivateUser],
    ["another role", changeRole],
  ])("ends everywhere by %s", async (_, command) => {
    const { account, here, elsewhere } = await editorSignedInTwice();
    const order = {
      userId: account.id,
      passwordHash: "x",
      role: "reviewer",
      actor: testAdministrator,
    } as const;
    await command(database.registry, order);
    expect(await find(here)).toBeUndefined();
    expect(await find(elsewhere)).toBeUndefined();
  });

  test("of a deactivated account is none, even if it were left behind", async () => {
    const { account, here } = await editorSignedInTwice();
    await database.registry.user.update({ where: { id: account.id }, data: { deactivatedAt: new Date() } });
    expect(await find(here)).toBeUndefined();
    await expect(signIn(account)).rejects.toThrow();
  });
});
