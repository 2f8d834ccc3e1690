import { connect } from "node:net";
import { Readable } from "node:stream";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { editorHeaders } from "#front/headers.ts";
import { mostFormBytes } from "#front/request-body.ts";
import { type Front, serve } from "#front/serve.ts";
import { messagesIn } from "#i18n/messages.ts";
import { type ActionCall, multipart, plainCall, reactCall } from "../support/action-calls.ts";
import { ask, askRaw } from "../support/ask.ts";
import { createFakeNext, type FakeNext, knownAction, pageOfNext } from "../support/fake-next.ts";
import { createFixtureEdition, type FixtureEdition } from "../support/fixture-edition.ts";
import { writtenDuring } from "../support/written.ts";

let edition: FixtureEdition;
let next: FakeNext;
let front: Front;
const siteUrl = "http://127.0.0.1:4711";
const policy = "default-src 'none'; script-src 'nonce-abc' 'strict-dynamic'";

beforeAll(async () => {
  edition = await createFixtureEdition();
  next = createFakeNext(edition.render);
  front = await serve({ port: 0, editionLink: edition.link, siteUrl, renderer: next });
  return async () => {
    await front.close();
    next.remove();
    await edition.remove();
  };
});

afterEach(() => next.forget());

const get = (path: string, headers: Record<string, string> = {}) => ask(front.port, path, { headers });

const plain = plainCall(knownAction, [["language", "be"]]);
const byReact = reactCall(knownAction, [["language", "be"]]);

/** Sends a form from a page of this site. */
function post(path: string, { headers = {}, body }: ActionCall = plain) {
  return ask(front.port, path, { method: "POST", headers: { origin: siteUrl, ...headers }, body });
}

/** The same with other headers. */
function postWith(path: string, headers: Record<string, string>) {
  return post(path, { headers: { ...plain.headers, ...headers }, body: plain.body });
}

/** A plain form of exactly so many bytes. */
function formOf(bytes: number): ActionCall {
  const empty = plainCall(knownAction, [["text", ""]]);
  return plainCall(knownAction, [["text", "a".repeat(bytes - empty.body.length)]]);
}

function expectEditorsHeaders(headers: Record<string, unknown>, pagePolicy?: string) {
  const list = editorHeaders(siteUrl, pagePolicy);
  for (let at = 0; at < list.length; at += 2) {
    expect(headers[list[at]?.toLowerCase() ?? ""], list[at]).toBe(list[at + 1]);
  }
}

