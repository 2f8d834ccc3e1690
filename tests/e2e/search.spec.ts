import { expect, type Page, test } from "@playwright/test";
import { HtmlValidate } from "html-validate";
import { languages } from "#domain/languages.ts";
import { messagesIn } from "#i18n/messages.ts";
import { foundByAxe } from "./axe.ts";
import { pageTypes, pathIn } from "./site.ts";

const leaks = /prisma|postgres|\bfrom public_|\bat [\w./]+:\d+|digest|node_modules/i;

/** What people type, as it comes in the address. */
const typed = {
  nothing: "q=",
  "only spaces": "q=%20%20%09",
  "one letter": `q=${encodeURIComponent("а")}`,
  "one Latin letter": "q=k",
  "300 letters": `q=${encodeURIComponent("ў".repeat(300))}`,
  "300 words": `q=${"ab+".repeat(300)}`,
  emoji: `q=${encodeURIComponent("🙂👩‍👩‍👧")}`,
  quotes: `q=${encodeURIComponent("\"'«»“”’`")}`,
  "a quoted name": `q=${encodeURIComponent('"Марыя Калеснікава"')}`,
  "a per cent sign": "q=%25",
  "a broken escape": "q=%E0%A4%A",
  underscores: "q=__",
  "a backslash": "q=%5C",
  "a script": `q=${encodeURIComponent("<script>alert(1)</script>")}`,
  markup: `q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`,
  operators: `q=${encodeURIComponent("a & b | !c:* <-> (d")}`,
  "a null character": "q=a%00b",
  "right to left": `q=${encodeURIComponent("שלום \u202eabc")}`,
  "combining marks": `q=${encodeURIComponent(`К${"\u0301".repeat(60)}алеснікава`)}`,
  "a number of a record": "q=12",
  "a number with its sign": `q=${encodeURIComponent("№ 0012")}`,
  "a number that no record has": "q=999999999",
  "a number beyond all": `q=${"9".repeat(60)}`,
  "a year": "q=2020",
  "a date": "q=24.10.2020",
  "an article": "q=342-2",
  "a place": `q=${encodeURIComponent("Акрэсціна")}`,
  "a word of the texts": "q=prison",
  "a name": `q=${encodeURIComponent("Калеснікава")}`,
  "a name in another layout": "q=rfktcybrfdf",
  "a name with a slip": "q=kolesnikva",
  "a name with a space in it": `q=${encodeURIComponent("Калес нікава")}`,
  "nobody's name": "q=Qqqqzx",
  "two texts": "q=Kalesnikava&q=Pushkin",
  "words with filters": "q=a&sex=female&custody=&place=",
} as const;

/** Those whose answers differ in their parts, or in what may not fit. */
const shown: readonly (keyof typeof typed)[] = [
  "nothing",
  "300 letters",
  "300 words",
  "right to left",
  "a number of a record",
  "a year",
  "a place",
  "a word of the texts",
  "a name in another layout",
  "nobody's name",
  "words with filters",
];

for (const language of languages) {
  test(`whatever is typed gets a proper page in ${language}`, async ({ request }) => {
    const validator = new HtmlValidate({ extends: ["html-validate:standard"] });
    for (const [what, query] of Object.entries(typed)) {
      const response = await request.get(`/${language}/search?${query}`);
      expect(response.status(), what).toBe(200);
      const html = await response.text();
      expect(leaks.exec(html)?.[0], what).toBeUndefined();
      expect(/<script\b(?![^>]*type="application\/ld\+json")|<img/i.exec(html)?.[0], what).toBeUndefined();
      expect(html.match(/<input[^>]*type="search"/g), what).toHaveLength(1);
      const { results } = await validator.validateString(html);
      expect(
        results.flatMap((it) => it.messages.map((m) => `${m.ruleId} ${m.message}`)),
        what,
      ).toEqual([]);
    }
  });

  for (const what of shown) {
    test(`the page for ${what} in ${language} fits, and can be used by everybody`, async ({ page }) => {
      await page.goto(`/${language}/search?${typed[what]}`);
      await expect(page.getByRole("searchbox")).toHaveCount(1);
      await expectFit(page);
      expect(await foundByAxe(page)).toEqual([]);
    });
  }
}

async function expectFit(page: Page): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `at ${width}`).toBeLessThanOrEqual(0);
  }
}

test("what was typed stays in the box, all of it, and what was made of it is said", async ({ page }) => {
  const long = "ў".repeat(300);
  await page.goto(`/be/search?q=${encodeURIComponent(long)}`);
  await expect(page.getByRole("searchbox")).toHaveValue(long);
  await expect(
    page.getByText(messagesIn("be").problems["too-long"].replace("{longest}", "200")),
  ).toBeVisible();
  await page.goto("/en/search?q=Kalesnikava&q=Pushkin");
  await expect(page.getByRole("searchbox")).toHaveValue("Kalesnikava");
  await expect(page.getByText("only the first was looked for")).toBeVisible();
  await expect(page.getByRole("link", { name: /Kalesnikava/ }).first()).toBeVisible();
});

test("one woman is found by every spelling, marked and with the reason", async ({ page }) => {
  for (const q of [
    "Марыя Калеснікава",
    "Мария Колесникова",
    "Maryia Kalesnikava",
    "Maria Kolesnikova",
    "Maryja Kaleśnikava",
    "Kalesnikava M.",
    "kolesnikva",
    "rfktcybrfdf",
  ]) {
    for (const language of languages) {
      await page.goto(`/${language}/search?q=${encodeURIComponent(q)}`);
      const first = page.locator(".cards > li").first();
      await expect(first.getByRole("link").first(), `${q} in ${language}`).toHaveAttribute(
        "href",
        `/${language}/people/1`,
      );
      await expect(first.locator("mark").first()).toBeVisible();
    }
  }
});

