import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type APIRequestContext,
  type Browser,
  expect,
  request as newRequest,
  type Page,
  test,
} from "@playwright/test";
import { askToShow } from "#data/commands/ask-to-show.ts";
import { createPerson } from "#data/commands/create-person.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { returnDraft } from "#data/commands/return-draft.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { withhold } from "#data/commands/withhold.ts";
import { CaseFile } from "#domain/case-file/case-file.ts";
import { languages } from "#domain/languages.ts";
import { openAccounts, type SiteAccounts, type TestAccount } from "../support/accounts.ts";
import { filesWith } from "../support/files-with.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";
import { editorAddresses } from "./editor-addresses.ts";
import { crawl } from "./site.ts";

// One site, its story told in order: published, hidden by an editor, killed, the database gone, shown again by two.
test.describe.configure({ mode: "serial", timeout: 300_000 });

/** Stands in facts that are public first, and are hidden then. */
const canary = "CANARY7f3a";
/** Stands in what is never public: drafts, notes, bases, names of editors. */
const secret = "SECRET7f3a";
const number = 35;
const withdrawn = 34;
/** How soon everything has to be hidden, in ms. */
const soon = 5_000;
/** How long an editor's page may take to say so, on a machine that does much else. */
const answer = { timeout: 20_000 };

let site: OwnSite;
let accounts: SiteAccounts;
let reviewer: TestAccount;
let other: TestAccount;
let person: string;
let draft: string;

test.beforeAll(async () => {
  site = await startOwnSite();
  accounts = await openAccounts(site);
  reviewer = await accounts.make("reviewer", `${secret}-reviewer`);
  other = await accounts.make("reviewer", `${secret}-other`);
});

test.afterAll(async () => {
  await accounts.close();
  await site.stop();
  await rm(site.dataDir, { recursive: true, force: true });
});

/** A record whose first event, health, a source, a name and the note of a version hold the canary. */
function fileWithCanaries(): CaseFile {
  const text = (of: string) => ({ original: "en" as const, en: `${canary}-${of}` });
  const file = CaseFile.parse(JSON.parse(readFileSync("prisma/cases/001-maryia-kalesnikava.json", "utf8")));
  const [event, ...events] = file.events;
  const [condition, ...conditions] = file.health.conditions;
  const [name, ...names] = file.names;
  if (!event || !condition || !name) throw new Error("the record has changed");
  const source = { ...file.sources[0], id: "s77", title: `${canary}-source` };
  return CaseFile.parse({
    ...file,
    names: [
      name,
      {
        ...name,
        id: "n77",
        preferred: false,
        given: `${canary}-name`,
        basis: [{ source: "s77", asOf: "2024" }],
      },
      ...names,
    ],
    events: [{ ...event, note: text("event"), facility: "ik-4" }, ...events],
    health: { ...file.health, conditions: [{ ...condition, condition: text("condition") }, ...conditions] },
    sources: [...file.sources, source],
  });
}

const facts = {
  event: fileWithCanaries().events[0]?.id ?? "",
  condition: fileWithCanaries().health.conditions[0]?.id ?? "",
  name: "n77",
  note: "v1",
};

/** Queries through which the record could be met, beside all pages that links lead to. */
const queries = languages.flatMap((language) =>
  [
    "people?place=ik-4",
    "people?risk=physical-illness",
    "people?page=2",
    "updates?page=1",
    "deaths?page=1",
  ].map((query) => `/${language}/${query}`),
);

async function withRequests<T>(use: (request: APIRequestContext) => Promise<T>): Promise<T> {
  const request = await newRequest.newContext({ baseURL: site.baseURL });
  try {
    return await use(request);
  } finally {
    await request.dispose();
  }
}

/** Every public page, in all languages, and what filters give. */
async function allPages(): Promise<Map<string, string>> {
  return withRequests(async (request) => {
    const pages = await crawl(request);
    for (const path of queries) pages.set(path, await (await request.get(path)).text());
    return pages;
  });
}

/** Of some pages, those that say a word. */
function saying(word: string, pages: ReadonlyMap<string, string>): string[] {
  return [...pages].filter(([, html]) => html.includes(word)).map(([path]) => path);
}

/** Whether a search for a word leads to the record. The page repeats what was typed. */
async function isFound(word: string, language: string): Promise<boolean> {
  return withRequests(async (request) => {
    const response = await request.get(`/${language}/search?q=${word}`);
    expect(response.status()).toBe(200);
    return (await response.text()).includes(`/people/${number}"`);
  });
}

