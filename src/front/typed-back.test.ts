import { describe, expect, it } from "vitest";
import { typedIn, withTyped } from "#front/typed-back.ts";
import { hiddenFields, multipart } from "../../tests/support/action-calls.ts";

const read = (fields: readonly (readonly [string, string])[]) => {
  const { headers, body } = multipart(fields);
  return typedIn(headers["content-type"] ?? "", Buffer.from(body));
};

describe("what was typed in a form", () => {
  it("is each field that says something, in order", () => {
    const typed = [
      ["names.0.given", "Ганна"],
      ["note.be", "два\r\nрадкі"],
      ["list", "1"],
      ["list", "2"],
    ] as const;
    expect(read([...hiddenFields("60".padEnd(42, "a"), "{}"), ...typed, ["empty", " "]])).toEqual(
      typed.map(([name, value]) => ({ name, value })),
    );
  });

  it("is no password, and nothing that the page sends by itself", () => {
    const ids = ["draft", "person", "user"].map(
      (name) => [name, "3a5c0397-3c15-4e4b-b360-6ca2e2116e9d"] as const,
    );
    const passwords = ["password", "currentPassword", "newPasswordAgain"].map((name) => [name, "x"] as const);
    expect(read([...ids, ...passwords, ["language", "be"], ["base", "4"]])).toEqual([]);
  });

  it("is nothing where there is no form", () => {
    expect(typedIn("text/plain", Buffer.from("x"))).toEqual([]);
  });
});

describe("an error page", () => {
  const page = '<main><h1>x</h1><section id="typed" hidden=""><h2>Typed</h2></section></main>';

  it("shows it as text, to the letter", () => {
    const html = withTyped(page, [
      { name: "a", value: '</textarea><script>alert("1")</script> $& $1' },
      { name: '"><b>', value: "\nbegins with a line" },
    ]);
    expect(html).toContain('<section id="typed"><h2>Typed</h2>');
    expect(html).toContain(
      "\n&lt;/textarea&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; $&amp; $1</textarea>",
    );
    expect(html).toContain(">&quot;&gt;&lt;b&gt;</label>");
    expect(html).toContain(">\n\nbegins with a line</textarea>");
    expect(html).not.toMatch(/<script|<b>/);
  });

  it("stays as it is where it has no room for that", () => {
    expect(withTyped("<main></main>", [{ name: "a", value: "b" }])).toBe("<main></main>");
  });
});
