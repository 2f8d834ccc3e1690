import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { askToShow } from "#data/commands/ask-to-show.ts";
import { holdDifferent } from "#data/commands/hold-different.ts";
import { openDraft } from "#data/commands/open-draft.ts";
import { publish } from "#data/commands/publish.ts";
import { saveDraft } from "#data/commands/save-draft.ts";
import { submitDraft } from "#data/commands/submit-draft.ts";
import { withhold } from "#data/commands/withhold.ts";
import { languages } from "#domain/languages.ts";
import { type ActionName, actionPermissions, may, type Role, roles } from "#domain/policy.ts";
import { openAccounts, type SiteAccounts, type TestAccount } from "../support/accounts.ts";
import {
  type ActionCall,
  actionsOfBuild,
  type BuiltAction,
  editorsPages,
  type Fields,
  plainCall,
  reactCall,
} from "../support/action-calls.ts";
import { type ActionForm, actionForms, type Named } from "../support/action-forms.ts";
import { type Answer, ask } from "../support/ask.ts";
import { databaseDigest } from "../support/database-digest.ts";
import { kalesnikava, summary } from "../support/drafts.ts";
import { brokenUtf8, malformed } from "../support/malformed-forms.ts";
import { type OwnSite, startOwnSite } from "../support/own-site.ts";
import { pendingAddresses } from "../support/pending-addresses.ts";

// What can be reached of the editors' side without being allowed to: its actions, whoever calls them and with
// whatever, and its pages. All of them are read from the build: one that is forgotten here fails.
test.describe.configure({ mode: "serial", timeout: 600_000 });

const canary = "CANARY5d2c";
/** Who must change their password first may do this, and leave. */
const beforePassword: readonly ActionName[] = ["changePassword", "signOut"];

let site: OwnSite;
let accounts: SiteAccounts;
let named: Named;
let forms: Readonly<Record<ActionName, ActionForm>>;
let cookies: Readonly<Record<Role | Outsider, string>>;
let kept: string[];

const outsiders = ["nobody", "expired", "idle", "deactivated", "password first", "forged"] as const;
type Outsider = (typeof outsiders)[number];

test.beforeAll(async () => {
  test.setTimeout(300_000);
  site = await startOwnSite();
  accounts = await openAccounts(site);
  const made: Record<Role, TestAccount> = {
    editor: await accounts.make("editor", `${canary}-editor`),
    reviewer: await accounts.make("reviewer", `${canary}-reviewer`),
    administrator: await accounts.make("administrator", `${canary}-administrator`),
  };
  const other = await accounts.make("reviewer", `${canary}-other`);
  named = await fillRegistry(made, other);
  forms = actionForms(named);
  cookies = await signInAll(made);
  kept = Object.values(made).map(({ id }) => id);
  // The site makes the pages of what we published; then nothing moves any more but by requests.
  await expect.poll(() => pendingAddresses(accounts.registry), { timeout: 60_000 }).toEqual([]);
});

test.afterAll(async () => {
  await accounts.close();
  await site.stop();
  await rm(site.dataDir, { recursive: true, force: true });
});

