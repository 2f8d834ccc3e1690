import { readdirSync, readFileSync } from "node:fs";
import { type Browser, expect, type Page } from "@playwright/test";
import { openDraft } from "#data/commands/open-draft.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { type TestAccount, testAdministrator } from "../support/accounts.ts";
import { saveKey, summary } from "../support/drafts.ts";
import { editorAddresses } from "./editor-addresses.ts";
import { complaintsOf, examine } from "./examine.ts";
import { type Hands, pointing, typing } from "./hands.ts";
import { test } from "./signed-in.ts";

// The whole way from a case update to the public page, by two people, in Belarusian.

const words = messagesIn("be");
/** Publishing makes pages and reads them back before it says that it is done. */
const patience = { timeout: 60_000 };

/** What a field of an event is called on the form of a case update. */
function label(key: "custody" | "date" | "note"): string {
  const name = words.wholeFile.field[key];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

type Way = {
  title: string;
  /** Whose record: each way has its own, so that they don't meet. */
  number: number;
  name: string;
  width: number;
  scripts: boolean;
  hands: (page: Page) => Hands;
};

const ways: Way[] = [
  {
    title: "by keyboard alone, at 1280 pixels",
    number: 26,
    name: "Груздзіловіч",
    width: 1280,
    scripts: true,
    hands: typing,
  },
  {
    title: "by pointing, at 390 pixels",
    number: 27,
    name: "Барысевіч",
    width: 390,
    scripts: true,
    hands: () => pointing,
  },
  {
    title: "without JavaScript",
    number: 24,
    name: "Шкляраў",
    width: 390,
    scripts: false,
    hands: () => pointing,
  },
];

for (const way of ways) {
  test(`from a case update to the public page, ${way.title}`, async ({
    browser,
    accounts,
    request,
    baseURL,
  }) => {
    test.setTimeout(300_000);
    const editor = await accounts.make("editor", "Алеся Рэдактарка");
    const reviewer = await accounts.make("reviewer", "Пётр Рэцэнзент");
    const site = { browser, baseURL: baseURL ?? "", way };
    const note = `Перавод: дапаўненне № ${way.number}.`;
    const publicNote = `Дададзены перавод, заўвага № ${way.number}.`;

    const draft = await updateCase({ ...site, account: editor, note });
    await publishDraft({ ...site, account: reviewer, draft, publicNote });

    for (const language of languages) {
      const profile = await (await request.get(`/${language}/people/${way.number}`)).text();
      // Where a translation is missing the original is shown.
      expect(profile, language).toContain(note);
      const updates = await (await request.get(`/${language}/updates`)).text();
      expect(updates, language).toContain(publicNote);
      const versions = await (await request.get(`/${language}/people/${way.number}/versions`)).text();
      expect(versions, language).toContain(`/${language}/people/${way.number}/versions/2`);
      for (const html of [profile, updates, versions]) {
        for (const person of [editor, reviewer]) {
          expect(html).not.toContain(person.name);
          expect(html).not.toContain(person.login);
        }
        expect(html).not.toContain("Унутраная");
      }
    }
  });
}

/** Titles and publishers of documents stay in their language, also where no mark-up can say so. */
const printedNames = readdirSync("prisma/cases").flatMap((file) =>
  CaseFile.parse(JSON.parse(readFileSync(`prisma/cases/${file}`, "utf8"))).sources.flatMap((source) =>
    [source.title, source.publisher, source.author].filter((name) => name !== undefined),
  ),
);

type Visit = { browser: Browser; baseURL: string; way: Way; account: TestAccount };

/** A browser of one's own, its page, and what looks at every page of the way. */
async function arrive({ browser, baseURL, way }: Visit) {
  const context = await browser.newContext({
    baseURL,
    javaScriptEnabled: way.scripts,
    viewport: { width: way.width, height: 900 },
  });
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  // Without scripts axe cannot be put into the page; the pages are the same.
  const look = () => (way.scripts ? examine(page, { names: printedNames }) : Promise.resolve());
  const leave = async () => {
    expect(complaints).toEqual([]);
    await context.close();
  };
  return { page, main: page.getByRole("main"), hands: way.hands(page), look, leave };
}

async function signIn(page: Page, hands: Hands, { login, password }: TestAccount): Promise<void> {
  await hands.write(page.getByRole("textbox", { name: words.accounts.signIn.login }), login);
  await hands.write(page.getByLabel(words.accounts.signIn.password), password);
  await hands.press(page.getByRole("button", { name: words.accounts.signIn.submit }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.desk.title, patience);
}

/** Adds an event, corrects a text, and hands the draft over. Gives the draft's id. */
async function updateCase(visit: Visit & { note: string }): Promise<string> {
  const { page, main, hands, look, leave } = await arrive(visit);
  const { account, way, note } = visit;
  await page.goto("/be/editor");
  await look();
  await signIn(page, hands, account);
  await look();

  await hands.press(main.getByRole("link", { name: words.desk.update }));
  await expect(page).toHaveURL(/\/be\/editor\/update$/);
  await look();
  await hands.write(main.getByRole("searchbox"), way.name);
  await hands.press(main.getByRole("button", { name: words.search.submit }));
  await expect(page).toHaveURL(/update\?q=/);
  await look();
  await hands.press(main.getByRole("link", { name: new RegExp(way.name) }));
  await expect(page).toHaveURL(/update\?person=/);
  await look();
  await hands.press(main.getByRole("link", { name: words.event.transfer, exact: true }));
  await expect(page).toHaveURL(/&kind=transfer$/);
  await look();

  // Nothing is filled in yet: it is said at the fields and above them, and nothing is lost.
  const noteField = main.getByRole("textbox", { name: label("note") });
  await hands.write(noteField, note);
  await hands.press(main.getByRole("button", { name: words.caseUpdate.save, exact: true }));
  await expect(main.getByRole("alert")).toBeVisible(patience);
  await expect(main.getByRole("combobox", { name: label("custody") })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await expect(noteField).toHaveValue(note);
  await look();
  await hands.write(main.getByRole("textbox", { name: label("date"), exact: true }), "каля 10 мая 2023");
  if (way.scripts) await expect(main).toContainText("каля 10 мая 2023 года");
  await hands.choose(main.getByRole("combobox", { name: label("custody") }), "penal-colony");
  const source = main.getByRole("combobox", { name: words.caseUpdate.source });
  await hands.choose(source, (await source.locator("option").nth(1).getAttribute("value")) ?? "");
  await hands.press(main.getByRole("button", { name: words.caseUpdate.save, exact: true }));
  await expect(main.getByRole("status").first()).toHaveText(words.done["case-update-saved"], patience);
  await look();

  const [, draft = ""] = /drafts\/([0-9a-f-]+)/.exec(page.url()) ?? [];
  await hands.press(main.getByRole("link", { name: words.drafts.section.summary }));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.drafts.section.summary);
  await look();
  const summary = main.getByRole("textbox", { name: "Беларуская" });
  await hands.write(summary, `${await summary.inputValue()} Дапоўнена.`);
  await hands.press(main.getByRole("button", { name: words.wholeFile.save, exact: true }));
  const saved = way.scripts ? words.wholeFile.saved.replace(/ \{time\}.*/, "") : words.done["section-saved"];
  await expect(main.getByRole("status").filter({ hasText: saved })).toBeVisible(patience);
  await look();

  await page.goto(`/be/editor/drafts/${draft}/preview`);
  await expect(main).toContainText(note);
  await look();
  await page.goto(`/be/editor/drafts/${draft}/saves`);
  await look();
  await page.goto(`/be/editor/drafts/${draft}`);
  await hands.press(main.getByRole("button", { name: words.drafts.submit }));
  await expect(main.getByRole("status")).toHaveText(words.done["draft-submitted"], patience);
  await look();
  // Who has saved it cannot publish it.
  await page.goto(`/be/editor/drafts/${draft}/review`);
  await expect(main.getByRole("button", { name: words.review.publish, exact: true })).toHaveCount(0);
  await look();
  await leave();
  return draft;
}

/** Reads what has changed, and publishes it. */
async function publishDraft(visit: Visit & { draft: string; publicNote: string }): Promise<void> {
  const { page, main, hands, look, leave } = await arrive(visit);
  const { account, way, draft, publicNote } = visit;
  await page.goto("/be/editor");
  await signIn(page, hands, account);
  await look();
  const toReview = page.getByRole("region", { name: words.desk.review });
  await hands.press(toReview.getByRole("link", { name: new RegExp(way.name) }));
  await expect(page).toHaveURL(`/be/editor/drafts/${draft}/review`);
  await expect(main).toContainText("каля 10 мая 2023 года");
  await expect(main).toContainText("Дапоўнена.");
  await look();
  await hands.press(main.getByRole("radio", { name: "Беларуская" }));
  const noteIn = (language: string) => words.review.noteIn.replace("{language}", language);
  await hands.write(main.getByRole("textbox", { name: noteIn("Беларуская") }), publicNote);
  await hands.write(
    main.getByRole("textbox", { name: words.review.internal }),
    "Унутраная заўвага рэцэнзента.",
  );
  await hands.press(main.getByRole("button", { name: words.review.publish, exact: true }));
  await expect(main.getByRole("status")).toHaveText(words.done.published, patience);
  await look();
  await leave();
}

test("every editors' page at 390 pixels: nothing found by axe, no sideways scrolling, one language, a silent console", async ({
  page,
  context,
  accounts,
  signInAs,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 390, height: 900 });
  const complaints = complaintsOf(page);
  const actor = await signInAs(context, "administrator");
  const { registry } = accounts;
  const { id: user } = await accounts.make("editor", "Ганна");
  const { id: person } = await registry.person.findUniqueOrThrow({ where: { number: 25 } });
  const { draftId: draft } = await openDraft(registry, { personId: person, actor });
  await saveKey(registry, { draftId: draft, base: 1, key: "summary", value: summary("New words."), actor });
  const values = { person, draft, section: "events", version: "1", save: "1", user };
  const accountNames = (await registry.user.findMany()).flatMap((it) => [it.name, it.login]);
  const names = [...printedNames, ...accountNames, testAdministrator.id, testAdministrator.name];
  const forms = [`/editor/people/${person}/withhold?fact=e1`, `/editor/update?person=${person}&kind=other`];
  for (const address of [...editorAddresses(values), ...forms]) {
    expect((await page.goto(`/be${address}`))?.status(), address).toBe(200);
    await examine(page, { names });
  }
  expect(complaints).toEqual([]);
});