/** How long it takes until none of these pages answers with the word any more, in ms from `since`. */
async function goneFrom(paths: readonly string[], word: string, since: number): Promise<number> {
  return withRequests(async (request) => {
    let left = [...paths];
    while (left.length > 0 && performance.now() - since < 60_000) {
      await wait(50);
      const answers = await Promise.all(
        left.map(async (path) => ({ path, html: await (await request.get(path)).text() })),
      );
      left = saying(word, new Map(answers.map(({ path, html }) => [path, html])));
    }
    expect(left).toEqual([]);
    return performance.now() - since;
  });
}

/** The site's files that hold a text; the database's own aside. */
function siteFilesWith(text: string): string[] {
  const database = join(site.dataDir, "postgres");
  return filesWith(site.dataDir, text).filter((path) => !path.startsWith(database));
}

/** The page of an editor who is signed in. */
async function pageOf(browser: Browser, account: TestAccount, scripts = true): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.baseURL, javaScriptEnabled: scripts });
  await context.addCookies([{ ...(await accounts.signIn(account)), url: site.baseURL }]);
  return context.newPage();
}

/** Hides a fact on its page, while the public pages that say a word are watched: it has to go from them soon. */
async function hide(
  page: Page,
  { fact, manner, from }: { fact: string; manner?: "silent"; from?: ReadonlyMap<string, readonly string[]> },
): Promise<void> {
  await page.goto(`/be/editor/people/${person}/withhold?fact=${fact}`);
  if (manner === "silent") await page.getByRole("radio", { name: "Нічога" }).check();
  await page.getByRole("textbox", { name: "Падстава" }).fill(`${secret}-basis`);
  const clicked = performance.now();
  await page.getByRole("button", { name: "Схаваць цяпер" }).click();
  const watched = [...(from ?? [])].map(([word, paths]) => goneFrom(paths, word, clicked));
  for (const time of await Promise.all(watched)) expect(time).toBeLessThan(soon);
  await expect(page.getByRole("status")).toContainText("Схавана ва ўсіх версіях", answer);
}

/** Kills the server as a power cut does, and starts it again. */
async function killAndStart(): Promise<void> {
  await accounts.close();
  await site.stop("SIGKILL");
  await site.start();
  accounts = await openAccounts(site);
}

/** What is written and said where no reader may see it. */
async function keepSecrets(): Promise<void> {
  const editor = await accounts.make("editor", `${secret}-editor`);
  const { registry } = accounts;
  const text = { original: "en", en: secret };
  const basis = [{ source: "s1", asOf: "2024" }];
  const saving = (draftId: string, base: number, key: "summary" | "occupations", value: unknown) =>
    saveDraft(registry, {
      draftId,
      base,
      touches: [key],
      write: (file) => ({ ...file, [key]: value }),
      manner: "manual",
      actor: editor,
    });
  const file = fileWithCanaries();
  const somebody = { ...file, names: [{ ...file.names[0], given: secret }] };
  const created = await createPerson(registry, { file: somebody, actor: editor });
  await saving(created.draftId, 1, "summary", { id: "x99", value: text, basis });
  person = (await registry.person.findUniqueOrThrow({ where: { number } })).id;
  draft = (await openDraft(registry, { personId: person, actor: editor })).draftId;
  await saving(draft, 1, "occupations", [{ id: "o99", title: text, basis }]);
  // Too late: it is kept aside.
  await saving(draft, 1, "occupations", [{ id: "o98", title: { ...text, en: `${secret}-aside` }, basis }]);
  await submitDraft(registry, { draftId: draft, base: 2, actor: editor });
  await returnDraft(registry, { draftId: draft, base: 2, note: `${secret}-return-note`, actor: reviewer });
}

test("what is published shows, and nothing of what stands behind it", async () => {
  const path = join(site.dataDir, "case.json");
  const note = join(site.dataDir, "note.json");
  await writeFile(path, JSON.stringify(fileWithCanaries()));
  await writeFile(note, JSON.stringify({ original: "en", en: `The note: ${canary}-note.` }));
  const internal = ["--internal", `${secret}-internal`, "--actor", `${secret}-publisher`];
  await site.run("publish", path, "--note", note, ...internal);
  await rm(path);
  await rm(note);
  await keepSecrets();
  const pages = await allPages();
  for (const language of languages) {
    expect(saying(canary, pages)).toContain(`/${language}/people/${number}`);
    expect(saying(canary, pages)).toContain(`/${language}/updates?page=1`);
    expect(await isFound(`${canary}-name`, language)).toBe(true);
  }
  expect(siteFilesWith(canary)).not.toEqual([]);
  expect(saying(secret, pages)).toEqual([]);
  expect(siteFilesWith(secret)).toEqual([]);
});

