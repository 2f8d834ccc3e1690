import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { createPerson } from "#data/commands/create-person.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { languages } from "#domain/languages.ts";
import type { Actor } from "#domain/policy.ts";
import { messagesIn } from "#i18n/messages.ts";
import type { SiteAccounts, TestAccount } from "../support/accounts.ts";
import { kalesnikava } from "../support/drafts.ts";
import { foundByAxe } from "./axe.ts";
import { test as base } from "./signed-in.ts";

const words = messagesIn("be");
const { wholeFile } = words;

/** A draft of a new person with two events, which no other test has; its section's path. */
async function beginDraft(accounts: SiteAccounts, actor: Actor): Promise<{ draft: string; path: string }> {
  const file = { ...kalesnikava, events: kalesnikava.events.slice(0, 2) };
  const { draftId: draft } = await createPerson(accounts.registry, { file, actor });
  return { draft, path: `/be/editor/drafts/${draft}` };
}

type Opened = { draft: string; path: string; editor: TestAccount };

const test = base.extend<{ openSection: (section: string) => Promise<Opened> }>({
  // Of a new draft, as a new editor.
  openSection: async ({ page, context, accounts, signInAs }, use) => {
    await use(async (section) => {
      const editor = await signInAs(context, "editor");
      const { draft, path } = await beginDraft(accounts, editor);
      await open(page, `${path}/${section}`);
      return { draft, path, editor };
    });
  },
});

/** A script that took the page over between the selecting and the typing of fill() would take the selection away. */
const open = (page: Page, path: string) => page.goto(path, { waitUntil: "networkidle" });
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const save = (page: Page) => page.locator(".save-bar").getByRole("button").click();
/** What the form tells before its fields. Next has an alert of its own. */
const told = (page: Page) => page.locator(".problems[role=alert]");
const openEntry = (page: Page, index: number) => page.locator(".file-entry > summary").nth(index).click();
const status = (page: Page) => page.locator(".save-bar [role=status]");
const lines = (page: Page) => page.locator(".file-entry > summary .line");

