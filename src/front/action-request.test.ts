import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActionRequest } from "#front/action-request.ts";
import { type Fields, hiddenFields, multipart, reactFields } from "../../tests/support/action-calls.ts";

const id = "60".padEnd(42, "a");
const other = "60".padEnd(42, "b");
const known = new Set([id]);
const state = '{"outcome":"idle","problems":[],"typed":[["a","$$x"]]}';
const type = "multipart/form-data; boundary=----WebKitFormBoundaryabc";

/** A form as browsers write it. */
const body = (fields: Fields, line = "----WebKitFormBoundaryabc") => multipart(fields, line).body;

const hidden = hiddenFields(id, state);
const own: Fields = [
  ["language", "be"],
  ["events.e3.note.be", "two\nlines, “quoted”\0"],
  ["list", "1"],
  ["list", "2"],
];
const byReact = (fields: Fields, root = `[${state},"$K1"]`): Fields => [
  ...reactFields(fields, state).slice(0, -1),
  ["0", root],
];

function read(text: string | Buffer, headers: Record<string, string> = {}) {
  return readActionRequest({ "content-type": type, ...headers }, Buffer.from(text), known);
}

async function fieldsOf(bytes: Buffer, contentType = type): Promise<[string, FormDataEntryValue][]> {
  const response = new Response(new Uint8Array(bytes), { headers: { "content-type": contentType } });
  return [...(await response.formData())];
}

describe("a form as our pages send it", () => {
  it("is let through from a plain page, without the state", async () => {
    const result = read(body([...hidden, ...own]));
    if (!("body" in result)) throw new Error("refused");
    const before = await fieldsOf(Buffer.from(body([...hidden, ...own])));
    expect(await fieldsOf(result.body)).toEqual(
      before.map(([name, value]) => [name, name === "$ACTION_1:1" ? "[null]" : value]),
    );
  });

  it("may be any form of its page", () => {
    const fields = hidden.map(([name, value]) => [name.replace("1", "12"), value] as const);
    const result = read(body([...fields, ...own]));
    expect("body" in result && String(result.body)).toContain("[null]");
  });

  it("may say where its answer is to be shown", () => {
    const key = "p/be/editor/people?q=%D1%8F#form-problems";
    const fields = hidden.map(([name, value]) => [name, name === "$ACTION_KEY" ? key : value] as const);
    expect(read(body([...fields, ...own]))).toHaveProperty("body");
  });

  it.each([
    ["", own],
    [", with what a plain page has", [...hidden, ...own]],
    [", with nothing in it", []],
  ])("is let through from React, without the state%s", async (_, fields) => {
    const result = read(body(byReact(fields)), { "next-action": id });
    if (!("body" in result)) throw new Error("refused");
    const before = await fieldsOf(Buffer.from(body(byReact(fields))));
    expect(await fieldsOf(result.body)).toEqual(
      before.map(([name, value]) => [name, name === "0" ? '[null,"$K1"]' : value]),
    );
  });

  it("is let through whatever was typed, and however the browser parts it", async () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.:-]{0,20}$/);
    const value = fc.string({ unit: "binary", maxLength: 200 });
    const boundary = fc.stringMatching(/^-{2,27}[A-Za-z0-9]{8,30}$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value)), boundary, async (fields, line) => {
        const typed = fields.filter(([it]) => !/constructor|prototype/.test(it));
        const contentType = `multipart/form-data; boundary=${line}`;
        const sent = body([...hidden, ...typed], line);
        const result = read(sent, { "content-type": contentType });
        if (!("body" in result)) throw new Error("refused");
        const got = await fieldsOf(result.body, contentType);
        const before = await fieldsOf(Buffer.from(sent), contentType);
        expect(got.slice(4)).toEqual(before.slice(4));
        expect(got[2]).toEqual(["$ACTION_1:1", "[null]"]);
      }),
    );
  });
});

describe("a form of a build that runs no more", () => {
  it("is told apart", () => {
    const old = hidden.map(([name, value]) => [name, value.replace(id, other)] as const);
    expect(read(body(old))).toEqual({ problem: 409 });
    expect(read(body(byReact(own)), { "next-action": other })).toEqual({ problem: 409 });
  });
});

