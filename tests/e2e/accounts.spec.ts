import { rm } from "node:fs/promises";
import { type Browser, expect, type Page } from "@playwright/test";
import { languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";
import { foundByAxe } from "./axe.ts";
import { test } from "./signed-in.ts";

const words = messagesIn("be");
const own = "дождж і вецер у полі 7";

async function signIn(page: Page, login: string, password: string): Promise<void> {
  await page.fill("[name=login]", login);
  await page.fill("[name=password]", password);
  await page.locator("main").getByRole("button").click();
}

async function changePassword(page: Page, from: string, to: string): Promise<void> {
  await page.fill("[name=currentPassword]", from);
  await page.fill("[name=newPassword]", to);
  await page.fill("[name=newPasswordAgain]", to);
  await page.locator("main").getByRole("button").click();
}

const oneTimePasswords = (text: string) => text.match(/\b(?:[a-z2-9]{5}-){3}[a-z2-9]{5}\b/g) ?? [];

test.describe("the accounts of a new site", () => {
  test.describe.configure({ mode: "serial", timeout: 300_000 });

  let site: OwnSite;
  test.beforeAll(async () => {
    site = await startOwnSite();
  });
  test.afterAll(async () => {
    await site.stop();
    await rm(site.dataDir, { recursive: true, force: true });
  });

  const open = async (browser: Browser, javaScriptEnabled: boolean) => {
    const context = await browser.newContext({ baseURL: site.baseURL, javaScriptEnabled });
    return context.newPage();
  };

  test("begin with the first administrator, who changes the printed password and adds others", async ({
    browser,
  }) => {
    const [printed = ""] = oneTimePasswords(site.printed());
    const page = await open(browser, true);
    await page.goto("/be/editor/users");
    await expect(page).toHaveURL("/be/editor/sign-in?to=%2Fbe%2Feditor%2Fusers");
    await signIn(page, "admin", printed);
    // Nothing else is shown before.
    await expect(page).toHaveURL("/be/editor/password");
    await expect(page.locator(".sections")).toHaveCount(0);
    for (const address of ["/be/editor", "/be/editor/users/new", "/be/editor/audit"]) {
      await page.goto(address);
      await expect(page).toHaveURL("/be/editor/password");
    }
    await changePassword(page, printed, "Kartateka2026");
    await expect(page.locator(".field .problem")).toHaveText(words.problem["password-guessable"]);
    await changePassword(page, "not the printed one", own);
    await expect(page.locator(".field .problem")).toHaveText(words.problem["password-wrong"]);
    await changePassword(page, printed, own);
    await expect(page.getByRole("status")).toHaveText(words.done["password-changed"]);
    await expect(page).toHaveURL(/\/be\/editor\?done=password-changed$/);

    const again = await open(browser, true);
    await again.goto("/be/editor");
    await signIn(again, "admin", printed);
    await expect(again.locator(".problems")).toContainText(words.problem["wrong-password"]);

    await page.goto("/be/editor/users/new");
    await page.fill("[name=login]", "nina");
    await page.fill("[name=name]", "Ніна");
    await page.check("[value=reviewer]");
    await page.locator("main").getByRole("button").click();
    const [given = ""] = oneTimePasswords((await page.locator(".notice .typed").textContent()) ?? "");
    expect(page.url()).toBe(`${site.baseURL}/be/editor/users/new`);
    await page.reload();
    expect(oneTimePasswords((await page.locator("body").textContent()) ?? "")).toEqual([]);

    const nina = await open(browser, false);
    await nina.goto("/be/editor");
    await signIn(nina, "nina", given);
    await changePassword(nina, given, "ціхая рака за гарой 9");
    await expect(nina.locator(".done")).toHaveText(words.done["password-changed"]);
    await expect(nina.locator(".signed-in")).toContainText("Ніна");
    await nina.goto("/be/editor/users");
    await expect(nina.locator("h1")).toHaveText(words.errors.notFound.title);
  });

  test("are listed, reset, given a role and deactivated from the command line, which ends their sessions", async ({
    browser,
  }) => {
    expect(await site.run("user", "list")).toMatch(/admin +administrator[\s\S]*nina +reviewer +Ніна/);
    const page = await open(browser, false);
    await page.goto("/be/editor");
    await signIn(page, "nina", "ціхая рака за гарой 9");
    await expect(page.locator(".signed-in")).toContainText("Ніна");
    const [given = ""] = oneTimePasswords(await site.run("user", "reset", "nina"));
    await page.reload();
    await expect(page).toHaveURL(/sign-in\?to=/);
    await signIn(page, "nina", "ціхая рака за гарой 9");
    await expect(page.locator(".problems")).toContainText(words.problem["wrong-password"]);
    await signIn(page, "nina", given);
    await expect(page).toHaveURL(/editor\/password/);
    await site.run("user", "deactivate", "nina");
    await page.reload();
    await signIn(page, "nina", given);
    await expect(page.locator(".problems")).toContainText(words.problem["wrong-password"]);
    await site.run("user", "reactivate", "nina");
    await signIn(page, "nina", given);
    await expect(page).toHaveURL(/editor\/password/);
    await site.run("user", "role", "nina", "--role", "editor");
    await page.reload();
    await expect(page).toHaveURL(/sign-in/);
    expect(await site.run("user", "list")).toMatch(/nina +editor/);
    await site.run("user", "role", "nina", "--role", "reviewer");
    const again = site.run("user", "role", "nina", "--role", "reviewer");
    await expect(again).rejects.toThrow('"nina" has the role reviewer already');
    const deposed = site.run("user", "role", "admin", "--role", "editor");
    await expect(deposed).rejects.toThrow("An administrator has to stay");
    const [added = ""] = oneTimePasswords(
      await site.run("user", "add", "ales", "--name", "Алесь", "--role", "editor"),
    );
    expect(added).not.toBe("");
    await expect(site.run("user", "add", "ales", "--name", "Алесь", "--role", "editor")).rejects.toThrow(
      "already",
    );
    await expect(site.run("user", "deactivate", "nobody")).rejects.toThrow('no account "nobody"');
    await expect(site.run("user", "add", "x y", "--name", "X", "--role", "king")).rejects.toThrow(
      "npm run user",
    );
  });

  test("and the sessions outlast a restart, at which no password is printed", async ({ browser }) => {
    const page = await open(browser, true);
    await page.goto("/be/editor/audit");
    await signIn(page, "admin", own);
    await expect(page.locator("h1")).toHaveText(words.audit.title);
    await site.stop();
    await site.start();
    await page.reload();
    await expect(page.locator("h1")).toHaveText(words.audit.title);
    expect(oneTimePasswords(site.printed()).length).toBe(1);
  });
});

test("an unknown name is told what a wrong password is told, and no more", async ({
  accounts,
  browser,
  baseURL,
}) => {
  const account = await accounts.make("editor");
  const context = await browser.newContext({ baseURL: baseURL ?? "", javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = async (login: string) => {
    await page.goto("/be/editor/sign-in");
    await signIn(page, login, "a wrong guess");
    const html = await page.content();
    return html
      .replaceAll(login, "LOGIN")
      .replaceAll(/nonce="[^"]*"|self\.__next_f\.push\([\s\S]*?\)<\/script>/g, "");
  };
  expect(await answer("nobody")).toBe(await answer(account.login));
  await expect(page.locator(".problems")).toContainText(words.problem["wrong-password"]);
  await expect(page.locator("[name=login]")).toHaveValue(account.login);
  await expect(page.locator("[name=password]")).toHaveValue("");
});

test("a browser is known only where somebody says that it is theirs", async ({ accounts, page, context }) => {
  const account = await accounts.make("editor");
  const kept = async () =>
    (await context.cookies()).map(({ name, httpOnly, sameSite, expires }) => ({
      name,
      httpOnly,
      sameSite,
      lasts: expires > 0,
    }));
  const session = { name: "kartateka-session", httpOnly: true, sameSite: "Lax", lasts: false };
  await page.goto("/en/editor/sign-in");
  await signIn(page, account.login, account.password);
  await expect(page).toHaveURL("/en/editor");
  expect(await kept()).toEqual([session]);
  await page.locator("#sign-out button").click();
  await expect(page.getByRole("status")).toHaveText(messagesIn("en").done["signed-out"]);
  expect(await kept()).toEqual([]);
  await page.check("[name=own]");
  await signIn(page, account.login, account.password);
  await expect(page).toHaveURL("/en/editor");
  expect(await kept()).toEqual([
    session,
    { name: "kartateka-device", httpOnly: true, sameSite: "Lax", lasts: true },
  ]);
});

for (const javaScriptEnabled of [true, false]) {
  test(`signing out ends the session ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    baseURL,
    signInAs,
    playwright,
  }) => {
    const site = { baseURL: baseURL ?? "" };
    const context = await browser.newContext({ ...site, javaScriptEnabled });
    await signInAs(context, "editor");
    const page = await context.newPage();
    await page.goto("/be/editor/password");
    const [cookie] = await context.cookies();
    await page.locator("#sign-out button").click();
    await expect(page.getByRole("status")).toHaveText(words.done["signed-out"]);
    expect(await context.cookies()).toEqual([]);
    // Nor is it of use to whoever has kept it.
    const thief = await playwright.request.newContext({
      ...site,
      extraHTTPHeaders: { cookie: `${cookie?.name}=${cookie?.value}` },
    });
    const answer = await thief.get("/be/editor/password", { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers().location).toMatch(/^\/be\/editor\/sign-in/);
    expect(answer.headers()["cache-control"]).toBe("no-store");
  });
}

test("whoever's session has ended comes back to where they were", async ({
  page,
  context,
  accounts,
  signInAs,
}) => {
  const account = await signInAs(context, "administrator");
  const where = "/be/editor/audit?action=sign-in&day=2026-01-31";
  await page.goto(where);
  await expect(page.locator("h1")).toHaveText(words.audit.title);
  await accounts.registry.session.updateMany({
    where: { userId: account.id },
    data: { updatedAt: new Date(Date.now() - 61 * 60_000) },
  });
  await page.reload();
  await expect(page.locator(".notice")).toHaveText(words.accounts.signIn.ended);
  await signIn(page, account.login, account.password);
  await expect(page).toHaveURL(where);
  await page.goto("/be/editor/sign-in?to=https://evil.example/");
  await signIn(page, account.login, account.password);
  await expect(page).toHaveURL("/be/editor");
});

test("what is typed into an account's form is there after the session has ended", async ({
  page,
  context,
  accounts,
  signInAs,
}) => {
  const account = await signInAs(context, "administrator");
  await page.goto("/be/editor/users/new");
  await page.fill("[name=name]", "Ганна");
  await accounts.registry.session.deleteMany({ where: { userId: account.id } });
  await page.locator("main").getByRole("button").click();
  await expect(page.locator("main .problems")).toContainText(words.problem["signed-out"]);
  await expect(page.locator("[name=name]")).toHaveValue("Ганна");
});

const everybodys = ["/editor", "/editor/people", "/editor/update", "/editor/duplicates"];
const reach = {
  editor: everybodys,
  reviewer: everybodys,
  administrator: [...everybodys, "/editor/users", "/editor/audit"],
};
const forAdministrators = ["/editor/users", "/editor/users/new", "/editor/users/nobody", "/editor/audit"];

for (const role of ["editor", "reviewer", "administrator"] as const) {
  test(`${role}: is shown the ways that the role may go, and finds nothing on others`, async ({
    page,
    context,
    signInAs,
  }) => {
    const account = await signInAs(context, role);
    await page.goto("/be/editor/password");
    const links = await page
      .locator(".sections a")
      .evaluateAll((all) => all.map((it) => it.getAttribute("href")));
    expect(links).toEqual(reach[role].map((address) => `/be${address}`));
    for (const address of [...forAdministrators, `/editor/users/${account.id}/deactivate`]) {
      const isThere = role === "administrator" && !/nobody|deactivate/.test(address);
      expect((await page.goto(`/be${address}`))?.status(), address).toBe(isThere ? 200 : 404);
    }
  });
}

test("an administrator changes a role and deactivates, each asked for on a page", async ({
  page,
  context,
  accounts,
  signInAs,
}) => {
  const own = await signInAs(context, "administrator");
  const { id, login } = await accounts.make("editor", "Ганна");
  await page.goto(`/be/editor/users/${id}`);
  await page.check("#role [value=reviewer]");
  await page.locator("#role button").click();
  await expect(page.getByRole("status")).toHaveText(words.done["role-changed"]);
  await page.getByRole("link", { name: words.accounts.users.submitDeactivate }).click();
  await page.locator("button.danger").click();
  await expect(page.getByRole("status")).toHaveText(words.done["user-deactivated"]);
  await page.locator("#reactivate-form button").click();
  await expect(page.getByRole("status")).toHaveText(words.done["user-reactivated"]);
  await page.getByRole("link", { name: words.accounts.users.audit }).click();
  const did = page.locator(".entries > li");
  await expect(did).toHaveCount(4);
  await expect(did.nth(2)).toContainText(words.audit.action["change-role"]);
  await expect(did.nth(2)).toContainText(`${words.audit.detail.before}${words.audit.value.editor}`);
  await expect(did.nth(2)).toContainText(`${words.audit.detail.after}${words.audit.value.reviewer}`);
  await expect(did.nth(2)).toContainText(login);
  await page.goto(`/be/editor/users/${own.id}`);
  await expect(page.locator("main .notice")).toHaveText(words.accounts.users.own);
  await expect(page.locator("main button")).toHaveCount(0);
});

for (const language of languages) {
  test(`accounts in ${language}: nothing found by axe, no sideways scrolling, a silent console, one language`, async ({
    page,
    context,
    accounts,
    signInAs,
  }) => {
    const noise: string[] = [];
    page.on("console", (message) => noise.push(message.text()));
    page.on("pageerror", (error) => noise.push(error.message));
    const { id } = await accounts.make("editor", "Ганна");
    const look = async (address: string) => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/${language}${address}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${address} at ${width}`).toBeLessThanOrEqual(0);
        expect(await foundByAxe(page), address).toEqual([]);
      }
      if (language !== "en") expect(await latinWords(page, await namesOf()), address).toEqual([]);
    };
    const namesOf = async () =>
      (await accounts.registry.user.findMany({ select: { name: true } })).map(({ name }) => name);

    await look("/editor/sign-in?to=%2Fbe%2Feditor");
    await page.locator("main").getByRole("button").click();
    await expect(page.locator("main .problems")).toBeVisible();
    await signInAs(context, "administrator");
    for (const address of [
      "/editor/password",
      "/editor/users",
      "/editor/users/new",
      `/editor/users/${id}`,
      `/editor/users/${id}/deactivate`,
      "/editor/audit",
      "/editor/audit?person=nobody&day=x",
    ]) {
      await look(address);
    }
    expect(noise).toEqual([]);
  });
}

/** Latin words of a page that are neither typed, nor a name, nor in another language on purpose. */
async function latinWords(page: Page, names: string[]): Promise<string[]> {
  const text = await page.evaluate(() => {
    const copy = document.createElement("div");
    copy.append(...document.body.cloneNode(true).childNodes);
    for (const it of copy.querySelectorAll("script, .typed, option, [lang='en']")) it.remove();
    return copy.textContent;
  });
  const without = names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  return (without.match(/\p{Script=Latin}{2,}/gu) ?? []).filter((word) => !["UTC", "cookie"].includes(word));
}