test("a record's number leads to that record first", async ({ page }) => {
  for (const q of ["13", "№ 13", "#0013"]) {
    await page.goto(`/en/search?q=${encodeURIComponent(q)}`);
    const first = page.locator(".cards > li").first();
    await expect(first.getByRole("link").first(), q).toHaveAttribute("href", "/en/people/13");
    await expect(first).toContainText("found by its number", { ignoreCase: true });
  }
});

test("places, articles, years and words of the texts have sections of their own", async ({ page }) => {
  const sections = messagesIn("en").search;
  for (const [q, section, href] of [
    ["Akrestsina", sections.facilities, "/en/facilities/akrestsina"],
    ["Окрестина", sections.facilities, "/en/facilities/akrestsina"],
    ["357", sections.articles, "/en/articles/357"],
    ["2020", sections.year.replace("{year}", "2020"), "/en/people/"],
    ["prison", sections.texts, "/en/people/"],
  ] as const) {
    await page.goto(`/en/search?q=${encodeURIComponent(q)}`);
    const region = page.getByRole("region", { name: section.replace("{count}", "") });
    await expect(region.locator(`a[href^="${href}"]`).first(), q).toBeVisible();
  }
});

test("words of the texts lead to the fact, and have pages of their own", async ({ page }) => {
  await page.goto("/en/search?q=prison&sex=male");
  await page.getByRole("link", { name: messagesIn("en").search.allTexts }).click();
  await expect(page).toHaveURL(/\/en\/search\?q=prison&sex=male&part=texts$/);
  const passage = page.locator(".passage").first();
  await expect(passage.locator("mark").first()).toBeVisible();
  await passage.getByRole("link").click();
  await expect(page.locator(":target")).toBeVisible();
});

test("filters combine with the words, and can be set and taken away without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/en/people?sex=female");
  await expect(page.getByText("Only among cards with the chosen filters.")).toBeVisible();
  await page.getByRole("searchbox").fill("Pushkin");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?q=Pushkin&sex=female$/);
  await expect(page.locator('.cards a[href="/en/people/13"]')).toHaveCount(0);
  await page.getByRole("link", { name: "Search all cards" }).click();
  await expect(page.locator('.cards a[href="/en/people/13"]').first()).toBeVisible();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("How custody ended").selectOption("died");
  await page.getByLabel("Sex").selectOption("male");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.locator('.cards a[href="/en/people/13"]').first()).toBeVisible();
  await page.getByRole("link", { name: /^men/ }).click();
  await expect(page).toHaveURL(/\/en\/search\?q=Pushkin&exit=died$/);
  await context.close();
});

test("nothing found says what was tried, and offers the nearest", async ({ page }) => {
  await page.goto("/ru/search?q=ghbdtndct");
  const { search } = messagesIn("ru");
  await expect(page.getByRole("heading", { name: search.tried.title })).toBeVisible();
  await expect(page.getByText("приветвсе")).toBeVisible();
  await page.goto(`/ru/search?q=${encodeURIComponent("Пушков")}`);
  await expect(page.getByRole("heading", { name: search.nearest })).toBeVisible();
});

test("every page has one search, which can be reached and used by keyboard", async ({ page }) => {
  for (const language of languages) {
    for (const address of Object.values(pageTypes)) {
      await page.goto(pathIn(language, address));
      await expect(page.getByRole("search"), address).toHaveCount(1);
      const box = page.getByRole("searchbox");
      await expect(box, address).toHaveCount(1);
      await expect(box, address).toHaveAccessibleName(/.{5}/);
      await expect(box, address).toHaveAttribute("autocomplete", "off");
      await expect(box, address).toHaveAttribute("spellcheck", "false");
    }
  }
  await page.goto("/be/people/13");
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("pushkin");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/be\/search\?q=pushkin$/);
});

test("an answer to a search is kept by no cache, indexed by nobody, and tells no other page of it", async ({
  request,
}) => {
  for (const query of ["q=Kalesnikava", "q=Qqqqzx", "q=%25", "sex=female", "q=a&page=0"]) {
    const response = await request.get(`/be/search?${query}`);
    expect(response.headers()["cache-control"], query).toBe("no-store");
    expect(response.headers()["referrer-policy"], query).toBe("no-referrer");
    expect(response.headers().etag, query).toBeUndefined();
    const html = await response.text();
    expect(html, query).toMatch(/<meta name="robots" content="[^"]*noindex/);
    const head = html.slice(0, html.indexOf("</head>"));
    expect(head, query).not.toMatch(/Kalesnikava|Qqqqzx|q=/);
  }
});

test("what was found is told from the rest where colours are the reader's own", async ({ page }) => {
  const backgrounds: string[] = [];
  for (const media of [
    { colorScheme: "dark" },
    { colorScheme: "light" },
    { forcedColors: "active" },
  ] as const) {
    await page.emulateMedia({ forcedColors: "none", ...media });
    await page.goto("/en/search?q=prison");
    const [mark, around] = await page
      .locator(".passage mark")
      .first()
      .evaluate((node) => [
        getComputedStyle(node).backgroundColor,
        getComputedStyle(node.closest(".card") ?? node).backgroundColor,
      ]);
    expect(mark).not.toBe(around);
    backgrounds.push(mark ?? "");
  }
  expect(new Set(backgrounds).size).toBeGreaterThan(1);
});
