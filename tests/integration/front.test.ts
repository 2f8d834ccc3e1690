import { readlinkSync, rmSync } from "node:fs";
import { readFile, stat, utimes, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { securityHeaders } from "#front/headers.ts";
import { type Front, serve } from "#front/serve.ts";
import { ask, askRaw } from "../support/ask.ts";
import { createFakeNext, type FakeNext } from "../support/fake-next.ts";
import { createFixtureEdition, type FixtureEdition } from "../support/fixture-edition.ts";
import { writtenDuring } from "../support/written.ts";

let edition: FixtureEdition;
let front: Front;
let next: FakeNext;
let rendered: string[] = [];
let nextIsDown = false;
let renderingIsHeld: Promise<void> = Promise.resolve();

beforeAll(async () => {
  edition = await createFixtureEdition();
  next = createFakeNext(async (path) => {
    rendered.push(path);
    await renderingIsHeld;
    if (nextIsDown) throw new Error(`cannot reach the database for ${path}`);
    return edition.render(path);
  });
  front = await serve({
    port: 0,
    editionLink: edition.link,
    siteUrl: "http://127.0.0.1",
    renderer: next,
  });
  return async () => {
    await front.close();
    next.remove();
    await edition.remove();
  };
});

afterEach(() => {
  rendered = [];
  nextIsDown = false;
});

const get = (path: string, headers: Record<string, string> = {}) => ask(front.port, path, { headers });

describe("a finished page", () => {
  it("is answered without rendering, in the form that the reader takes", async () => {
    const plain = await get("/be/people/1");
    expect(plain.status).toBe(200);
    expect(plain.body.toString()).toContain("be: first.");
    expect(plain.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(plain.headers["content-length"]).toBe(String(plain.body.length));
    expect(plain.headers.vary).toBe("Accept-Encoding");
    expect(plain.headers["content-encoding"]).toBeUndefined();

    const brotli = await get("/be/people/1", { "accept-encoding": "gzip, deflate, br" });
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    const gzip = await get("/be/people/1", { "accept-encoding": "gzip" });
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(gzip.body)).toEqual(plain.body);
    expect(new Set([plain, brotli, gzip].map((it) => it.headers.etag)).size).toBe(3);
    expect(rendered).toEqual([]);
  });

  it("has no script in any form", async () => {
    expect((await get("/be/people/1")).body.toString()).not.toMatch(/<script|__next/);
  });

  it("may be kept for a minute", async () => {
    expect((await get("/be")).headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
  });

  it("is not sent again to whom has it", async () => {
    const { headers } = await get("/be/people/1", { "accept-encoding": "br" });
    const again = await get("/be/people/1", {
      "accept-encoding": "br",
      "if-none-match": `W/"x", ${headers.etag}`,
    });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers.etag).toBe(headers.etag);
    expect(again.headers["cache-control"]).toBe(headers["cache-control"]);
    expect(again.headers["content-security-policy"]).toBeDefined();
    const otherForm = await get("/be/people/1", { "if-none-match": headers.etag ?? "" });
    expect(otherForm.status).toBe(200);
  });

  it("answers HEAD with the same headers and nothing else", async () => {
    const head = await ask(front.port, "/be/people/1", { method: "HEAD" });
    const { headers } = await get("/be/people/1");
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    expect({ ...head.headers, date: "" }).toEqual({ ...headers, date: "" });
  });

  it("ignores a query where the page takes none", async () => {
    const asked = await get("/be/people/1?utm_source=x");
    expect(asked.status).toBe(200);
    expect(rendered).toEqual([]);
  });

  it("is the answer, too, when a form's fields are all empty", async () => {
    expect((await get("/be/search?q=")).status).toBe(200);
    expect((await get("/be/people?custody=&page=1")).status).toBe(200);
    expect(rendered).toEqual([]);
  });

  it("has an address with a dot in it", async () => {
    expect((await get("/ru/articles/koap-19.11")).body.toString()).toContain("ru: an article");
  });
});

describe("what another process publishes or takes down", () => {
  it("shows at once", async () => {
    expect((await get("/en/people/1")).body.toString()).toContain("en: first.");
    await edition.publisher.reveal(async () => edition.write("/people/1", "corrected"));
    for (const encoding of ["identity", "gzip", "br"]) {
      const { body, headers } = await get("/en/people/1", { "accept-encoding": encoding });
      const bytes =
        encoding === "br" ? brotliDecompressSync(body) : encoding === "gzip" ? gunzipSync(body) : body;
      expect(bytes.toString()).toContain("en: corrected.");
      expect(headers["content-encoding"] ?? "identity").toBe(encoding);
    }
    edition.write("/people/1", "first");
    await edition.publisher.drain();
  });

  it("shows even when size and time of change are the same", async () => {
    const file = `${edition.link}/en/people/1/versions/index.html`;
    const old = await readFile(file);
    const { mtime } = await stat(file);
    await get("/en/people/1/versions");
    await writeFile(file, old.toString().replaceAll("versions", "snoisrev"));
    await utimes(file, mtime, mtime);
    expect((await get("/en/people/1/versions")).body.toString()).toContain("snoisrev of the first");
    await writeFile(file, old);
  });

  it("is never a page with another page's compressed copy", async () => {
    // A copy that is missing, as between two steps of a writing: the page itself is sent, and not kept so.
    rmSync(`${edition.link}/be/people/1/versions/index.html.br`);
    const without = await get("/be/people/1/versions", { "accept-encoding": "br" });
    expect(without.headers["content-encoding"]).toBeUndefined();
    edition.write("/people/1/versions", "versions of the first");
    await edition.publisher.drain();
    const mended = await get("/be/people/1/versions", { "accept-encoding": "br" });
    expect(mended.headers["content-encoding"]).toBe("br");
  });

  it("may be a whole new edition", async () => {
    const before = readlinkSync(edition.link);
    edition.write("/people", "people anew");
    await edition.publisher.makeWhole();
    expect(readlinkSync(edition.link)).not.toBe(before);
    expect((await get("/be/people")).body.toString()).toContain("be: people anew.");
  });
});

describe("other files of the edition", () => {
  it("are kept for ever when their name changes with their content", async () => {
    const css = await get("/_next/static/chunks/site.css", { "accept-encoding": "br" });
    expect(css.status).toBe(200);
    expect(css.headers["content-type"]).toBe("text/css; charset=utf-8");
    expect(css.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await get("/_next/static/chunks/paper.svg")).headers["content-type"]).toBe("image/svg+xml");
  });

  it("are the sitemap, robots.txt and the icon", async () => {
    expect((await get("/sitemap.xml")).headers["content-type"]).toBe("application/xml; charset=utf-8");
    expect((await get("/robots.txt")).body.toString()).toContain("Sitemap: http://127.0.0.1/sitemap.xml");
    expect((await get("/favicon.svg")).headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
  });
});

describe("the beginning of the site", () => {
  it.each([
    [{}, "/be"],
    [{ "accept-language": "en-GB,en;q=0.9,ru;q=0.3" }, "/en"],
    [{ "accept-language": "pl,ru;q=0.3" }, "/ru"],
  ])("leads to the reader's language: %o", async (headers, location) => {
    for (const path of ["/", "/?x=y"]) {
      const answer = await get(path, headers);
      expect(answer.status).toBe(307);
      expect(answer.headers.location).toBe(location);
      expect(answer.headers.vary).toBe("Accept-Language");
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });
});

describe("addresses that are written otherwise", () => {
  it.each([
    ["/be/", "/be"],
    ["/be/people/", "/be/people"],
    ["//be//people", "/be/people"],
    ["/BE/people", "/be/people"],
    ["/be/people/index.html", "/be/people"],
    ["/index.html", "/"],
    ["/be/%70eople", "/be/people"],
    ["/be/people/?page=2", "/be/people?page=2"],
    ["/be/people/7/", "/be/people/7"],
  ])("%s leads to %s", async (path, location) => {
    const answer = await get(path);
    expect(answer.status).toBe(308);
    expect(answer.headers.location).toBe(location);
  });

  it.each(["/be/nothing/", "//example.org/", "/BE/nothing", "//example.org/%2e%2e"])(
    "%s is unknown",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.location).toBeUndefined();
    },
  );
});