/** A published person with a withheld fact, drafts at work and submitted; a canary in whatever is not public. */
async function fillRegistry(made: Record<Role, TestAccount>, other: TestAccount): Promise<Named> {
  const { registry } = accounts;
  const actor = made.editor;
  const note = { original: "en" as const, en: `${canary}-withheld` };
  const [event, ...events] = kalesnikava.events;
  if (event === undefined) throw new Error("the record has changed");
  const { number } = await publish(registry, {
    file: { ...kalesnikava, events: [{ ...event, note }, ...events] },
    baseVersion: 0,
    internalNote: `${canary}-internal`,
    actor: made.reviewer.id,
  });
  const order = {
    factId: event.id,
    manner: "told",
    basis: `${canary}-basis`,
    reviewOn: "2999-01-01",
  } as const;
  await withhold(registry, { number, ...order, actor: made.reviewer.id });
  const withheld = await registry.person.findUniqueOrThrow({ where: { number } });
  const { request } = await askToShow(registry, {
    personId: withheld.id,
    factId: event.id,
    reason: `${canary}-reason`,
    actor: other,
  });
  const begin = async (personNumber: number, by: TestAccount) => {
    const person = await registry.person.findUniqueOrThrow({ where: { number: personNumber } });
    const { draftId } = await openDraft(registry, { personId: person.id, actor: by });
    let id = "";
    await saveDraft(registry, {
      draftId,
      base: 1,
      touches: ["summary"],
      write: (file, newId) => {
        id = newId("x");
        return { ...file, summary: { ...summary(`${canary}-draft`), id } };
      },
      manner: "manual",
      actor: by,
    });
    return { id: draftId, save: 2, summary: id };
  };
  const draft = await begin(number, actor);
  const submitted = await begin(1, other);
  await submitDraft(registry, { draftId: submitted.id, base: submitted.save, actor: other });
  const free = await registry.person.findUniqueOrThrow({ where: { number: 2 } });
  const third = await registry.person.findUniqueOrThrow({ where: { number: 3 } });
  const { different } = await holdDifferent(registry, {
    person: free.id,
    other: third.id,
    reason: `${canary}-different`,
    actor,
  });
  const user = await accounts.make("editor", `${canary}-user`);
  const deactivated = await accounts.make("editor", `${canary}-deactivated`);
  await registry.user.update({ where: { id: deactivated.id }, data: { deactivatedAt: new Date() } });
  return {
    draft,
    submitted,
    person: { id: free.id, fact: "e1" },
    withheld: { person: withheld.id, fact: event.id, request },
    different,
    user: user.id,
    deactivated: deactivated.id,
  };
}

async function signInAll(made: Record<Role, TestAccount>): Promise<Record<Role | Outsider, string>> {
  const { registry } = accounts;
  const cookieOf = async (account: TestAccount) => {
    const { name, value } = await accounts.signIn(account);
    return `${name}=${value}`;
  };
  const outsider = async (change: (account: TestAccount) => Promise<unknown>) => {
    const account = await accounts.make("administrator", "Outsider");
    const cookie = await cookieOf(account);
    await change(account);
    return cookie;
  };
  const longAgo = new Date(Date.now() - 24 * 60 * 60_000);
  const administrator = await cookieOf(made.administrator);
  return {
    editor: await cookieOf(made.editor),
    reviewer: await cookieOf(made.reviewer),
    administrator,
    nobody: "",
    expired: await outsider(({ id }) =>
      registry.session.updateMany({ where: { userId: id }, data: { expiresAt: longAgo } }),
    ),
    idle: await outsider(({ id }) =>
      registry.session.updateMany({ where: { userId: id }, data: { updatedAt: longAgo } }),
    ),
    deactivated: await outsider(({ id }) =>
      registry.user.update({ where: { id }, data: { deactivatedAt: longAgo } }),
    ),
    "password first": await outsider(({ id }) =>
      registry.user.update({ where: { id }, data: { mustChangePassword: true } }),
    ),
    forged: `${administrator.slice(0, -8)}AAAAAAA%3D`,
  };
}

const digest = () => databaseDigest(accounts.registry, kept);

type Sending = { action: BuiltAction; cookie: string; headers?: Record<string, string> };

/** Sends a form to the page that has its action, each time from another address. */
function send({ action, cookie, headers }: Sending, call: ActionCall): Promise<Answer> {
  const from = `2001:db8:${(tries++).toString(16)}::1`;
  const sent = { origin: site.baseURL, cookie, "x-forwarded-for": from, ...call.headers, ...headers };
  return ask(Number(new URL(site.baseURL).port), pathOf(action.page), {
    method: "POST",
    headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== "")),
    body: brokenUtf8(call.body),
  });
}
let tries = 1;

/** The address of a page, with what is in the registry in the place of its parameters. */
function pathOf(pattern: string): string {
  return pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    const value = parameters()[name];
    if (value === undefined) throw new Error(`what is [${name}] in ${pattern}?`);
    return value;
  });
}

function parameters(): Readonly<Record<string, string>> {
  return {
    locale: "be",
    draft: named.draft.id,
    person: named.withheld.person,
    user: named.user,
    section: "summary",
    version: "1",
    save: "1",
    n: "1",
  };
}

function fieldsOf({ strict, loose }: ActionForm): Fields {
  return [...Object.entries(strict), ...Object.entries(loose)];
}

/** What an action that was called by React answers; undefined where it has not come to an answer. */
function outcomeOf({ body }: Answer): string | undefined {
  return /"outcome":"([a-z-]+)"/.exec(body.toString())?.[1];
}

