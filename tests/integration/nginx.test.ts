import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { languages } from "#domain/languages.ts";
import { type Front, serve } from "#front/serve.ts";
import { messagesIn } from "#i18n/messages.ts";
import { plainCall } from "../support/action-calls.ts";
import { type Answer, type Asked, ask } from "../support/ask.ts";
import { createFakeNext, type FakeNext, knownAction, pageOfNext } from "../support/fake-next.ts";
import { createFixtureEdition, type FixtureEdition } from "../support/fixture-edition.ts";
import { findNginx, type Nginx, startNginx } from "../support/nginx.ts";

const program = findNginx();
if (program === undefined) {
  console.warn(
    "nginx is not installed: its configuration is NOT tested in this run (apt-get install nginx-light).",
  );
}

const paths = [
  ["/", "/?x=y", "/be", "/ru/people", "/en/people/1", "/be/people/1/versions/1", "/be/articles/koap-19.11"],
  ["/be/people/1?utm_source=x", "/be/people?", "/be/people?page=2", "/ru/search?q=x", "/en/updates?page=0"],
  ["/be/search?q=", "/be/people?sex=unknown", "/be/deaths?page=3", "/be/facilities/ik-4?page=2"],
  ["/be/nothing", "/ru/people/99", "/en/errors/404", "/be/404.html", "/be/people/01", "/xx", "/be/editors"],
  ["/be/people/7", "/ru/people/7/versions", "/en/people/7/anything", "/be/people/77", "/be/people/7x"],
  [
    "/be/",
    "//be//people",
    "/BE/people",
    "/be/people/index.html",
    "/index.html",
    "/be/%70eople",
    "/be/people/?page=2",
  ],
  ["/be/../ru", "/be/%2e%2e/ru", "/be/..%2fru", "/be\\..\\ru"],
  [
    "/be/people/7/gone",
    "/be/facilities/ik-4/being-remade",
    "/be/index.html.gz",
    "/be/people/1/index.html.br",
  ],
  ["/robots.txt", "/sitemap.xml", "/favicon.svg", "/favicon.ico", "/robots.txt.gz", "/nothing.xml"],
  ["/_next/static/chunks/site.css", "/_next/static/chunks/paper.svg", "/_next/static/chunks/x.js"],
  [
    "/_next/static/chunks/none.css",
    "/_next/static/chunks/editor-0_a~1.js",
    "/_next/static/chunks/editor.css",
    "/_next/static/secret.json",
    "/be/editor/x.rsc",
    "/be/editor/",
    "/_next/static/../../x.css",
    "/_next/image?url=x",
    `/be/search?q=${"x".repeat(2_100)}`,
  ],
].flat();

const compared = [
  "content-type",
  "content-encoding",
  "cache-control",
  "vary",
  "location",
  "allow",
  "retry-after",
  "set-cookie",
  "last-modified",
  "accept-ranges",
  "content-security-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
  "permissions-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "strict-transport-security",
  "x-powered-by",
  "x-robots-tag",
];

