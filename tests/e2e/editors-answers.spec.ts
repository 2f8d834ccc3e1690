import { expect } from "@playwright/test";
import { openDraft } from "#data/commands/open-draft.ts";
import { languages } from "#domain/languages.ts";
import { saveKey, summary } from "../support/drafts.ts";
import { editorAddresses } from "./editor-addresses.ts";
import { test } from "./signed-in.ts";

// What every answer of the editors' side carries, read from the pages that there are: none can be forgotten.

const canary = "CANARY2c8e";

test("no editors' page is kept by a cache, found by a search engine, or runs a script without its nonce", async ({
  context,
  accounts,
  signInAs,
  playwright,
  baseURL,
}) => {
  const actor = await signInAs(context, "administrator");
  const { id: user } = await accounts.make("editor", canary);
  const { registry } = accounts;
  const { id: person } = await registry.person.findUniqueOrThrow({ where: { number: 23 } });
  const { draftId: draft } = await openDraft(registry, { personId: person, actor });
  await saveKey(registry, { draftId: draft, base: 1, key: "summary", value: summary(canary), actor });
  const values = { person, draft, section: "summary", version: "1", save: "2", user };
  const paths = languages.flatMap((language) =>
    editorAddresses(values).map((address) => `/${language}${address}`),
  );
  const stranger = await playwright.request.newContext({ baseURL: baseURL ?? "" });
  const sitemap = await (await stranger.get("/sitemap.xml")).text();
  expect(sitemap).toContain("/be/people/23");
  expect(sitemap).not.toContain("/editor");

  const nonces = new Set<string>();
  const showing: string[] = [];
  for (const path of paths) {
    const answer = await context.request.get(path, { maxRedirects: 0 });
    const html = await answer.text();
    if (html.includes(canary)) showing.push(path);
    expect(answer.status(), path).toBe(200);
    expect(answer.headers(), path).toMatchObject({
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
    });
    const policy = answer.headers()["content-security-policy"] ?? "";
    expect(policy, path).not.toMatch(/unsafe|\*|https?:/);
    const [, nonce = ""] = /script-src 'nonce-([0-9a-f]{32})' 'strict-dynamic';/.exec(policy) ?? [];
    expect(nonce, path).not.toBe("");
    expect(nonces.has(nonce), `${path} has the nonce of another answer`).toBe(false);
    nonces.add(nonce);
    expect(html, path).toMatch(/<meta name="robots" content="noindex, nofollow"/);
    for (const [script] of html.matchAll(/<script\b[^>]*>/g)) expect(script, path).toContain(nonce);
    expect(html, path).not.toMatch(/ on[a-z]+="|javascript:| style="/i);
  }
  // There was something to be seen by whoever may.
  expect(showing.length).toBeGreaterThan(languages.length);

  for (const path of paths) {
    for (const headers of [{}, { RSC: "1" }, { RSC: "1", "Next-Router-Prefetch": "1" }]) {
      const answer = await stranger.get(path, { headers, maxRedirects: 0 });
      const all = JSON.stringify(answer.headersArray()) + (await answer.text());
      expect(all.includes(canary), `${path} ${JSON.stringify(headers)}`).toBe(false);
      expect(answer.headers()["cache-control"], path).toBe("no-store");
      if (!path.endsWith("/sign-in")) expect(answer.status(), path).not.toBe(200);
    }
  }
  await stranger.dispose();
});
