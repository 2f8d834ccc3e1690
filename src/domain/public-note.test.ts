import { expect, test } from "vitest";
import { z } from "zod";
import { LocalizedText } from "#domain/localized-text.ts";
import { checkPublicNote, publicNoteFields, publicNoteOf } from "#domain/public-note.ts";

const Note = z.strictObject(publicNoteFields).superRefine(checkPublicNote);

test("a note in three languages knows its original and what its translations are of", () => {
  const note = publicNoteOf(
    Note.parse({ "note.original": "be", "note.be": " Дададзена. ", "note.ru": "Добавлено.", "note.en": "" }),
  );
  expect(note).toEqual({ original: "be", be: "Дададзена.", ru: "Добавлено.", translates: expect.anything() });
  expect(LocalizedText.parse(note)).toEqual(note);
});

test("no words are no note, whatever the original would be", () => {
  expect(publicNoteOf(Note.parse({ "note.original": "en", "note.be": " " }))).toBeUndefined();
});

test.each([
  [{ "note.original": "en", "note.be": "Словы" }, "note.en", "original-missing"],
  [{ "note.be": "Словы" }, "note.original", "missing"],
])("a note whose original is missing is refused: %j", (fields, path, message) => {
  expect(Note.safeParse(fields).error?.issues).toMatchObject([{ path: [path], message }]);
});
