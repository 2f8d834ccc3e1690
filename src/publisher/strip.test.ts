import { readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { describe, expect, it } from "vitest";
import { strip } from "#publisher/strip.ts";

const fromNext = readFileSync("tests/support/fixtures/next-page.html", "utf8");

function page(body: string, head = ""): string {
  return `<!DOCTYPE html><html lang="be"><head><meta charSet="utf-8"/>${head}<title>t</title></head><body>${body}</body></html>`;
}

describe("a page as Next renders it", () => {
  const { html, resources } = strip(fromNext);

  it("has nine scripts beside the JSON-LD block, which is what this test is about", () => {
    expect(fromNext.match(/<script/g)).toHaveLength(10);
  });

  it("keeps no script but the JSON-LD block, nor what only scripts use", () => {
    expect(html.match(/<script[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
    expect(html).not.toMatch(/preload" as="script|modulepreload|__next_f|<!--|data-precedence|<div hidden/);
    expect(html).not.toContain("\\u003c");
  });

  it("keeps everything else, text joined where markers stood", () => {
    expect(html).toContain('<h1 id="x">Hello 12 and &lt;b&gt; &#x27;&quot;</h1>');
    expect(html).toContain('{"a":"x"}');
    expect(html).toContain('<linearGradient id="a"></linearGradient>');
    expect(html).toContain("<details open>");
    expect(html).toMatch(/^<!DOCTYPE html><html lang="be"><head><meta charset="utf-8">/);
  });

  it("says what the page loads", () => {
    expect(resources).toEqual([
      "/icon.svg",
      "/_next/static/chunks/19wyhom1_kakc.css",
      "/icon.svg?icon.1v-4kjw7ubqon.svg",
    ]);
  });

  it("is valid HTML", async () => {
    const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"] }));
    const report = await validator.validateString(html);
    const rules = report.results.flatMap((result) => result.messages.map((message) => message.ruleId));
    // The form of the fixture has no button.
    expect(rules).toEqual(["wcag/h32"]);
  });

  it("gives the same when it is stripped again", () => {
    expect(strip(html).html).toBe(html);
  });
});

describe("harmless pages", () => {
  it.each([
    ["a link elsewhere", '<a href="https://example.org/?a=1&amp;b=2">x</a>'],
    ["a link to a letter", '<a href="mailto:a@example.org">x</a>'],
    ["what somebody searched for", '<input name="q" value="javascript:alert(1) onload=&quot;"/>'],
    ["an inline image", '<img alt="" src="data:image/svg+xml,%3Csvg%3E"/>'],
    ["a colon in a query", '<a href="/be/people?page=2&amp;x=a:b">x</a>'],
    ["a form of ours", '<form action="/be/search"><button type="submit">x</button></form>'],
    ["JSON-LD with escaped markup", '<script type="application/ld+json">{"a":"\\u003c/script>"}</script>'],
  ])("let %s through", (_, body) => {
    expect(() => strip(page(body))).not.toThrow();
  });
});

describe("pages that are refused", () => {
  it.each([
    ["a handler", '<p onclick="x()">x</p>'],
    ["a handler in capitals", '<p ONCLICK="x()">x</p>'],
    ["a handler in SVG", '<svg onload="x()"></svg>'],
    ["a javascript: link", '<a href="javascript:x()">x</a>'],
    ["a javascript: link with a tab", '<a href="java\tscript:x()">x</a>'],
    ["a javascript: link with an escape", '<a href="javascript&#58;x()">x</a>'],
    ["a javascript: link after a space", '<a href=" JavaScript:x()">x</a>'],
    ["a data: link", '<a href="data:text/html,x">x</a>'],
    ["a form that runs", '<form action="javascript:x()"></form>'],
    ["a button's own address", '<button formAction="https://example.org/">x</button>'],
    ["a form that goes elsewhere", '<form action="https://example.org/"></form>'],
    ["a protocol-relative image", '<img alt="" src="//example.org/x.png"/>'],
    ["another host's image", '<img alt="" src="https://example.org/x.png"/>'],
    ["another host's image, with backslashes", '<img alt="" src="/\\example.org/x.png"/>'],
    ["a frame", '<iframe src="/be"></iframe>'],
    ["a page in an attribute", '<p srcDoc="x">x</p>'],
    ["an object", '<object data="/x"></object>'],
    ["a base", '<base href="https://example.org/"/>'],
    ["a refresh", '<meta http-equiv="refresh" content="0"/>'],
    ["an inline style, which the policy refuses", '<p style="color:red">x</p>'],
    ["a style element", "<style>p{color:red}</style>"],
    [
      "an SVG animation, which could set a link",
      '<svg><set attributeName="href" to="javascript:x()"></set></svg>',
    ],
    ["content in a template that a script would move", '<template id="B:0"></template>'],
    ["pending content", "<!--$?--><p>x</p><!--/$-->"],
    ["content that failed on the server", "<!--$!--><p>x</p><!--/$-->"],
    ["another comment", "<!--[if IE]><p>x</p><![endif]-->"],
    ["an unquoted attribute", "<p onclick=x()>x</p>"],
    ["a single-quoted attribute", "<p onclick='x()'>x</p>"],
    ["markup in an attribute", '<p title="</p><script>x()</script>">x</p>'],
    ["an attribute given twice", '<a href="/be" HREF="javascript:x()">x</a>'],
    ["a slash between attributes", '<p/onclick="x()">x</p>'],
    ["an open tag at the end", '<p title="x'],
    ["a script without an end", "<script>x()"],
    ["JSON-LD that ends too early", '<script type="application/ld+json">{"a":"<!--<script>"}</script>'],
    ["JSON-LD that is not JSON", '<script type="application/ld+json">x()</script>'],
    ["CDATA", "<svg><![CDATA[x]]></svg>"],
    ["Next's own error page", page("").replace("<html", '<html id="__next_error__"')],
  ])("%s", (_, body) => {
    expect(() => strip(page(body))).toThrow();
  });

  it.each([
    '<link rel="stylesheet" href="https://example.org/x.css"/>',
    '<link rel="preconnect" href="https://example.org"/>',
    '<link rel="dns-prefetch" href="//example.org"/>',
    '<link rel="prefetch" href="/be"/>',
  ])("%s", (head) => {
    expect(() => strip(page("", head))).toThrow();
  });
});

describe("what is taken out without a word", () => {
  it.each([
    "<script>x()</script>",
    '<script src="https://example.org/x.js" async=""></script>',
    '<script type="module">x()</script>',
    "<SCRIPT>x()</script>",
    '<script type="application/ld+json" src="/x.js">{}</script>',
    "<!-- --><!--$--><!--/$-->",
  ])("%s", (body) => {
    expect(strip(page(body)).html).toBe(strip(page("")).html);
  });
});
