import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, canonicalText, contentHash, versionHash } from "#domain/canonical.ts";

describe("canonical JSON, by the examples of RFC 8785", () => {
  test("3.2.2: primitive values", () => {
    const input = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalText(input)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("3.2.3: properties are sorted by UTF-16 code units", () => {
    const input = JSON.parse(String.raw`{
      "\u20ac": "Euro Sign",
      "\r": "Carriage Return",
      "\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face",
      "\u0080": "Control",
      "\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    expect(Object.values(JSON.parse(canonicalText(input)))).toContain("One");
    const order = [...canonicalText(input).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(order).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test("3.2.4: the bytes are UTF-8", () => {
    const hex = Buffer.from(
      canonicalBytes(JSON.parse(String.raw`{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}`)),
    );
    expect(hex.toString("hex")).toBe(
      Buffer.from(String.raw`{"string":"€$\u000f\nA'B\"\\\\\"/"}`, "utf8").toString("hex"),
    );
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("appendix B: the number %s", (ieee754, text) => {
    expect(canonicalText(Buffer.from(ieee754, "hex").readDoubleBE())).toBe(text);
  });

  test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], ["\ud800"], [{ a: ["\udc00"] }]])(
    "%j cannot be written",
    (value) => {
      expect(() => canonicalText(value)).toThrow();
    },
  );

  test("reads back as the same value, whatever the order of its properties", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalText(value);
        expect(canonicalText(JSON.parse(text))).toBe(text);
        if (typeof value !== "object" || value === null || Array.isArray(value)) return;
        const reversed = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalText(reversed)).toBe(text);
      }),
    );
  });
});

test("the content hash is SHA-256 of the bytes", () => {
  expect(contentHash({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  expect(contentHash({ b: 1, a: 2 })).toBe(contentHash({ a: 2, b: 1 }));
});

describe("the hash of a version", () => {
  const note = { original: "en", en: "Corrected the date." } as const;
  const version = { content: contentHash({}), number: 2, previous: contentHash([]), publicNote: note };

  test("follows the scheme kartateka-1, which never changes", () => {
    expect(versionHash(version)).toBe(
      contentHash(
        JSON.parse(
          `{"scheme":"kartateka-1","content":"${version.content}","number":2,"previous":"${version.previous}","publicNote":{"original":"en","en":"Corrected the date."}}`,
        ),
      ),
    );
    expect(versionHash({ content: version.content, number: 1, previous: null, publicNote: null })).toBe(
      "72bf58a55a9b71f33aeb9b9d5a6114721c304fb854b138ee8a8dc29350a6cc04",
    );
  });

  test("covers the file, the number, the version before and the note", () => {
    const others = [
      { ...version, content: contentHash({ a: 1 }) },
      { ...version, number: 3 },
      { ...version, previous: null },
      { ...version, publicNote: null },
      { ...version, publicNote: { ...note, en: "Corrected the day." } },
    ];
    expect(new Set([version, ...others].map(versionHash)).size).toBe(6);
  });
});
