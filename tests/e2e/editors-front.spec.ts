import { createServer } from "node:http";
import { type ConsoleMessage, expect, type Page } from "@playwright/test";
import { languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { freePort } from "../../ops/port.ts";
import { test } from "./signed-in.ts";

// The way of an editor's request as a browser goes it: what runs, what is sent and what comes back.

/** All that a page complains of, and every script that the policy has stopped. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

async function tryToSignIn(page: Page): Promise<void> {
  await page.locator("input[name=login]").fill("nobody-of-this-name");
  await page.locator("input[name=password]").fill("not a password");
  await page.locator("main form button[type=submit]").click();
}

for (const language of languages) {
  test(`a form of editors works with scripts, in ${language}, and nothing is stopped`, async ({ page }) => {
    const complaints = complaintsOf(page);
    const response = await page.goto(`/${language}/editor/sign-in`);
    const policy = (await response?.headerValue("content-security-policy")) ?? "";
    expect(policy).toMatch(/script-src 'nonce-[0-9a-f]{32}' 'strict-dynamic';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    const answered = page.waitForResponse((it) => it.request().method() === "POST");
    await tryToSignIn(page);
    const answer = await answered;
    expect(answer.request().headers()["next-action"]).toMatch(/^[0-9a-f]{42}$/);
    expect(answer.headers()["content-type"]).toBe("text/x-component");
    await expect(page.locator("#form-problems")).toContainText(
      messagesIn(language).problem["wrong-password"],
    );
    expect(complaints).toEqual([]);
  });
}

test("each page has a nonce of its own", async ({ request }) => {
  const policies = new Set<string>();
  for (let visit = 0; visit < 5; visit++) {
    const response = await request.get("/be/editor/sign-in");
    const nonce = /'nonce-([0-9a-f]+)'/.exec(response.headers()["content-security-policy"] ?? "")?.[1] ?? "";
    expect(await response.text()).toContain(`nonce="${nonce}"`);
    policies.add(nonce);
  }
  expect(policies.size).toBe(5);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a form of editors works, and says where it comes from", async ({ page, baseURL }) => {
    await page.goto("/be/editor/sign-in");
    const answered = page.waitForResponse((it) => it.request().method() === "POST");
    await tryToSignIn(page);
    const answer = await answered;
    expect((await answer.request().allHeaders()).origin).toBe(baseURL);
    expect(answer.status()).toBe(200);
    await expect(page.locator("#form-problems")).toContainText(messagesIn("be").problem["wrong-password"]);
    await expect(page.locator("input[name=login]")).toHaveValue("nobody-of-this-name");
  });
});

test("a form that another site sends in an editor's browser is refused, in words", async ({
  page,
  context,
  signInAs,
  baseURL,
}) => {
  await signInAs(context, "administrator");
  const port = await freePort(undefined);
  const form = `<!DOCTYPE html><form method="post" enctype="multipart/form-data" action="${baseURL}/ru/editor/sign-in">
    <input name="language" value="ru"><button>x</button></form>`;
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(form);
  });
  await new Promise<void>((resolve) => elsewhere.listen(port, "127.0.0.1", resolve));
  try {
    await page.goto(`http://127.0.0.1:${port}/`);
    const answered = page.waitForResponse((it) => it.request().method() === "POST");
    await page.locator("button").click();
    expect((await answered).status()).toBe(403);
    await expect(page.locator("h1")).toHaveText(messagesIn("ru").errors.foreign.title);
  } finally {
    elsewhere.close();
    elsewhere.closeAllConnections();
  }
});