describe.skipIf(program === undefined)("nginx with our configuration", () => {
  let edition: FixtureEdition;
  let front: Front;
  let next: FakeNext;
  let nginx: Nginx;

  beforeAll(async () => {
    edition = await createFixtureEdition();
    next = createFakeNext(edition.render);
    front = await serve({
      port: 0,
      editionLink: edition.link,
      siteUrl: "http://127.0.0.1",
      renderer: next,
    });
    nginx = await startNginx(program ?? "", edition.link, front.port);
  });
  afterAll(async () => {
    await nginx.stop();
    await front.close().catch(() => undefined);
    await edition.remove();
    next.remove();
  });

  /** What both servers say, as far as readers and caches can tell them apart. Brotli is the front's alone. */
  async function bothSay(path: string, options: Asked = {}) {
    const said = await Promise.all([ask(front.port, path, options), ask(nginx.port, path, options)]);
    return said.map((answer) => ({
      status: answer.status,
      headers: Object.fromEntries(compared.map((name) => [name, answer.headers[name]])),
      body: plainBody(answer),
    }));
  }

  describe.each(["identity", "gzip"])("asked for %s, answers as the front does:", (encoding) => {
    it.each(paths)("%s", async (path) => {
      const [byFront, byNginx] = await bothSay(path, { headers: { "accept-encoding": encoding } });
      // The front says nothing with these; nginx writes a line of its own.
      const bodiless = byFront?.body === "" && [307, 308, 405, 414].includes(byFront.status);
      expect({ ...byNginx, ...(bodiless && { body: "", headers: byFront?.headers }) }).toEqual(byFront);
    });
  });

  it.each(["/be/%2e%2e/%2e%2e/etc/passwd", "/../etc/passwd", "/be/people%00"])(
    "takes %s for no request at all",
    async (path) => {
      const answer = await ask(nginx.port, path);
      expect(answer.status).toBe(400);
      expect(answer.headers["content-security-policy"]).toContain("default-src 'none'");
    },
  );

  it.each(["POST", "PUT", "OPTIONS", "DELETE"])("lets nobody %s", async (method) => {
    const [byFront, byNginx] = await bothSay("/be/people", { method });
    expect(byNginx?.status).toBe(405);
    expect(byNginx?.headers.allow).toBe(byFront?.headers.allow);
    expect(byNginx?.headers["content-security-policy"]).toBe(byFront?.headers["content-security-policy"]);
  });

  describe("for editors", () => {
    const form = plainCall(knownAction, [["language", "be"]]);
    const origin = "http://127.0.0.1";
    afterEach(() => next.forget());

    it.each(["/be/editor", "/ru/editor/drafts/0a-B_c/review?to=%2Fx"])("asks the front: %s", async (path) => {
      const cookies = {
        "set-cookie": ["a=1; HttpOnly", "b=2"],
        "content-security-policy": "script-src 'nonce-x'",
      };
      next.answerWith(async () => pageOfNext("a page", { headers: cookies }));
      const [byFront, byNginx] = await bothSay(path, { headers: { cookie: "session=1" } });
      expect(byNginx).toEqual(byFront);
      expect(byNginx?.headers["set-cookie"]).toEqual(cookies["set-cookie"]);
      expect(byNginx?.headers["content-security-policy"]).toBe("script-src 'nonce-x'");
      expect(byNginx?.headers["cache-control"]).toBe("no-store");
      expect(next.forwarded.map((it) => [it.path, it.headers.cookie])).toEqual([
        [path, "session=1"],
        [path, "session=1"],
      ]);
    });

    it("hands forms on, from this site's pages", async () => {
      const send = (headers: Record<string, string>, path = "/be/editor") =>
        bothSay(path, { method: "POST", headers: { ...form.headers, ...headers }, body: form.body });
      const [byFront, byNginx] = await send({ origin });
      expect(byNginx?.status).toBe(200);
      expect(byNginx).toEqual(byFront);
      next.forget();
      for (const headers of [{}, { origin: "null" }, { origin: "https://example.org" }]) {
        const [refused, refusedToo] = await send(headers);
        expect(refusedToo?.status).toBe(403);
        expect(refusedToo).toEqual(refused);
      }
      const [elsewhere, elsewhereToo] = await send({ origin }, "/be/editor/");
      expect(elsewhereToo?.status).toBe(405);
      expect(elsewhereToo?.headers.allow).toBe(elsewhere?.headers.allow);
      expect(next.forwarded).toEqual([]);
    });

    it("says where a request comes from, whatever it says itself", async () => {
      await ask(nginx.port, "/be/editor", { headers: { "x-forwarded-for": "203.0.113.7" } });
      expect(next.forwarded[0]?.headers["x-kartateka-address"]).toBe("127.0.0.1");
    });

    it.each(["PUT", "OPTIONS", "DELETE"])("lets nobody %s", async (method) => {
      const [byFront, byNginx] = await bothSay("/be/editor", { method, headers: { origin } });
      expect(byNginx?.status).toBe(405);
      expect(byNginx?.headers.allow).toBe("GET, HEAD, POST");
      expect(byFront?.headers.allow).toBe("GET, HEAD, POST");
    });

    it("writes nothing of theirs to the disk", async () => {
      const text = "needle4711 ".repeat(400_000);
      const large = plainCall(knownAction, [["text", text]]);
      const open: string[] = [];
      next.answerWith(async () => {
        open.push(...(await nginx.openFiles()));
        return pageOfNext(text);
      });
      const options = { method: "POST", headers: { ...large.headers, origin }, body: large.body };
      const asked = ask(nginx.port, "/be/editor", options);
      for (let looks = 0; looks < 20; looks++) open.push(...(await nginx.openFiles()));
      expect((await asked).status).toBe(200);
      expect(open).toEqual([]);
    });

    it("lets the front say what is too large", async () => {
      const large = plainCall(knownAction, [["text", "a".repeat(5 * 1024 * 1024)]]);
      const [byFront, byNginx] = await bothSay("/ru/editor", {
        method: "POST",
        headers: { ...large.headers, origin },
        body: large.body,
      });
      expect(byNginx?.status).toBe(413);
      expect(byNginx).toEqual(byFront);
    });

    it("says kindly that the front isn't there", async () => {
      const alone = await startNginx(program ?? "", edition.link, 9);
      try {
        const page = await ask(alone.port, "/ru/editor");
        expect(page.status).toBe(503);
        expect(page.body.toString()).toContain("ru: 503.");
        for (const language of languages) {
          const sent = await ask(alone.port, `/${language}/editor`, {
            method: "POST",
            headers: { ...form.headers, origin },
            body: form.body,
          });
          const { title, text } = messagesIn(language).errors.failed;
          expect(sent.status).toBe(503);
          expect(sent.headers["content-type"]).toBe("text/plain; charset=utf-8");
          expect(sent.body.toString()).toBe(`${title}. ${text}`);
        }
      } finally {
        await alone.stop();
      }
    });
  });

  it("answers HEAD with the same headers and nothing else", async () => {
    for (const path of ["/be/people/1", "/be/nothing", "/be/search?q=x"]) {
      const [byFront, byNginx] = await bothSay(path, { method: "HEAD" });
      expect(byNginx).toEqual(byFront);
      expect(byNginx?.body).toBe("");
    }
  });

  it("doesn't send a page again to whom has it", async () => {
    const { headers } = await ask(nginx.port, "/be/people/1", { headers: { "accept-encoding": "gzip" } });
    const again = await ask(nginx.port, "/be/people/1", {
      headers: { "accept-encoding": "gzip", "if-none-match": headers.etag ?? "" },
    });
    expect(again.status).toBe(304);
    expect(again.headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
  });

  it("shows at once what is taken down and made again", async () => {
    const address = "/facilities/ik-4";
    expect((await ask(nginx.port, `/be${address}`)).status).toBe(200);
    const { remade } = await edition.publisher.conceal(
      async () => ({ addresses: [address] }),
      async () => {
        const [byFront, byNginx] = await bothSay(`/be${address}`, { headers: { "accept-encoding": "gzip" } });
        expect(byNginx?.status).toBe(503);
        expect(byNginx).toEqual(byFront);
        edition.write(address, "the colony anew");
      },
    );
    await remade;
    const [byFront, byNginx] = await bothSay(`/be${address}`, { headers: { "accept-encoding": "gzip" } });
    expect(byNginx?.body).toContain("the colony anew");
    expect(byNginx).toEqual(byFront);
  });

  it("writes down nothing of what readers look for, found or not", async () => {
    const alone = await startNginx(program ?? "", edition.link, 9);
    try {
      for (const { port } of [nginx, alone]) {
        await ask(port, "/be/search?q=telling-word");
        await ask(port, "/telling-word?q=telling-word");
        await ask(port, `/be/people/1?${"telling-word".repeat(200)}`);
      }
      expect((await nginx.written()) + (await alone.written())).not.toContain("telling-word");
    } finally {
      await alone.stop();
    }
  });

  it("serves finished pages without the front, and says of the others that they come later", async () => {
    const alone = await startNginx(program ?? "", edition.link, 9);
    try {
      expect((await ask(alone.port, "/ru/people/1")).status).toBe(200);
      expect((await ask(alone.port, "/ru/people/7")).status).toBe(410);
      const later = await ask(alone.port, "/ru/search?q=x");
      expect(later.status).toBe(503);
      expect(later.headers["cache-control"]).toBe("no-store");
      expect(later.body.toString()).toContain("ru: 503.");
    } finally {
      await alone.stop();
    }
  });
});

function plainBody({ headers, body }: Answer): string {
  if (body.length === 0) return "";
  const encoding = headers["content-encoding"];
  return (
    encoding === "gzip" ? gunzipSync(body) : encoding === "br" ? brotliDecompressSync(body) : body
  ).toString();
}