/** The file that a draft holds now. */
async function fileOf(accounts: SiteAccounts, draft: string): Promise<string> {
  const { save: number } = await accounts.registry.draft.findUniqueOrThrow({ where: { id: draft } });
  const { file } = await accounts.registry.draftSave.findUniqueOrThrow({
    where: { draftId_number: { draftId: draft, number } },
  });
  return JSON.stringify(file);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an event is added, filled in, moved, taken away and had back", async ({
    page,
    accounts,
    openSection,
  }) => {
    const { draft } = await openSection("events");
    await field(page, "add.events").selectOption("contact");
    await page.getByRole("button", { name: "Дадаць: падзея" }).click();
    await expect(page).toHaveURL(/at=events\.2&save=2#section-events\.2$/);
    await expect(page.locator("#section-events\\.2")).toBeFocused();

    // It may be saved as it is; what it lacks is said at the field and above.
    await expect(page.locator(".problems li")).not.toHaveCount(0);
    await field(page, "events.2.channel").selectOption("letter");
    await field(page, "events.2.date.edtf").fill("каля 10 мая 2023");
    await field(page, "events.2.note.be").fill("Прыйшоў ліст.");
    await field(page, "events.2.basis.0.newSource").fill("https://spring96.org/be/news/1?utm_source=tg");
    await field(page, "events.2.basis.0.asOf").fill("аднойчы");
    await save(page);
    await expect(page.locator("[role=status]").first()).toHaveText(words.done["section-saved"]);
    await expect(field(page, "events.2.date.edtf")).toHaveValue("каля 10.05.2023");
    await expect(field(page, "events.2.basis.0.asOf")).toHaveValue("аднойчы");
    await expect(page.locator("#section-events\\.2\\.basis\\.0\\.asOf-problem")).toHaveText(
      words.problem["date-not-understood"],
    );
    await expect(field(page, "events.2.basis.0.source")).not.toHaveValue("");
    expect(await fileOf(accounts, draft)).toContain('"edtf": "2023-05-10~"'.replace(": ", ":"));

    await page.getByRole("button", { name: "Запіс 3: вышэй" }).click();
    await expect(lines(page).nth(1)).toContainText("Прыйшоў ліст.");
    await page.getByRole("button", { name: "Прыбраць запіс 2" }).click();
    await expect(lines(page)).toHaveCount(2);
    await page.getByRole("button", { name: wholeFile.undo }).click();
    await expect(page).toHaveURL(/events\?done=went-back/);
    await expect(lines(page).nth(1)).toContainText("Прыйшоў ліст.");
  });

  test("a source that facts rest on isn't taken away, and what was typed beside stays", async ({
    page,
    openSection,
  }) => {
    const { path } = await openSection("sources");
    await openEntry(page, 0);
    // Enter saves; it presses none of the buttons that stand before the field.
    await field(page, "sources.0.publisher").fill("Выданне");
    await page.keyboard.press("Enter");
    await expect(page.locator("[role=status]").first()).toHaveText(words.done["section-saved"]);
    await expect(lines(page)).toHaveCount(kalesnikava.sources.length);
    await openEntry(page, 0);
    await field(page, "sources.0.publisher").fill("Новае выданне");
    await page.getByRole("button", { name: "Прыбраць запіс 1" }).click();
    await expect(told(page)).toContainText("Гэтую крыніцу прыбраць нельга");
    await expect(field(page, "sources.0.publisher")).toHaveValue("Новае выданне");
    await open(page, `${path}/sources`);
    await expect(field(page, "sources.0.publisher")).toHaveValue("Новае выданне");
  });

  test("what was typed when the session had ended is in the answer, and nothing of the draft", async ({
    page,
    context,
    accounts,
    openSection,
  }) => {
    const { draft, editor } = await openSection("summary");
    await field(page, "summary.value.ru").fill("Набрано без сеанса");
    await context.clearCookies();
    await save(page);
    await expect(told(page)).toContainText(words.problem["signed-out"]);
    await expect(field(page, "summary.value.ru")).toHaveValue("Набрано без сеанса");
    await expect(status(page)).toContainText(words.problem["signed-out"]);
    const answer = await page.content();
    for (const { title } of kalesnikava.sources) expect(answer).not.toContain(title);
    expect(answer).not.toContain(kalesnikava.events[0]?.note?.en);
    expect(await fileOf(accounts, draft)).not.toContain("Набрано без сеанса");

    // In another tab they sign in again.
    await context.addCookies([{ ...(await accounts.signIn(editor)), url: page.url() }]);
    await save(page);
    await expect(page.locator("[role=status]").first()).toHaveText(words.done["section-saved"]);
    expect(await fileOf(accounts, draft)).toContain("Набрано без сеанса");
  });

  test("the later of two saves is told what changed, and keeps what was typed", async ({
    browser,
    accounts,
    signInAs,
  }) => {
    const [mine, theirs, opened] = await twoEditors(browser, accounts, signInAs, false);
    await Promise.all([open(mine, `${opened}/events`), open(theirs, `${opened}/events`)]);
    await openEntry(theirs, 0);
    await field(theirs, "events.0.note.ru").fill("Их слова");
    await save(theirs);
    await openEntry(mine, 0);
    await field(mine, "events.0.note.ru").fill("Мои слова");
    await save(mine);
    await expect(told(mine)).toContainText(wholeFile.conflict.title);
    await expect(told(mine)).toContainText("Их слова");
    await expect(field(mine, "events.0.note.ru")).toHaveValue("Мои слова");
    await mine.getByRole("button", { name: wholeFile.conflict.over }).click();
    await expect(mine.locator("[role=status]").first()).toHaveText(words.done["section-saved"]);
    await open(theirs, `${opened}/events`);
    await expect(field(theirs, "events.0.note.ru")).toHaveValue("Мои слова");
  });
});

async function twoEditors(
  browser: Browser,
  accounts: SiteAccounts,
  signInAs: (context: BrowserContext, role: "editor") => Promise<Actor>,
  javaScriptEnabled: boolean,
): Promise<[mine: Page, theirs: Page, path: string, draft: string]> {
  const contexts = await Promise.all([1, 2].map(() => browser.newContext({ javaScriptEnabled })));
  const [mine, theirs] = contexts;
  if (mine === undefined || theirs === undefined) throw new Error("two are needed");
  const account = await signInAs(mine, "editor");
  await signInAs(theirs, "editor");
  const { path, draft } = await beginDraft(accounts, account);
  return [await mine.newPage(), await theirs.newPage(), path, draft];
}

