import { expect } from "@playwright/test";
import { createPerson } from "#data/commands/create-person.ts";
import { emptyFile } from "#domain/draft-file.ts";
import type { Language } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { saveKey } from "../support/drafts.ts";
import { complaintsOf, examine } from "./examine.ts";
import { test } from "./signed-in.ts";

// Somebody who is in the registry already is begun once more, by an editor who writes the name in another language.

type Way = {
  language: Language;
  scripts: boolean;
  width: number;
  /** Whose family name nobody else in the tests has, in Belarusian and in Russian. */
  family: readonly [be: string, ru: string];
};

const ways: Way[] = [
  { language: "be", scripts: true, width: 1280, family: ["Лазічановіч", "Лозичанович"] },
  { language: "ru", scripts: false, width: 360, family: ["Варатыновіч", "Воротынович"] },
  { language: "en", scripts: true, width: 360, family: ["Каршуновіч", "Коршунович"] },
];
const patience = { timeout: 60_000 };

for (const { language, scripts, width, family } of ways) {
  const title = `who may be the same is shown before a card is begun, in ${language}, ${scripts ? "with" : "without"} scripts`;
  test(title, async ({ browser, baseURL, accounts, signInAs }) => {
    test.setTimeout(180_000);
    const words = messagesIn(language);
    const { registry } = accounts;
    const born = { date: { id: "x1", value: { edtf: "1981-04-12" }, basis: [] } };
    const context = await browser.newContext({
      ...(baseURL !== undefined && { baseURL }),
      javaScriptEnabled: scripts,
      viewport: { width, height: 900 },
    });
    const actor = await signInAs(context, "editor");
    const name = { id: "n1", language: "be", script: "Cyrl", kind: "legal", preferred: true, basis: [] };
    await createPerson(registry, {
      file: {
        ...emptyFile(),
        names: [{ ...name, given: "Дзмітрый", family: family[0] }],
        birth: born,
        prosecutions: [{ id: "p1", articles: [{ id: "p2", code: "342" }], sentence: [], basis: [] }],
      },
      actor,
    });
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    const main = page.getByRole("main");
    const names = [actor.name, actor.login];
    const look = () => (scripts && language !== "en" ? examine(page, { names }) : Promise.resolve());
    const submit = main.getByRole("button", { name: words.persons.submit });
    const another = main.getByRole("checkbox", { name: words.persons.another });

    await page.goto(`/${language}/editor/people/new`);
    await main.getByRole("radio", { name: words.persons.recorded.legal }).check();
    const russian = main.getByRole("group", { name: "Русский" });
    await russian.getByLabel(words.persons.part.given, { exact: true }).fill("Дмитрий");
    await russian.getByLabel(words.persons.part.family).fill(family[1]);
    await submit.click();
    await expect(another).toBeVisible(patience);
    const beside = main.getByRole("listitem").filter({ hasText: `Дзмітрый ${family[0]}` });
    await expect(beside.first()).toContainText(words.duplicates.likeness.possible);
    await expect(beside.first()).toContainText("1981");
    await expect(beside.first()).toContainText("342");
    await expect(russian.getByLabel(words.persons.part.family)).toHaveValue(family[1]);
    await look();

    // Nothing is made without a word, and what is said is said of those who were shown. The next person comes after the
    // answer: one that came before it would be among those who are shown.
    const answered = page.waitForResponse((response) => response.request().method() === "POST", patience);
    await submit.click();
    await answered;
    await expect(another).not.toBeChecked(patience);
    await expect(main.locator("form#form")).not.toHaveAttribute("aria-busy", "true", patience);
    await createPerson(registry, {
      file: { ...emptyFile(), names: [{ ...name, given: "Зміцер", family: family[0] }] },
      actor,
    });
    await another.check();
    await submit.click();
    await expect(main).toContainText(`Зміцер ${family[0]}`, patience);
    await expect(another).not.toBeChecked();
    await another.check();
    await submit.click();
    await expect(page).toHaveURL(/\/drafts\/[0-9a-f-]+\?done=person-created/, patience);
    const [, draftId = ""] = /drafts\/([0-9a-f-]+)/.exec(page.url()) ?? [];

    // The draft goes on saying so, as long as nothing that is filled in speaks against it.
    const warning = main.getByRole("region", { name: /./ }).filter({ hasText: words.duplicates.warningLead });
    await expect(warning).toContainText(`Дзмітрый ${family[0]}`);
    await expect(warning).toContainText(`Зміцер ${family[0]}`);
    await look();
    const other = { date: { id: "x1", value: { edtf: "1955-09" }, basis: [] } };
    await saveKey(registry, { draftId, base: 1, key: "birth", value: other, actor });
    await page.reload();
    await expect(warning).not.toContainText(`Дзмітрый ${family[0]}`);
    await expect(warning).toContainText(`Зміцер ${family[0]}`);

    // An editor says who is somebody else, and why; and takes it back.
    await warning.getByRole("link", { name: words.duplicates.toHold }).click();
    await expect(page).toHaveURL(/\/editor\/duplicates\?person=/);
    await look();
    const pairs = main.getByRole("article");
    await expect(pairs).toHaveCount(1);
    await pairs.getByText(words.duplicates.different, { exact: true }).click();
    const hold = pairs.getByRole("button", { name: words.duplicates.hold });
    await hold.click();
    await expect(pairs.getByRole("alert")).toBeVisible(patience);
    const reason = pairs.getByRole("textbox", { name: words.duplicates.reason });
    await expect(reason).toBeVisible();
    await reason.fill("Іх бацькоў завуць інакш.");
    await hold.click();
    await expect(main.getByRole("status").first()).toHaveText(words.done["held-different"], patience);
    await expect(pairs).toHaveCount(0);
    const held = main.getByRole("region", { name: words.duplicates.held });
    await expect(held).toContainText("Іх бацькоў завуць інакш.");
    await look();
    await page.goto(`/${language}/editor/duplicates`);
    await expect(main.getByRole("region", { name: words.duplicates.held })).toContainText(actor.name);
    await look();
    const again = main.getByRole("listitem").filter({ hasText: "Іх бацькоў завуць інакш." });
    await again.filter({ hasText: family[0] }).getByRole("button").click();
    await expect(main.getByRole("status").first()).toHaveText(words.done["difference-taken-back"], patience);
    await expect(pairs.filter({ hasText: `Зміцер ${family[0]}` }).first()).toBeVisible();
    expect(complaints).toEqual([]);
    await context.close();
  });
}