describe("what is no form of ours", () => {
  const without = (name: string) => hidden.filter(([it]) => it !== name);
  const instead = (name: string, value: string) =>
    hidden.map(([it, was]) => [it, it === name ? value : was] as const);

  it.each<[string, Fields]>([
    ["nothing", []],
    ["no action", own],
    ["no reference", without("$ACTION_REF_1")],
    ["no name of the action", without("$ACTION_1:0")],
    ["no state", without("$ACTION_1:1")],
    ["no key", without("$ACTION_KEY")],
    ["a name of another form", [...without("$ACTION_1:0"), ["$ACTION_2:0", `{"id":"${id}","bound":"$@1"}`]]],
    ["a state of another form", [...without("$ACTION_1:1"), ["$ACTION_2:1", "[null]"]]],
    ["two references", [...hidden, ["$ACTION_REF_2", ""]]],
    ["the same twice", [...hidden, ["$ACTION_1:0", `{"id":"${id}","bound":null}`]]],
    ["another way to name an action", [[`$ACTION_ID_${id}`, ""]]],
    ["both ways", [...hidden, [`$ACTION_ID_${id}`, ""]]],
    ["more bound values", [...hidden, ["$ACTION_1:2", "{}"]]],
    ["a stream", [...hidden, ["$ACTION_1:S1", "C"]]],
    ["a reference with a value", instead("$ACTION_REF_1", "x")],
    ["an id of another form", instead("$ACTION_1:0", '{"id":"toString","bound":"$@1"}')],
    ["a prototype's id", instead("$ACTION_1:0", '{"id":"__proto__","bound":"$@1"}')],
    ["no bound value", instead("$ACTION_1:0", `{"id":"${id}","bound":null}`)],
    ["another bound value", instead("$ACTION_1:0", `{"id":"${id}","bound":"$@2"}`)],
    ["more in the name", instead("$ACTION_1:0", `{"id":"${id}","bound":"$@1","then":"$1:a"}`)],
    ["no JSON", instead("$ACTION_1:0", "{")],
    ["a strange key", instead("$ACTION_KEY", "k12\u0000")],
    ["a key that leads out", instead("$ACTION_KEY", "phttps://example.org/")],
    ["React's fields without React", byReact(own)],
    ["a part of React's", [...hidden, ["0", "[]"]].slice(0, 4).concat([["$ACTION_2:1", "[]"]]) as Fields],
    ["a field that names a prototype", [...hidden, ["a.__proto__.b", "1"]]],
    ["a field that names a constructor", [...hidden, ["constructor", "1"]]],
    ["a field that names them in brackets", [...hidden, ["a[prototype]", "1"]]],
    ["a field with a name without end", [...hidden, ["a".repeat(201), "1"]]],
    ["a field without a name", [...hidden, ["", "1"]]],
    ["a field with a percent sign", [...hidden, ["a%22b", "1"]]],
    ["a field in other letters", [...hidden, ["імя", "1"]]],
    ["a field with NUL in its name", [...hidden, ["a\0", "1"]]],
  ])("is refused from a plain page: %s", (_, fields) => {
    expect(read(body(fields))).toEqual({ problem: 400 });
  });

  it.each<[string, Fields]>([
    ["nothing", []],
    ["no arguments", own.map(([name, value]) => [`_1_${name}`, value] as const)],
    ["two sets of arguments", [...byReact(own), ["0", '[{},"$K1"]']]],
    ["a plain field", [...byReact(own), ["a", "1"]]],
    ["another form", [...byReact(own), ["_2_a", "1"]]],
    ["an outlined value", [...byReact(own), ["1", "{}"]]],
    ["a stream", [...byReact(own), ["S1", "C"]]],
    ["a prototype's field", byReact([["__proto__", "1"]])],
    ["another form as the second argument", byReact(own, '[{},"$K2"]')],
    ["no form", byReact(own, "[{},{}]")],
    ["one argument", byReact(own, '["$K1"]')],
    ["no list", byReact(own, '{"0":{},"1":"$K1"}')],
    ["a forged action", [...byReact(own), ["_1_$ACTION_ID_x", ""]]],
  ])("is refused from React: %s", (_, fields) => {
    expect(read(body(fields), { "next-action": id })).toEqual({ problem: 400 });
  });

  it.each(["", "x", "toString", "__proto__", id.slice(1), `${id}0`, id.toUpperCase(), `${id}, ${id}`])(
    "is refused when the action's id is %j",
    (given) => {
      expect(read(body(byReact(own)), { "next-action": given })).toEqual({ problem: 400 });
    },
  );

  it.each([
    "",
    "text/plain",
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=",
    "multipart/form-data; boundary=----WebKitFormBoundaryab",
    'multipart/form-data; boundary="----WebKitFormBoundaryabc"',
    "multipart/form-data; boundary=----WebKitFormBoundaryabc; charset=utf-16",
    "Multipart/Form-Data; boundary=----WebKitFormBoundaryabc",
    "multipart/mixed; boundary=----WebKitFormBoundaryabc",
    `multipart/form-data; boundary=${"a".repeat(71)}`,
  ])("is refused when its type is %j", (given) => {
    expect(read(body([...hidden, ...own]), { "content-type": given })).toEqual({ problem: 400 });
    expect(read(`[${state},"$K1"]`, { "content-type": given, "next-action": id })).toEqual({ problem: 400 });
  });

  const whole = body([...hidden, ...own]);
  it.each([
    ["begins late", `x${whole}`],
    ["begins with a line", `\r\n${whole}`],
    ["has no end", whole.slice(0, -4)],
    ["goes on after its end", `${whole}x`],
    ["has lines of another kind", whole.replaceAll("\r\n", "\n")],
    ["has a file", whole.replace('name="list"', 'name="list"; filename="a.txt"')],
    ["has a type", whole.replace('name="list"', 'name="list"\r\nContent-Type: text/plain')],
    ["has an encoding", whole.replace('name="list"', 'name="list"\r\nContent-Transfer-Encoding: base64')],
    ["has another disposition", whole.replace("form-data; name", "attachment; name")],
    ["has a name without quotes", whole.replace('name="list"', "name=list")],
    ["has two names", whole.replace('name="list"', 'name="list"; name="x"')],
    ["has a coded name", whole.replace('name="list"', "name*=utf-8''list")],
    ["has a line that isn't quite its own", whole.replace("two", "\r\n------WebKitFormBoundaryabcd")],
    ["has a header without end", whole.replace('name="list"', `name="${"x".repeat(400)}"`)],
    ["has too many fields", body([...hidden, ...Array(20_001).fill(["a", ""])])],
  ])("is refused when it %s", (_, text) => {
    expect(read(text)).toEqual({ problem: 400 });
  });

  it("is refused, or read as any reader of forms reads it, however it is bent", async () => {
    const bytes = Buffer.from(whole);
    const change = fc.record({
      at: fc.nat(bytes.length),
      remove: fc.nat(8),
      insert: fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc
          .constantFrom("\r\n", "--", '"', "\r\n------WebKitFormBoundaryabc\r\n", ";", "$ACTION_", "\0")
          .map((it) => new TextEncoder().encode(it)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let bent = bytes;
        for (const { at, remove, insert } of changes) {
          bent = Buffer.concat([bent.subarray(0, at), insert, bent.subarray(at + remove)]);
        }
        const result = read(bent);
        if ("problem" in result) return;
        const fields = await fieldsOf(result.body);
        const call = fields.filter(([name]) => name.startsWith("$ACTION_"));
        expect(Object.fromEntries(call)).toEqual({
          ...Object.fromEntries(hidden),
          "$ACTION_1:1": "[null]",
          $ACTION_KEY: expect.stringMatching(/^k[0-9a-f]+$/),
        });
        expect(call).toHaveLength(4);
      }),
      { numRuns: 1_000 },
    );
  });
});