describe("an editors' page", () => {
  it.each(["/be/editor", "/ru/editor/drafts/0a1b-2c_D/review", "/en/editor/people?q=a&q=b"])(
    "%s is Next's, as it is",
    async (path) => {
      next.answerWith(async () =>
        pageOfNext("<script nonce='abc'>1</script>", { headers: { "content-security-policy": policy } }),
      );
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.body.toString()).toBe("<script nonce='abc'>1</script>");
      expect(next.forwarded.map((it) => [it.method, it.path])).toEqual([["GET", path]]);
      expectEditorsHeaders(answer.headers, policy);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["x-robots-tag"]).toBe("noindex, nofollow");
      expect(answer.headers["content-security-policy"]).toBe(policy);
    },
  );

  it("may run no script where Next gave it no nonce", async () => {
    const { headers } = await get("/be/editor");
    expect(headers["content-security-policy"]).toContain("script-src 'none'");
  });

  it("comes as it is made", async () => {
    const rest = Promise.withResolvers<string>();
    next.answerWith(async () => ({
      ...pageOfNext(""),
      body: Readable.from(
        (async function* () {
          yield "begun ";
          yield await rest.promise;
        })(),
      ),
    }));
    const socket = connect(front.port, "127.0.0.1");
    let got = "";
    socket.on("data", (chunk: Buffer) => {
      got += chunk.toString();
    });
    socket.write("GET /be/editor HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    await vi.waitFor(() => expect(got).toContain("begun"));
    rest.resolve("and ended");
    await vi.waitFor(() => expect(got).toContain("and ended"));
    socket.destroy();
  });

  it("answers HEAD", async () => {
    const head = await ask(front.port, "/be/editor", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(next.forwarded[0]?.method).toBe("HEAD");
  });

  it("may set cookies and lead elsewhere", async () => {
    const cookies = ["a=1; Path=/; HttpOnly", "b=2; Path=/"];
    next.answerWith(async () =>
      pageOfNext("", { status: 307, headers: { location: "/be/editor/sign-in", "set-cookie": cookies } }),
    );
    const answer = await get("/be/editor");
    expect(answer.status).toBe(307);
    expect(answer.headers.location).toBe("/be/editor/sign-in");
    expect(answer.headers["set-cookie"]).toEqual(cookies);
    expect(answer.headers["cache-control"]).toBe("no-store");
  });

  it("says nothing of Next's own", async () => {
    next.answerWith(async () =>
      pageOfNext("", {
        headers: {
          "x-powered-by": "Next.js",
          "x-nextjs-cache": "HIT",
          "x-middleware-rewrite": "/x",
          link: "</_next/x.woff2>; rel=preload",
          "cache-control": "s-maxage=31536000",
          vary: "rsc",
          server: "x",
        },
      }),
    );
    const { headers } = await get("/be/editor");
    for (const name of ["x-powered-by", "x-nextjs-cache", "x-middleware-rewrite", "link", "vary", "server"])
      expect(headers[name], name).toBeUndefined();
    expect(headers["cache-control"]).toBe("no-store");
  });

  it.each(["PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])("lets nobody %s", async (method) => {
    const answer = await ask(front.port, "/be/editor", { method, headers: { origin: siteUrl } });
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD, POST");
    expect(next.forwarded).toEqual([]);
  });

  it.each([
    ["/BE/editor", "/be/editor"],
    ["/be/editor/", "/be/editor"],
    ["/be//editor/drafts", "/be/editor/drafts"],
    ["/be/%65ditor?x=1", "/be/editor?x=1"],
  ])("%s leads to %s", async (path, location) => {
    const answer = await get(path);
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe(location);
    expect(next.forwarded).toEqual([]);
  });

  it("is told in words, in its language, when it isn't there or Next isn't", async () => {
    next.answerWith(async () => pageOfNext("Next's own words", { status: 404 }));
    const unknown = await get("/ru/editor/nothing");
    expect(unknown.status).toBe(404);
    expect(unknown.body.toString()).toContain("ru: 404.");
    for (const answer of [
      () => Promise.reject(new Error("no Next")),
      async () => pageOfNext("a stack", { status: 500 }),
      async () => pageOfNext("", { status: 503 }),
    ]) {
      next.answerWith(answer);
      const failed = await get("/en/editor");
      expect(failed.status).toBe(503);
      expect(failed.body.toString()).toContain("en: 503.");
      expect(failed.headers["cache-control"]).toBe("no-store");
      expect(failed.headers["x-robots-tag"]).toBe("noindex, nofollow");
      expect(failed.headers["retry-after"]).toBe("60");
    }
  });

  it("that nobody waits for any more isn't waited for", async () => {
    const socket = connect(front.port, "127.0.0.1");
    const given = new Promise<AbortSignal>((resolve) => {
      next.answerWith((request) => {
        resolve(request.signal);
        return new Promise(() => undefined);
      });
    });
    socket.write("GET /be/editor HTTP/1.1\r\nHost: x\r\n\r\n");
    const signal = await given;
    socket.destroy();
    await vi.waitFor(() => expect(signal.aborted).toBe(true));
  });

  it("is refused when there are too many at once", async () => {
    const held = Promise.withResolvers<void>();
    next.answerWith(async () => {
      await held.promise;
      return pageOfNext("late");
    });
    const many = Array.from({ length: 128 }, () => get("/be/editor"));
    await vi.waitFor(() => expect(next.forwarded).toHaveLength(128), { timeout: 20_000 });
    expect((await get("/be/editor")).status).toBe(503);
    held.resolve();
    expect(new Set((await Promise.all(many)).map((it) => it.status))).toEqual(new Set([200]));
  });
});