test("a fact that a reviewer hides is gone within seconds, and after kill -9 the moment after", async ({
  browser,
}) => {
  const before = await allPages();
  const page = await pageOf(browser, reviewer);
  const lists = saying(`/people/${number}"`, before).filter((path) => /ik-4$/.test(path));
  expect(lists).toHaveLength(2 * languages.length);
  const pages = saying(`${canary}-event`, before);
  expect(pages.length).toBeGreaterThanOrEqual(2 * languages.length);
  const from = new Map([
    [`/people/${number}"`, lists],
    [`${canary}-event`, pages],
  ]);
  await hide(page, { fact: facts.event, from });

  await hide(page, { fact: facts.condition, manner: "silent" });
  await killAndStart();
  expect(saying(`${canary}-condition`, await allPages())).toEqual([]);
  await withRequests(async (request) => {
    for (const language of languages) {
      const profile = await (await request.get(`/${language}/people/${number}`)).text();
      expect(profile).toContain(`id="${facts.event}"`);
      expect(profile).not.toContain(`"${facts.condition}"`);
    }
  });
  await page.context().close();
});

test("the note of a version and a fact hidden on the command line go the same way", async ({ browser }) => {
  const before = saying(`${canary}-note`, await allPages());
  const page = await pageOf(browser, reviewer, false);
  expect(before.filter((path) => path.includes("/updates"))).not.toEqual([]);
  await hide(page, { fact: facts.note, from: new Map([[`${canary}-note`, before]]) });
  const basis = ["--basis", secret, "--review", "2999-01-01"];
  await site.run("withhold", String(number), facts.name, "--silent", ...basis);
  expect(saying(canary, await allPages())).toEqual([]);
  await page.context().close();
});

test("what is hidden or was never public is nowhere: no page however asked for, no file, no build, no log", async () => {
  const values = {
    person,
    draft,
    section: "names",
    version: "1",
    save: "2",
    user: reviewer.id,
  };
  const words = [canary, secret, reviewer.login, other.login];
  const ways: Record<string, string>[] = [
    {},
    { RSC: "1" },
    { RSC: "1", "Next-Router-Prefetch": "1" },
    { RSC: "1", "Next-Router-Prefetch": "1", "Next-Router-Segment-Prefetch": "/_tree" },
  ];
  await withRequests(async (request) => {
    const pages = await allPages();
    for (const word of words) expect(saying(word, pages)).toEqual([]);
    // The other records' pages have been looked through; one person's are enough to ask for in every way.
    const found = [...pages.keys()].filter(
      (path) => !/\/people\/\d/.test(path) || path.includes(`/${number}`),
    );
    const editors = languages.flatMap((language) =>
      editorAddresses(values).map((address) => `/${language}${address}`),
    );
    const errors = [
      "/be/people/99999",
      `/be/people/${number}/versions/9`,
      `/en/people/${person}`,
      `/ru/search?q=${"x".repeat(3_000)}`,
      "/xx",
      "/be/nothing",
      "/be/editor/nothing",
      "/be/errors/404",
      "/sitemap.xml",
      "/robots.txt",
    ];
    for (const path of [...found, ...editors, ...errors]) {
      const asked = ways.map(async (headers) => {
        const answer = await request.get(path, { headers, maxRedirects: 0 });
        const all = JSON.stringify(answer.headersArray()) + (await answer.text());
        for (const word of words) {
          expect(all.includes(word), `${word} at ${path} ${JSON.stringify(headers)}`).toBe(false);
        }
      });
      await Promise.all(asked);
      expect((await request.post(path, { maxRedirects: 0 })).status(), path).toBeGreaterThanOrEqual(300);
    }
  });
  for (const word of words) {
    expect(siteFilesWith(word)).toEqual([]);
    expect(filesWith(".next", word)).toEqual([]);
    expect(site.printed()).not.toContain(word);
  }
});

test("a search for them finds nothing", async () => {
  for (const language of languages) {
    for (const word of [`${canary}-name`, secret]) expect(await isFound(word, language), word).toBe(false);
  }
});

