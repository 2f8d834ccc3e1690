import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf, readForm, typedIn } from "#domain/form-state.ts";

const Note = z.strictObject({
  note: z.string().min(1, { error: "missing" }),
  day: z.string().regex(/^\d+$/),
  criteria: z.array(z.string()).optional(),
});

function formOf(...fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

describe("a form", () => {
  test("is read by its schema", () => {
    expect(readForm(Note, formOf(["note", "words"], ["day", "3"]))).toEqual({
      value: { note: "words", day: "3" },
    });
  });

  test("gives a list where a field is sent several times", () => {
    const form = formOf(["note", "words"], ["day", "3"], ["criteria", "a"], ["criteria", "b"]);
    expect(readForm(Note, form)).toEqual({ value: { note: "words", day: "3", criteria: ["a", "b"] } });
  });

  test("has its problems at their fields, by codes and never in zod's words", () => {
    expect(readForm(Note, formOf(["note", ""], ["day", "x"]))).toEqual({
      problems: [
        { field: "note", code: "missing" },
        { field: "day", code: "not-valid" },
      ],
    });
  });

  test("is refused with a field that its schema doesn't know", () => {
    const form = formOf(["note", "words"], ["day", "3"], ["role", "administrator"]);
    expect(readForm(Note, form)).toEqual({ problems: [{ code: "unknown-field" }] });
  });

  test("is refused with a file in it", () => {
    const form = formOf(["note", "words"], ["day", "3"], ["file", new Blob(["x"])]);
    expect(readForm(Note, form)).toEqual({ problems: [{ code: "not-valid" }] });
  });

  test("is refused where it has more fields than any of ours", () => {
    const form = formOf(...Array.from({ length: 10_001 }, (): [string, string] => ["day", "1"]));
    expect(readForm(Note, form)).toEqual({ problems: [{ code: "not-valid" }] });
  });

  test("is refused with what no database keeps", () => {
    const form = formOf(["note", "a\0b"], ["day", "3"]);
    expect(readForm(Note, form)).toEqual({ problems: [{ field: "note", code: "not-storable" }] });
  });

  test("without React's own fields is what was sent", () => {
    const form = formOf(["$ACTION_REF_1", ""], ["$ACTION_1:0", "{}"], ["note", "words"]);
    expect(fieldsOf(form)).toEqual([["note", "words"]]);
  });

  test("never sends a password back", () => {
    const form = formOf(["login", "anna"], ["password", "a"], ["newPassword", "b"], ["PASSWORD.2", "c"]);
    expect(typedIn(form)).toEqual([["login", "anna"]]);
  });

  test("whatever is in it, gives a value or problems", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }))),
        (fields) => {
          const read = readForm(
            z.record(z.string(), z.union([z.string(), z.array(z.string())])),
            formOf(...fields),
          );
          const text = JSON.stringify(read);
          expect("value" in read || read.problems.length > 0).toBe(true);
          expect(text.includes(String.raw`\u0000`) && "value" in read).toBe(false);
        },
      ),
    );
  });
});