describe("what Next trusts", () => {
  it("is not taken from outside", async () => {
    await get("/be/editor", {
      "x-middleware-subrequest": "src/proxy:src/proxy",
      "x-middleware-prefetch": "1",
      "x-middleware-override-headers": "cookie",
      "x-nextjs-data": "1",
      "x-matched-path": "/en",
      "x-now-route-matches": "1",
      "next-resume": "1",
      "x-prerender-revalidate": "x",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
      "x-forwarded-for": "203.0.113.7",
      forwarded: "for=203.0.113.7",
      "x-real-ip": "203.0.113.7",
      "x-action-forwarded": "1",
      "x-kartateka-address": "203.0.113.8",
      "next-action": "7".repeat(42),
      "content-security-policy": "script-src *",
      "user-agent": "A browser",
      referer: "http://127.0.0.1/be/editor/drafts",
      host: "evil.example",
      cookie: "session=1",
      "accept-language": "be",
      accept: "text/html",
    });
    expect(next.forwarded[0]?.headers).toEqual({
      host: "127.0.0.1:4711",
      "x-kartateka-address": "203.0.113.7",
      cookie: "session=1",
      "accept-language": "be",
      accept: "text/html",
    });
  });

  it("stands in no query either", async () => {
    await get("/be/editor/people?q=%D1%8F&nxtPlocale=ru&nxtIx=1&__nextLocale=x&to=%2Fbe%2Feditor");
    expect(next.forwarded[0]?.path).toBe("/be/editor/people?q=%D1%8F&to=%2Fbe%2Feditor");
    await get("/be/editor?%E0%A4%A=%");
    expect(next.forwarded[1]?.path).toBe("/be/editor?%EF%BF%BD%25A=%25");
  });

  it.each([
    [{}, "127.0.0.1"],
    [{ "x-forwarded-for": "2001:db8::1" }, "2001:db8::1"],
    [{ "x-forwarded-for": "203.0.113.7, 198.51.100.2" }, "198.51.100.2"],
    [{ "x-forwarded-for": "::ffff:198.51.100.2" }, "198.51.100.2"],
    [{ "x-forwarded-for": "198.51.100.2, unknown" }, "127.0.0.1"],
    [{ "x-forwarded-for": "" }, "127.0.0.1"],
  ])("is told the address that a request comes from: %o", async (headers, address) => {
    await get("/be/editor", headers);
    expect(next.forwarded[0]?.headers["x-kartateka-address"]).toBe(address);
  });
});

