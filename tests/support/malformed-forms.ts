import fc from "fast-check";
import type { Fields } from "./action-calls.ts";
import type { ActionForm } from "./action-forms.ts";

/** What no id, number or choice of ours is: other types, operators of query languages, what breaks text or sizes. */
const nonsense = [
  "",
  " ",
  "null",
  "undefined",
  "true",
  "0",
  "-1",
  "1.5",
  "1e999",
  "NaN",
  "99999999999999999999",
  "١",
  "[object Object]",
  "[]",
  "{}",
  '{"not":null}',
  '{"$ne":null}',
  '{"gt":""}',
  '{"in":["x"]}',
  '{"set":"administrator"}',
  '{"connect":{"id":"x"}}',
  "$undefined",
  "$K1",
  "$@0",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-4fff-bfff-ffffffffffff",
  "'; drop table person; --",
  "../../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "a\0b",
  "\ud800",
  "\udc00 \ud800",
  "\u202egnp.exe",
  "🙂".repeat(100),
  `${"[".repeat(10_000)}`,
  `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  "a".repeat(1_000_000),
];

type Change = (fields: Fields, form: ActionForm, pick: number) => Fields;

const at = (names: readonly string[], pick: number) => names[pick % names.length] ?? "language";
const strictName = (form: ActionForm, pick: number) => at(Object.keys(form.strict), pick);
const replaced = (fields: Fields, name: string, value: string): Fields =>
  fields.map(([it, was]) => [it, it === name ? value : was]);
const renamed = (fields: Fields, name: string, to: string): Fields =>
  fields.map(([it, value]) => [it === name ? to : it, value]);

/** Each makes a form into one that has to be refused. */
const changes: readonly Change[] = [
  ...nonsense.map(
    (value): Change =>
      (fields, form, pick) =>
        replaced(fields, strictName(form, pick), value),
  ),
  (fields, form, pick) => fields.filter(([name]) => name !== strictName(form, pick)),
  (fields, form, pick) => [...fields, [strictName(form, pick), "again"]],
  ...["[$ne]", "[not]", ".not", "[]", "[0]", "[0][id]"].map(
    (suffix): Change =>
      (fields, form, pick) => {
        const name = strictName(form, pick);
        return renamed(fields, name, name + suffix);
      },
  ),
  ...["id", "actor", "role[set]", "data.role", "where.id", "mustChangePassword", "then", "toString", "0"].map(
    (name): Change =>
      (fields) => [...fields, [name, "administrator"]],
  ),
  (fields) => [...fields, ["extra", "a".repeat(2_000_000)]],
  (fields) => [...fields, ...Array.from({ length: 10_001 }, (_, index) => [`x${index}`, ""] as const)],
  () => [],
];

/** A form of an action that no page sends and that has to be refused, whoever sends it. */
export function malformed(form: ActionForm): fc.Arbitrary<Fields> {
  const whole: Fields = [...Object.entries(form.strict), ...Object.entries(form.loose)];
  return fc
    .array(fc.tuple(fc.constantFrom(...changes), fc.nat(1_000)), { minLength: 1, maxLength: 3 })
    .map((made) => made.reduce<Fields>((fields, [change, pick]) => change(fields, form, pick), whole));
}

/** A text as bytes, with lone surrogates written as if they were characters (WTF-8): no valid UTF-8. */
export function brokenUtf8(text: string): Buffer {
  const parts = text.split(/([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/);
  return Buffer.concat(
    parts.map((part) => {
      const code = part.charCodeAt(0);
      const isLone = part.length === 1 && code >= 0xd800 && code <= 0xdfff;
      return isLone
        ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f)])
        : Buffer.from(part);
    }),
  );
}