test.describe("with JavaScript", () => {
  test("a section saves itself, without moving the focus or what is being typed", async ({
    page,
    accounts,
    openSection,
  }) => {
    const { draft } = await openSection("summary");
    const text = field(page, "summary.value.be");
    await text.fill("Першы сказ.");
    await expect(status(page)).toHaveText(wholeFile.unsaved);
    await expect(status(page)).toContainText(/^Захавана а \d/, { timeout: 15_000 });
    await expect(text).toBeFocused();
    await page.keyboard.type(" Другі сказ.");
    expect(await fileOf(accounts, draft)).toContain("Першы сказ.");
    await expect(status(page)).toContainText(/^Захавана а \d/, { timeout: 15_000 });
    await expect(text).toHaveValue("Першы сказ. Другі сказ.");
    expect(await fileOf(accounts, draft)).toContain("Першы сказ. Другі сказ.");
  });

  test("a tab that is closed at once has saved what was typed", async ({ page, accounts, openSection }) => {
    const { draft } = await openSection("summary");
    page.on("dialog", (dialog) => void dialog.accept());
    await field(page, "summary.value.be").fill("Перад самым закрыццём");
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => fileOf(accounts, draft)).toContain("Перад самым закрыццём");
  });

  test("a link is followed when everything is saved", async ({ page, accounts, openSection }) => {
    const { path, draft } = await openSection("summary");
    await field(page, "summary.value.be").fill("Перад пераходам");
    await page.locator(".file-sections a").first().click();
    await expect(page).toHaveURL(`${path}/names`);
    expect(await fileOf(accounts, draft)).toContain("Перад пераходам");
  });

  test("what is added, moved or taken away comes at once, with the focus on it", async ({
    page,
    openSection,
  }) => {
    await openSection("events");
    await openEntry(page, 0);
    await field(page, "events.0.note.en").fill("Typed before");
    await field(page, "add.events").selectOption("search");
    await page.getByRole("button", { name: "Дадаць: падзея" }).click();
    await expect(page.locator("#section-events\\.2")).toBeFocused();
    await page.getByRole("button", { name: "Запіс 3: вышэй" }).click();
    await expect(page.locator("#section-events\\.1")).toBeFocused();
    await expect(field(page, "events.1.kind")).toHaveValue("search");
    // The fields of another kind come with it.
    await field(page, "events.1.kind").selectOption("fine");
    await expect(field(page, "events.1.amount")).toBeVisible();
    await page.getByRole("button", { name: "Прыбраць запіс 2" }).click();
    await expect(lines(page)).toHaveCount(2);
    await openEntry(page, 0);
    await expect(field(page, "events.0.note.en")).toHaveValue("Typed before");
  });

  test("two editors of different sections don't collide; of one, the later is told", async ({
    browser,
    accounts,
    signInAs,
  }) => {
    const [mine, theirs, opened] = await twoEditors(browser, accounts, signInAs, true);
    await Promise.all([open(mine, `${opened}/events`), open(theirs, `${opened}/summary`)]);
    await openEntry(mine, 0);
    await field(theirs, "summary.value.ru").fill("Их изложение");
    await save(theirs);
    await expect(status(theirs)).toContainText(/^Захавана а/);
    await field(mine, "events.0.note.ru").fill("Мои слова");
    await save(mine);
    await expect(mine.locator(".save-bar .merged")).toContainText("кароткі");

    await open(theirs, `${opened}/events`);
    await openEntry(theirs, 0);
    await field(theirs, "events.0.note.ru").fill("Их слова");
    await save(theirs);
    await expect(status(theirs)).toContainText(/^Захавана а/);
    // Nobody asks: the form finds out when it saves itself, and leaves the typing alone.
    await field(mine, "events.0.note.en").fill("My words");
    await expect(told(mine)).toContainText("Их слова", { timeout: 15_000 });
    await expect(field(mine, "events.0.note.en")).toBeFocused();
    await expect(status(mine)).toHaveText(wholeFile.paused);
    await mine.getByRole("button", { name: wholeFile.conflict.over }).click();
    await expect(told(mine)).toHaveCount(0);
    await openEntry(mine, 0);
    await expect(field(mine, "events.0.note.en")).toHaveValue("My words");
  });

  test("what another changed in the same section isn't undone by a form that still shows it as it was", async ({
    browser,
    accounts,
    signInAs,
  }) => {
    const [mine, theirs, opened, draft] = await twoEditors(browser, accounts, signInAs, true);
    await Promise.all([
      open(mine, `${opened}/person?at=sex`),
      open(theirs, `${opened}/person?at=occupations.0`),
    ]);
    await field(theirs, "occupations.0.title.ru").fill("Их занятие");
    await save(theirs);
    await expect(status(theirs)).toContainText(/^Захавана а/);
    for (const sex of ["male", "not-known"]) {
      await field(mine, "sex.value").selectOption(sex);
      await save(mine);
      await expect(status(mine)).toContainText(/^Захавана а/);
      await expect.poll(() => fileOf(accounts, draft)).toContain(`"value":"${sex}"`);
    }
    expect(await fileOf(accounts, draft)).toContain("Их занятие");
    // What they do change of it, knowing it only as it was, is a conflict.
    await openEntry(mine, 3);
    await field(mine, "occupations.0.title.ru").fill("Моё занятие");
    await save(mine);
    await expect(told(mine)).toContainText("Их занятие");
    await mine.getByRole("button", { name: wholeFile.conflict.over }).click();
    await expect.poll(() => fileOf(accounts, draft)).toContain("Моё занятие");
    expect(await fileOf(accounts, draft)).toContain('"value":"not-known"');
  });

  test("a session that ended keeps what was typed, and the next save after signing in has it", async ({
    page,
    context,
    accounts,
    openSection,
  }) => {
    const { draft, editor } = await openSection("summary");
    await context.clearCookies();
    await field(page, "summary.value.be").fill("Без сеанса");
    await save(page);
    await expect(told(page)).toContainText(words.problem["signed-out"]);
    await expect(field(page, "summary.value.be")).toHaveValue("Без сеанса");
    await context.addCookies([{ ...(await accounts.signIn(editor)), url: page.url() }]);
    await save(page);
    await expect(status(page)).toContainText(/^Захавана а/);
    expect(await fileOf(accounts, draft)).toContain("Без сеанса");
  });

  test("a server that doesn't answer loses nothing", async ({ page, accounts, openSection }) => {
    const { path, draft } = await openSection("summary");
    await page.route(`**${path}/summary`, (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await field(page, "summary.value.be").fill("Без сервера");
    await expect(status(page)).toContainText(words.problem["not-reached"], { timeout: 15_000 });
    await page.unroute(`**${path}/summary`);
    await expect(status(page)).toContainText(/^Захавана а/, { timeout: 20_000 });
    expect(await fileOf(accounts, draft)).toContain("Без сервера");
  });

  test("an original that is changed marks its translations, until somebody says that they hold", async ({
    page,
    openSection,
  }) => {
    const { path } = await openSection("summary");
    await expect(page.locator(".outdated-note")).toHaveCount(0);
    await field(page, `summary.value.${originalOfSummary}`).fill("Changed");
    await expect(page.locator(".outdated-note")).toHaveCount(2);
    await page.locator(".outdated-note input").first().check();
    await save(page);
    await expect(status(page)).toContainText(/^Захавана а/);
    await open(page, `${path}/summary`);
    await expect(page.locator(".outdated-note")).toHaveCount(1);
  });
});

const originalOfSummary =
  kalesnikava.summary && typeof kalesnikava.summary.value === "object"
    ? kalesnikava.summary.value.original
    : "en";

test("every save can be looked at and gone back to", async ({ page, accounts, openSection }) => {
  const { path, draft } = await openSection("summary");
  await field(page, "summary.value.be").fill("Другое захаванне");
  await save(page);
  await expect(status(page)).toContainText(/^Захавана а/);
  await page.goto(`${path}/saves`);
  await expect(page.locator("tbody tr")).toHaveCount(2);
  await page.getByRole("link", { name: "Захаванне 2" }).click();
  await expect(page.locator("main")).toContainText("Другое захаванне");
  await page.goto(`${path}/saves/1`);
  await page.getByRole("button", { name: wholeFile.saves.goBack }).click();
  await expect(page).toHaveURL(/done=went-back/);
  expect(await fileOf(accounts, draft)).not.toContain("Другое захаванне");
});

for (const width of [390, 1280]) {
  test(`the sections are sound at ${width} pixels, in each language`, async ({
    page,
    context,
    accounts,
    signInAs,
  }) => {
    test.setTimeout(300_000);
    const editor = await signInAs(context, "editor");
    const { draft } = await beginDraft(accounts, editor);
    const { draftId: empty } = await createPerson(accounts.registry, { file: emptyFile(), actor: editor });
    await page.setViewportSize({ width, height: 900 });
    for (const language of languages) {
      for (const address of [
        `${draft}/person`,
        `${draft}/events?at=events.0`,
        `${draft}/prosecutions?at=prosecutions.0`,
        `${draft}/saves/1`,
        `${empty}/names`,
      ]) {
        await page.goto(`/${language}/editor/drafts/${address}`);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
        expect(isWide, `${language} ${address} is wider than the page`).toBe(false);
        expect(await foundByAxe(page), `${language} ${address}`).toEqual([]);
      }
    }
  });
}