describe("Next's client", () => {
  const tree = encodeURIComponent(
    JSON.stringify([
      "",
      { children: [["locale", "be", "d", null], { children: ["editor", { children: ["__PAGE__", {}] }] }] },
      null,
      "refetch",
      1,
    ]),
  );

  it("may ask for a part of a page, kept by nobody", async () => {
    next.answerWith(async () =>
      pageOfNext("1:{}", { headers: { "content-type": "text/x-component", "x-nextjs-stale-time": "300" } }),
    );
    const headers = {
      rsc: "1",
      "next-router-prefetch": "1",
      "next-router-segment-prefetch": "/_tree",
      "next-router-state-tree": tree,
      "next-url": "/be/editor",
    };
    const answer = await get("/be/editor?_rsc=1x2y3", headers);
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toBe("text/x-component");
    expect(answer.headers["x-nextjs-stale-time"]).toBe("300");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(next.forwarded[0]?.path).toBe("/be/editor?_rsc=1x2y3");
    expect(next.forwarded[0]?.headers).toMatchObject(headers);
  });

  it("gets Next's own answer when there is no such page", async () => {
    next.answerWith(async () =>
      pageOfNext("0:x", { status: 404, headers: { "content-type": "text/x-component" } }),
    );
    const answer = await get("/be/editor/x", { rsc: "1" });
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toBe("0:x");
  });

  it.each([
    [{ rsc: "2" }],
    [{ rsc: "1", "next-router-state-tree": "%" }],
    [{ rsc: "1", "next-router-state-tree": "x" }],
    [{ rsc: "1", "next-router-state-tree": "[]" }],
    [{ rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":1}]') }],
    [{ rsc: "1", "next-router-state-tree": encodeURIComponent(`["",{}${",null".repeat(5)}]`) }],
    [{ rsc: "1", "next-router-state-tree": tree.padEnd(12_100, "%20") }],
    [{ "next-router-prefetch": "yes" }],
    [{ rsc: "1", "next-router-prefetch": "2" }],
    [{ "next-router-segment-prefetch": "../x" }],
    [{ "next-url": "http://example.org" }],
  ])("never asks like this: %o", async (headers) => {
    const answer = await get("/en/editor", headers);
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain("en: 400.");
    expect(next.forwarded).toEqual([]);
  });

  it("has no effect on what readers get", async () => {
    const plain = await get("/be/people/1");
    const asked = await get("/be/people/1?_rsc=x", { rsc: "1", "next-router-prefetch": "1", cookie: "a=b" });
    expect(asked.status).toBe(200);
    expect(asked.body).toEqual(plain.body);
    expect(asked.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(next.forwarded).toEqual([]);
  });
});

describe("a form of editors", () => {
  it.each([
    ["plain", plain, "[null]"],
    ["React's", byReact, '[null,"$K1"]'],
  ])("is Next's when it comes from a page of this site: %s", async (_, call, state) => {
    for (const headers of [{}, { origin: "http://localhost:4711" }, { "sec-fetch-site": "same-origin" }]) {
      next.forget();
      const more = { cookie: "session=1", "x-action-forwarded": "1", rsc: "1", ...headers };
      const answer = await post("/be/editor", { headers: { ...call.headers, ...more }, body: call.body });
      expect(answer.status).toBe(200);
      const [asked] = next.forwarded;
      const body = asked?.body?.toString() ?? "";
      expect(asked?.method).toBe("POST");
      expect(body).toContain(`\r\n\r\n${state}\r\n`);
      expect(body).not.toContain("outcome");
      expect(asked?.headers).toEqual({
        host: "127.0.0.1:4711",
        origin: siteUrl,
        "x-kartateka-address": "127.0.0.1",
        "content-length": String(body.length),
        cookie: "session=1",
        ...call.headers,
      });
    }
  });

  it.each([
    ["foreign", { origin: "http://127.0.0.1:4712" }],
    ["foreign, by name", { origin: "https://example.org" }],
    ["foreign, alike", { origin: "http://127.0.0.1:4711.example.org" }],
    ["by another scheme", { origin: "https://127.0.0.1:4711" }],
    ["null", { origin: "null" }],
    ["empty", { origin: "" }],
    ["broken", { origin: "http://127.0.0.1:4711/" }],
    ["two", { origin: `${siteUrl}, https://example.org` }],
    ["by the browser's word", { origin: siteUrl, "sec-fetch-site": "cross-site" }],
  ])("is refused when its origin is %s", async (_, headers) => {
    const answer = await postWith("/ru/editor", headers);
    expect(answer.status).toBe(403);
    expect(answer.body.toString()).toContain("ru: 403.");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(next.forwarded).toEqual([]);
  });

  it("is refused when it has no origin", async () => {
    const answer = await ask(front.port, "/be/editor", { method: "POST", ...plain });
    expect(answer.status).toBe(403);
    expect(next.forwarded).toEqual([]);
  });

  it("has no second name on a site with one", async () => {
    const own = await serve({
      port: 0,
      editionLink: edition.link,
      siteUrl: "https://example.org",
      renderer: next,
    });
    const send = (origin: string) =>
      ask(own.port, "/be/editor", {
        method: "POST",
        headers: { ...plain.headers, origin },
        body: plain.body,
      });
    expect((await send("https://localhost")).status).toBe(403);
    expect((await send("http://example.org")).status).toBe(403);
    const taken = await send("https://example.org");
    expect(taken.status).toBe(200);
    expect(taken.headers["strict-transport-security"]).toBeDefined();
    expect(next.forwarded.map((it) => it.headers.host)).toEqual(["example.org"]);
    await own.close();
  });

  it("is sent to nobody else", async () => {
    for (const path of [
      "/be/people",
      "/be",
      "/",
      "/be/editors",
      "/be/editor/",
      "/xx/editor",
      "/api/auth/x",
    ]) {
      expect((await post(path)).status, path).toBe(405);
    }
    expect(next.forwarded).toEqual([]);
  });

  it("is refused when it is none, or one of another build", async () => {
    const none = await post("/ru/editor", { headers: { "content-type": "text/plain" }, body: "x" });
    expect(none.status).toBe(400);
    expect(none.body.toString()).toContain("ru: 400.");
    const old = await post("/ru/editor", plainCall("60".padEnd(42, "b"), []));
    expect(old.status).toBe(409);
    expect(old.body.toString()).toContain("ru: 409.");
    const oldByReact = await post("/ru/editor", reactCall("60".padEnd(42, "b"), []));
    expect(oldByReact.status).toBe(409);
    expect(oldByReact.headers["content-type"]).toBe("text/plain");
    expect(oldByReact.body.toString()).toBe(messagesIn("ru").errors.outdated.text);
    expect((await postWith("/ru/editor", { rsc: "1", "next-router-state-tree": "x" })).status).toBe(400);
    expect(next.forwarded).toEqual([]);
  });

  it("of another page is refused, in our words", async () => {
    for (const headers of [
      { "content-type": "text/plain", "x-nextjs-action-not-found": "1" },
      { "content-type": "application/json; charset=utf-8" },
    ]) {
      next.answerWith(async () => pageOfNext("{}", { headers }));
      for (const call of [plain, byReact]) {
        const answer = await post("/en/editor", call);
        expect(answer.status).toBe(400);
        expect(answer.body.toString()).not.toContain("{}");
      }
    }
  });

  it("that leads elsewhere, or nowhere, does so", async () => {
    next.answerWith(async () => ({
      ...pageOfNext("", {
        headers: { "x-action-redirect": "/be/editor;push", "content-type": "text/plain" },
      }),
    }));
    const led = await post("/be/editor", byReact);
    expect(led.status).toBe(200);
    expect(led.headers["x-action-redirect"]).toBe("/be/editor;push");
    next.answerWith(async () => pageOfNext("Next's own words", { status: 404 }));
    const lost = await post("/be/editor");
    expect(lost.status).toBe(404);
    expect(lost.body.toString()).toContain("be: 404.");
  });

  it("is refused with words when it is too large", async () => {
    expect((await post("/be/editor", formOf(mostFormBytes))).status).toBe(200);
    next.forget();
    const large = await post("/be/editor", formOf(mostFormBytes + 1));
    expect(large.status).toBe(413);
    expect(large.body.toString()).toContain("be: 413.");
    const sent = await post("/be/editor", reactCall(knownAction, [["text", "a".repeat(mostFormBytes)]]));
    expect(sent.status).toBe(413);
    expect(sent.headers["content-type"]).toBe("text/plain");
    expect(sent.body.toString()).toBe(messagesIn("be").errors.tooLarge.text);
    const announced = await askRaw(
      front.port,
      `POST /be/editor HTTP/1.1\r\nHost: x\r\nOrigin: ${siteUrl}\r\nContent-Length: 99999999999\r\n\r\n`,
    );
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    expect(next.forwarded).toEqual([]);
  });

  it("waits its turn when too much comes in at once", async () => {
    const held = Promise.withResolvers<void>();
    next.answerWith(async () => {
      await held.promise;
      return pageOfNext("late");
    });
    const full = formOf(mostFormBytes);
    const many = Array.from({ length: 12 }, () => post("/be/editor", full));
    await vi.waitFor(() => expect(next.forwarded).toHaveLength(12), { timeout: 20_000 });
    expect((await post("/be/editor", full)).status).toBe(500);
    held.resolve();
    expect(new Set((await Promise.all(many)).map((it) => it.status))).toEqual(new Set([200]));
    expect((await post("/be/editor", full)).status).toBe(200);
  });

  it("that fails is answered kindly", async () => {
    for (const [answer, status] of [
      [() => Promise.reject(new Error("no Next")), 503],
      [async () => pageOfNext("a stack", { status: 500 }), 500],
    ] as const) {
      next.answerWith(answer);
      const failed = await post("/en/editor");
      expect(failed.status).toBe(500);
      expect(failed.body.toString()).toContain("en: 500.");
      expect(failed.body.toString()).not.toContain("stack");
      const asked = await post("/en/editor", byReact);
      expect(asked.status).toBe(status);
      expect(asked.body.toString()).toBe(messagesIn("en").errors.failed.text);
    }
  });

  it("that cannot be taken is given back as it was typed, but to scripts and for passwords", async () => {
    const fields = [
      ["language", "ru"],
      ["note.ru", "Первая строка\nвторая <b>строка</b>"],
      ["password", "not to be shown"],
    ] as const;
    const old = await post("/ru/editor", plainCall("60".padEnd(42, "b"), fields));
    next.answerWith(async () => pageOfNext("", { status: 500 }));
    for (const answer of [old, await post("/ru/editor", plainCall(knownAction, fields))]) {
      const html = answer.body.toString();
      expect(html).toContain("\nПервая строка\r\nвторая &lt;b&gt;строка&lt;/b&gt;</textarea>");
      expect(html).not.toContain("not to be shown");
      expect(html).not.toContain(knownAction);
      expect(answer.headers["cache-control"]).toBe("no-store");
      expect(answer.headers["x-robots-tag"]).toBe("noindex, nofollow");
      expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
    }
    expect((await post("/ru/editor", reactCall(knownAction, fields))).body.toString()).not.toContain(
      "строка",
    );
    const foreign = { ...plainCall(knownAction, fields), method: "POST" };
    const refused = await ask(front.port, "/ru/editor", {
      ...foreign,
      headers: { ...foreign.headers, origin: "https://example.org" },
    });
    expect(refused.status).toBe(403);
    expect(refused.body.toString()).not.toContain("строка");
    expect((await get("/ru/editor")).body.toString()).not.toContain("typed");
  });

  it("is dealt with even when its sender goes away", async () => {
    const socket = connect(front.port, "127.0.0.1");
    const given = new Promise<AbortSignal>((resolve) => {
      next.answerWith(async (request) => {
        resolve(request.signal);
        await gone.promise;
        return pageOfNext("done");
      });
    });
    const gone = Promise.withResolvers<void>();
    const headers = { Host: "x", Origin: siteUrl, ...plain.headers, "Content-Length": plain.body.length };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /be/editor HTTP/1.1\r\n${lines.join("")}\r\n${plain.body}`);
    const signal = await given;
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(signal.aborted).toBe(false);
    gone.resolve();
  });
});

describe("scripts of editors' pages", () => {
  it("come from the build, for ever", async () => {
    const script = await get("/_next/static/chunks/editor-0_a~1.js", { "accept-encoding": "br" });
    expect(script.status).toBe(200);
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(script.headers["content-encoding"]).toBe("br");
    expect(script.headers["content-security-policy"]).toContain("script-src 'none'");
    expect(brotliDecompressSync(script.body).toString()).toContain("a script of editors");
    expect((await get("/_next/static/chunks/editor.css")).headers["content-type"]).toContain("text/css");
    expect(next.forwarded).toEqual([]);
  });
});

describe("nothing of an editor is written down", () => {
  it("whatever comes, and whatever fails", async () => {
    const written = await writtenDuring(async () => {
      await get("/be/editor", { "x-forwarded-for": "203.0.113.7" });
      next.answerWith(() => Promise.reject(new Error("203.0.113.7")));
      await get("/be/editor", { "x-forwarded-for": "203.0.113.7" });
      await postWith("/be/editor", { "x-forwarded-for": "203.0.113.7" });
      await postWith("/be/editor", { origin: "null" });
      await post("/be/editor", multipart([["name", "203.0.113.7"]]));
    });
    expect(written).toEqual([]);
  });
});