function isKnown(name: string): name is ActionName {
  return name in actionPermissions;
}

/** Each action of the build with its name in the table, called in both ways. */
function calls(): { action: BuiltAction; name: ActionName; both: (fields: Fields) => ActionCall[] }[] {
  return actionsOfBuild().flatMap((action) =>
    isKnown(action.name)
      ? [
          {
            action,
            name: action.name,
            both: (fields: Fields) => [reactCall(action.id, fields), plainCall(action.id, fields)],
          },
        ]
      : [],
  );
}

function allows(name: ActionName, role: Role): boolean {
  const permission = actionPermissions[name];
  return permission === "anyone" || permission === "signed-in" || may(role, permission);
}

test("every action of the build has its permission, and every permission its action", () => {
  const built = actionsOfBuild();
  expect(built.map(({ name }) => name).sort()).toEqual(Object.keys(actionPermissions).sort());
  for (const { file } of built) expect(file).toMatch(/^src\/actions\//);
});

test("no action does anything for whom it is not allowed", async () => {
  const before = await digest();
  for (const { action, name, both } of calls()) {
    const strangers = outsiders.filter((it) => it !== "password first" || !beforePassword.includes(name));
    const wrong: (Role | Outsider)[] = [...strangers, ...roles.filter((role) => !allows(name, role))];
    if (actionPermissions[name] === "anyone") continue;
    for (const who of wrong) {
      const [byReact, plain] = both(fieldsOf(forms[name]));
      if (byReact === undefined || plain === undefined) continue;
      const answer = await send({ action, cookie: cookies[who] }, byReact);
      expect(answer.status, `${name}, ${who}`).toBe(200);
      expect(["signed-out", "denied"], `${name}, ${who}`).toContain(outcomeOf(answer));
      expect(answer.body.toString(), `${name}, ${who}`).not.toContain(canary);
      const page = await send({ action, cookie: cookies[who] }, plain);
      expect(page.status, `${name}, ${who}`).toBeLessThan(500);
      expect(page.headers.location ?? "/sign-in", `${name}, ${who}`).toMatch(/\/(?:sign-in|password)\b/);
    }
    expect(await digest(), name).toEqual(before);
  }
});

test("no action does anything for a form from elsewhere", async () => {
  const before = await digest();
  for (const { action, name, both } of calls()) {
    for (const call of both(fieldsOf(forms[name]))) {
      for (const origin of ["https://example.org", "null", "", `${site.baseURL}.example.org`]) {
        const answer = await send({ action, cookie: cookies.administrator, headers: { origin } }, call);
        expect(answer.status, `${name}, "${origin}"`).toBe(403);
      }
      const crossSite = { "sec-fetch-site": "cross-site" };
      const answer = await send({ action, cookie: cookies.administrator, headers: crossSite }, call);
      expect(answer.status, name).toBe(403);
    }
  }
  expect(await digest()).toEqual(before);
});

test("no action does anything with a form that no page sends, and none fails", async () => {
  const before = await digest();
  for (const { action, name } of calls()) {
    const role = roles.findLast((it) => allows(name, it)) ?? "administrator";
    const state = fc.constantFrom(
      '{"outcome":"done"}',
      "$1:then",
      '{"then":"$1:__proto__:then"}',
      "[".repeat(5_000),
    );
    await fc.assert(
      fc.asyncProperty(malformed(forms[name]), fc.boolean(), state, async (fields, byReact, was) => {
        const call = (byReact ? reactCall : plainCall)(action.id, fields, was);
        const answer = await send({ action, cookie: cookies[role] }, call);
        const said = `${name}: ${answer.status} ${answer.body.toString().slice(0, 300)}`;
        expect([200, 400, 413], said).toContain(answer.status);
        expect(answer.headers.location, said).toBeUndefined();
        expect(answer.headers["x-action-redirect"], said).toBeUndefined();
        if (byReact && answer.status === 200) {
          expect(["refused", "denied"], said).toContain(outcomeOf(answer));
        }
        expect(await digest(), said).toEqual(before);
      }),
      { numRuns: 15, endOnFailure: true },
    );
  }
});

/** Pages that ask for more than an account; the others are every editor's. */
const guarded: readonly [RegExp, Role][] = [
  [/^\/\[locale\]\/editor\/(?:users|audit)(?:\/|$)/, "administrator"],
  [/^\/\[locale\]\/editor\/people\/\[person\]\/(?:withhold|withdraw|show)$/, "reviewer"],
];

/** The ways in which a browser, and Next's client in it, asks for a page. */
function waysToAsk(pattern: string): Record<string, string>[] {
  const segments = pattern.split("/").slice(1);
  const tree = segments.reduceRight<unknown>(
    (below, segment) => {
      const parameter = /^\[(\w+)\]$/.exec(segment)?.[1];
      const name = parameter === undefined ? segment : [parameter, parameters()[parameter], "d", null];
      return [name, { children: below }];
    },
    ["__PAGE__", {}, null, "refetch"],
  );
  const rsc = { rsc: "1" };
  const prefetch = { ...rsc, "next-router-prefetch": "1" };
  return [
    {},
    rsc,
    { ...rsc, "next-router-state-tree": encodeURIComponent(JSON.stringify(["", { children: tree }])) },
    prefetch,
    { ...rsc, "next-router-prefetch": "2" },
    { ...prefetch, "next-router-segment-prefetch": "/_tree" },
    { ...prefetch, "next-router-segment-prefetch": "/_full" },
    { ...prefetch, "next-router-segment-prefetch": `/${segments.join("/")}/__PAGE__` },
  ];
}

/** Asks as Next's client does, which is sent to the same address once more with a hash of its headers. */
async function askFor(path: string, cookie: string, headers: Record<string, string>): Promise<Answer> {
  const port = Number(new URL(site.baseURL).port);
  const sent = { ...headers, ...(cookie !== "" && { cookie }) };
  const answer = await ask(port, path, { headers: sent });
  const again = answer.headers.location ?? "";
  return answer.status === 307 && again.includes("_rsc") ? ask(port, again, { headers: sent }) : answer;
}

test("no page says anything to whom it is not for, however it is asked", async () => {
  for (const [index, pattern] of editorsPages().entries()) {
    const least = guarded.find(([page]) => page.test(pattern))?.[1] ?? "editor";
    const wrong = [...outsiders, ...roles.filter((role) => roles.indexOf(role) < roles.indexOf(least))];
    const path = pathOf(pattern).replace(/^\/be\//, `/${languages[index % languages.length]}/`);
    for (const who of wrong) {
      for (const headers of waysToAsk(pattern)) {
        const answer = await askFor(path, cookies[who], headers);
        const said = `${path}, ${who}, ${JSON.stringify(headers)}`;
        expect(answer.status, said).toBeLessThan(500);
        expect(answer.body.toString(), said).not.toContain(canary);
        expect(answer.headers["cache-control"], said).toBe("no-store");
        if (Object.keys(headers).length === 0 && !/\/(?:sign-in|password)$/.test(path)) {
          expect([307, 404], said).toContain(answer.status);
        }
      }
    }
  }
});

test("every page says something to whom it is for, and the canaries are there to be seen", async () => {
  const seen: string[] = [];
  for (const pattern of editorsPages()) {
    for (const headers of waysToAsk(pattern)) {
      const answer = await askFor(pathOf(pattern), cookies.administrator, headers);
      const said = `${pattern} ${JSON.stringify(headers)}`;
      expect(answer.status, said).toBeLessThan(500);
      if (Object.keys(headers).length === 0) expect(answer.status, said).toBe(200);
      seen.push(answer.body.toString());
    }
  }
  for (const kind of ["draft", "internal", "withheld", "basis", "different", "editor"]) {
    expect(
      seen.some((body) => body.includes(`${canary}-${kind}`)),
      kind,
    ).toBe(true);
  }
});

// The last, as it does what the others try in vain: their forms are such as the actions take.
test("every action looks at its form when it comes from whom it is for", async () => {
  for (const { action, name, both } of calls()) {
    if (name === "signOut") continue;
    const [byReact] = both(fieldsOf(forms[name]));
    if (byReact === undefined) continue;
    const answer = await send({ action, cookie: cookies.administrator }, byReact);
    expect(answer.status, name).toBe(200);
    const text = answer.body.toString();
    if (answer.headers["x-action-redirect"] === undefined) {
      // What another of these calls has saved meanwhile is a conflict: their order is that of the build.
      expect(["done", "refused", "conflict"], `${name}: ${text}`).toContain(outcomeOf(answer));
    }
    expect(text, name).not.toMatch(/"code":"(?:unknown-field|not-valid|missing)"/);
  }
});