test("who is withdrawn is gone at once, at every address, in every language, and after kill -9", async ({
  browser,
}) => {
  const { id } = await accounts.registry.person.findUniqueOrThrow({ where: { number: withdrawn } });
  const page = await pageOf(browser, reviewer);
  await page.goto(`/be/editor/people/${id}/withdraw`);
  // Without a basis nothing is hidden, and what is typed stays.
  const review = page.getByRole("textbox", { name: "Калі паглядзець зноў" });
  await review.fill("у мінулым стагоддзі");
  await page.getByRole("button", { name: "Прыбраць картку цяпер" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Падстава", answer);
  await expect(review).toHaveValue("у мінулым стагоддзі");
  await expect(review).toHaveAttribute("aria-invalid", "true");
  await review.fill("01.06.2999");
  await page.getByRole("textbox", { name: "Падстава" }).fill(secret);
  const clicked = performance.now();
  await page.getByRole("button", { name: "Прыбраць картку цяпер" }).click();
  await withRequests(async (request) => {
    const status = async () => (await request.get(`/be/people/${withdrawn}`)).status();
    await expect.poll(status, { timeout: 60_000, intervals: [50] }).toBe(410);
  });
  expect(performance.now() - clicked).toBeLessThan(soon);
  await expect(page.getByRole("status")).toContainText("Картка прыбрана", answer);
  await expectGone();
  await killAndStart();
  await expectGone();
  await page.context().close();

  async function expectGone() {
    await withRequests(async (request) => {
      for (const language of languages) {
        for (const address of ["", "/versions", "/versions/1", "/versions/7"]) {
          const response = await request.get(`/${language}/people/${withdrawn}${address}`);
          expect(response.status(), `${language} ${address}`).toBe(410);
          expect(await response.text()).toContain(`<html lang="${language}"`);
        }
      }
      // It is written when the pages are made again, which a busy machine takes a while for.
      const sitemap = async () => (await request.get("/sitemap.xml")).text();
      await expect.poll(sitemap, answer).not.toContain(`/people/${withdrawn}<`);
    });
    const links = [...(await allPages())].filter(([, html]) => html.includes(`/people/${withdrawn}"`));
    expect(links.map(([path]) => path)).toEqual([]);
  }
});

test("with PostgreSQL killed, and after a restart without it, every finished page still answers", async () => {
  await withRequests(async (request) => {
    const before = await crawl(request);
    await accounts.close();
    await site.killDatabase();
    const live = async () => (await request.get("/be/search?q=%D0%B0")).status();
    await expect.poll(live, { timeout: 20_000 }).toBe(503);
    expect(await crawl(request)).toEqual(before);
    expect(await site.stop()).toBe(0);
    // Nobody listens on port 1.
    await site.start({ DATABASE_URL: "postgresql://nobody:nothing@127.0.0.1:1/none" });
    expect(await crawl(request)).toEqual(before);
    const search = await request.get("/ru/search?q=%D0%B0");
    expect(search.status()).toBe(503);
    expect(await search.text()).toContain('<html lang="ru"');
    expect((await request.get(`/be/people/${withdrawn}`)).status()).toBe(410);
    expect(await site.stop("SIGINT")).toBe(0);
  });
  await site.start();
  accounts = await openAccounts(site);
});

test("two people show again what one has hidden: one asks, and cannot agree; another does", async ({
  browser,
}) => {
  const { id } = await accounts.registry.person.findUniqueOrThrow({ where: { number: withdrawn } });
  const show = `/be/editor/people/${id}/show`;
  // A fact of a card that is withdrawn isn't seen before the card is.
  const { registry } = accounts;
  const fact = { number: withdrawn, factId: "e1" };
  const hiding = { manner: "silent", basis: secret, reviewOn: "2999-01-01", actor: reviewer.id } as const;
  await withhold(registry, { ...fact, ...hiding });
  await askToShow(registry, { ...fact, reason: secret, actor: reviewer });
  const another = await pageOf(browser, other, false);
  await another.goto(show);
  await another.getByRole("button", { name: "Згадзіцца і паказаць" }).click();
  await expect(another.getByRole("status")).toContainText("Больш не схавана, але", answer);

  const page = await pageOf(browser, reviewer);
  await page.goto(`${show}?fact=all`);
  await page.getByRole("textbox", { name: "Чаму можна паказаць" }).fill(`${secret}-reason`);
  await page.getByRole("button", { name: "Прасіць" }).click();
  await expect(page.getByRole("status")).toContainText("Просьба чакае", answer);
  await expect(page.getByRole("button", { name: "Згадзіцца і паказаць" })).toHaveCount(0);
  await withRequests(async (request) => {
    expect((await request.get(`/en/people/${withdrawn}`)).status()).toBe(410);
  });
  await another.goto(show);
  await expect(another.getByRole("main")).toContainText(`${secret}-reason`);
  await another.getByRole("button", { name: "Згадзіцца і паказаць" }).click();
  await expect(another.getByRole("status")).toContainText("Паказваецца зноў", answer);
  await withRequests(async (request) => {
    expect((await request.get(`/en/people/${withdrawn}`)).status()).toBe(200);
    expect((await request.get(`/en/people/${withdrawn}/versions/1`)).status()).toBe(200);
  });
  const agreed = ["--asked-by", "One", "--agreed-by", "Another"];
  await site.run("lift", String(number), facts.event, ...agreed);
  expect(saying(canary, await allPages())).toContain(`/en/people/${number}`);
  await page.context().close();
  await another.context().close();
});