describe("addresses that there are not", () => {
  it.each([
    ["/be/people/99", "be"],
    ["/ru/people/1/versions/2", "ru"],
    ["/en/nothing", "en"],
    ["/en/errors/404", "en"],
    ["/en/errors/410", "en"],
    ["/be/404.html", "be"],
    ["/be/people/7x", "be"],
    ["/be/people/01", "be"],
    ["/be/editors", "be"],
    ["/be/editor.rsc", "be"],
    ["/be/editor/drafts.rsc", "be"],
    ["/be/editor/x.segments/_tree.segment.rsc", "be"],
    ["/xx/editor", "be"],
    ["/api/auth/sign-in/email", "be"],
    ["/_next/data/x/be/editor.json", "be"],
    ["/__nextjs_original-stack-frames", "be"],
    ["/_next/static/chunks/editor-0_a~1.js.map", "be"],
    ["/_next/static/secret.json", "be"],
    ["/_next/static/chunks/../../../package.json", "be"],
    ["/_next/static/chunks/..%2f..%2fserver%2fapp.js", "be"],
    ["/be/index.html.gz", "be"],
    ["/be/people/index.html.br", "be"],
    ["/be/people/7/gone/gone", "gone"],
    ["/xx", "be"],
    ["/favicon.ico", "be"],
    ["/_next/static/chunks/x.js", "be"],
    ["/_next/image?url=%2Ffavicon.svg&w=64&q=75", "be"],
    ["/be/%2e%2e/%2e%2e/etc/passwd", "be"],
    ["/../../etc/passwd", "be"],
    ["/be/..%2f..%2f..%2fetc%2fpasswd", "be"],
    ["/be/people%00", "be"],
    ["/be/people/%", "be"],
    ["/be\\..\\ru", "be"],
    [`/be/${"a/".repeat(400)}`, "be"],
    [`/be/${"a".repeat(190)}`, "be"],
  ])("%s", async (path, language) => {
    const answer = await get(path);
    if (language === "gone") {
      expect(answer.status).toBe(410);
      return;
    }
    expect(answer.status).toBe(404);
    expect(answer.body.toString()).toContain(`<html lang="${language}">`);
    expect(answer.body.toString()).toContain(`${language}: 404.`);
  });

  it("speak the reader's language where the path has none", async () => {
    expect((await get("/xx", { "accept-language": "ru" })).body.toString()).toContain("ru: 404.");
  });

  it("are kept by no cache then, which would not know the language", async () => {
    expect((await get("/xx")).headers["cache-control"]).toBe("no-store");
  });

  it("are not kept long", async () => {
    expect((await get("/be/nothing")).headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
  });

  it.each(["/be/people\0", "/be/\x01", "/be/../ru", "/be/людзі", "/be/a b"])("%j as bytes", async (path) => {
    const answer = await askRaw(front.port, `GET ${path} HTTP/1.1\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 40[04] /);
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
  });
});

describe("a withdrawn person", () => {
  it.each(["/be/people/7", "/be/people/7/versions", "/be/people/7/versions/1", "/be/people/7/anything"])(
    "%s is gone",
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(410);
      expect(answer.body.toString()).toContain("be: 410.");
      expect(answer.headers["cache-control"]).toBe("public, max-age=60, must-revalidate");
    },
  );
});

describe("a page that was taken down to be made again", () => {
  it("says so until it is there", async () => {
    let during = await get("/ru/facilities/ik-4");
    expect(during.status).toBe(200);
    const { remade } = await edition.publisher.conceal(
      async () => ({ addresses: ["/facilities/ik-4"] }),
      async () => {
        during = await get("/ru/facilities/ik-4");
      },
    );
    expect(during.status).toBe(503);
    expect(during.headers["retry-after"]).toBe("60");
    expect(during.headers["cache-control"]).toBe("no-store");
    expect(during.body.toString()).toContain("ru: 503.");
    await remade;
    expect((await get("/ru/facilities/ik-4")).status).toBe(200);
  });
});

describe("pages with a query", () => {
  it("are rendered, stripped and kept nowhere", async () => {
    const answer = await get("/be/people?sex=female&page=2", { "accept-encoding": "br" });
    expect(answer.status).toBe(200);
    expect(rendered).toEqual(["/be/people?sex=female&page=2"]);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["content-encoding"]).toBe("br");
    const html = brotliDecompressSync(answer.body).toString();
    expect(html).toContain("be: people");
    expect(html).not.toContain("<script");
  });

  it.each([
    "/be/people?sex=unknown",
    "/be/people?colour=red",
    "/ru/updates?page=0",
    "/en/search?q=a&page=0",
    "/en/search?q=a&place=ik-99",
  ])("%s is a bad request, answered by the page", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(400);
    expect(answer.body.toString()).toContain(" with ");
  });

  it.each([
    "/en/search?q=a&q=b",
    `/be/search?q=${"x".repeat(300)}`,
    "/be/search?q=%25%5C",
    "/ru/search?q=x&place=ik-4",
  ])("%s is what somebody may type: no bad request", async (path) => {
    expect((await get(path)).status).toBe(200);
    expect(rendered).toEqual([path]);
  });

  it("answer HEAD", async () => {
    const head = await ask(front.port, "/be/search?q=x", { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  it("say that they cannot be made while Next or the database is down, and finished pages stay", async () => {
    nextIsDown = true;
    const answer = await get("/ru/search?q=x");
    expect(answer.status).toBe(503);
    expect(answer.body.toString()).toContain("ru: 503.");
    expect((await get("/ru/search")).status).toBe(200);
  });

  it("let only so many wait", async () => {
    const held = Promise.withResolvers<void>();
    renderingIsHeld = held.promise;
    let refused = 0;
    const many = Array.from({ length: 100 }, async () => {
      const { status } = await get("/be/search?q=x");
      if (status === 503) refused++;
      return status;
    });
    await vi.waitFor(() => expect(refused).toBe(32));
    held.resolve();
    const statuses = await Promise.all(many);
    expect(statuses.filter((it) => it === 200)).toHaveLength(68);
  });
});

describe("every answer", () => {
  const paths = ["/", "/be", "/be/", "/be/nothing", "/be/people/7", "/be/search?q=x", "/be/people?page=0"];
  const more = ["/robots.txt", "/_next/static/chunks/site.css", "/healthz", `/be?${"x".repeat(3_000)}`];

  it.each([...paths, ...more])(
    "%s carries the security headers, and says nothing of what serves it",
    async (path) => {
      const { headers } = await get(path);
      const list = securityHeaders("http://127.0.0.1");
      for (let at = 0; at < list.length; at += 2)
        expect(headers[list[at]?.toLowerCase() ?? ""]).toBe(list[at + 1]);
      expect(headers["referrer-policy"]).toBe("no-referrer");
      expect(headers["permissions-policy"]).toContain("interest-cohort=()");
      expect(headers["strict-transport-security"]).toBeUndefined();
      expect(headers.server).toBeUndefined();
      expect(headers["x-powered-by"]).toBeUndefined();
      expect(headers["set-cookie"]).toBeUndefined();
    },
  );

  it("asks browsers to stay with https where readers come by it", () => {
    expect(securityHeaders("https://example.org")).toContain("Strict-Transport-Security");
  });
});

describe("requests that are not for readers", () => {
  it.each(["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "PROPFIND"])(
    "%s is not allowed",
    async (method) => {
      const answer = await ask(front.port, "/be/people", { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe("GET, HEAD");
      expect(answer.headers["content-security-policy"]).toBeDefined();
    },
  );

  it("are refused when their address is too long, or their headers are", async () => {
    expect((await get(`/be/search?q=${"x".repeat(2_100)}`)).status).toBe(414);
    expect((await get("/be", { "x-long": "x".repeat(20_000) })).status).toBe(431);
  });

  it("are refused when they are no HTTP", async () => {
    const answer = await askRaw(front.port, "hello\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("Referrer-Policy: no-referrer");
  });

  it("hold nobody up when they come slowly", async () => {
    const slow = Array.from({ length: 50 }, () => connect(front.port, "127.0.0.1"));
    for (const socket of slow) socket.on("error", () => undefined).write("GET /be HTTP/1.1\r\nX-Slow: ");
    expect((await get("/be")).status).toBe(200);
    for (const socket of slow) socket.destroy();
  });

  it("may ask whether we are well", async () => {
    expect((await get("/healthz")).body.toString()).toBe("ok\n");
    expect((await get("/readyz")).status).toBe(200);
  });
});

describe("nothing of a reader is written down", () => {
  it("whatever they ask, and whatever fails", async () => {
    const written = await writtenDuring(async () => {
      await get("/be/people/1");
      await get("/be/nothing-4711");
      await get("/be/search?q=name-4711");
      nextIsDown = true;
      await get("/be/search?q=name-4711");
      await askRaw(front.port, "name-4711\r\n\r\n");
      await ask(front.port, "/name-4711", { method: "POST" });
    });
    expect(written).toEqual([]);
  });
});

describe("closing", () => {
  it("ends what was begun, and lets go of connections that wait", async () => {
    const own = await serve({
      port: 0,
      editionLink: edition.link,
      siteUrl: "https://example.org",
      renderer: {
        ...next,
        render: async (path) => {
          await new Promise((resolve) => setTimeout(resolve, 300));
          return { headers: {}, ...(await edition.render(path)) };
        },
      },
    });
    const idle = connect(own.port, "127.0.0.1");
    const begun = ask(own.port, "/be/search?q=x");
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = own.close();
    expect((await begun).status).toBe(200);
    await closing;
    idle.destroy();
    await expect(ask(own.port, "/be")).rejects.toThrow();
  });
});
