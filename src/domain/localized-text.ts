import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";
import { Language, languages } from "#domain/languages.ts";
import { PlainText } from "#domain/plain-text.ts";

/**
 * A text in up to three languages. `original` says in which it was written; each translation keeps in
 * `translates` the hash of the original that it translates, so that one which the original has left
 * behind is known. The original itself is always there.
 */
export const LocalizedText = z
  .strictObject({
    original: Language,
    be: PlainText.optional(),
    ru: PlainText.optional(),
    en: PlainText.optional(),
    translates: z.partialRecord(Language, z.string().regex(/^[0-9a-f]{12}$/)).optional(),
  })
  .superRefine((text, context) => {
    if (text[text.original] === undefined) {
      context.addIssue({
        code: "custom",
        path: [text.original],
        message: "the original is missing",
        params: { code: "no-original" },
      });
    }
    for (const language of languages) {
      const isTranslation = language !== text.original && text[language] !== undefined;
      if (isTranslation !== (text.translates?.[language] !== undefined)) {
        context.addIssue({
          code: "custom",
          path: ["translates", language],
          message: "each translation, and nothing else, names the original that it translates",
          params: { code: "translation-of-nothing" },
        });
      }
    }
  });
export type LocalizedText = z.infer<typeof LocalizedText>;

/** Hash of an original that its translations keep: 12 hex digits of SHA-256 over its NFC form. */
export function originalHash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text.normalize("NFC")))).slice(0, 12);
}

/** Languages whose translation was made from another original than today's. */
export function outdatedTranslations(text: LocalizedText): Language[] {
  const today = originalHash(text[text.original] ?? "");
  return languages.filter(
    (language) => text.translates?.[language] !== undefined && text.translates[language] !== today,
  );
}

/** What a reader of `language` is shown, and the language that it is in: the original where no translation is. */
export function textIn(text: LocalizedText, language: Language): { text: string; lang: Language } {
  const translated = text[language];
  if (translated !== undefined) return { text: translated, lang: language };
  return { text: text[text.original] ?? "", lang: text.original };
}
