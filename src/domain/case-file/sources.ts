import { z } from "zod";
import { SourceId } from "#domain/case-file/fact.ts";
import { Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PlainText } from "#domain/plain-text.ts";

/** Where a document stands on the web. */
export const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);

/** BCP 47: `be`, `be-tarask`. */
export const LanguageTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/);

/** A document that facts rest on, as it is printed: title and publisher stay in their language. */
export const Source = z.strictObject({
  id: SourceId,
  title: PlainText,
  publisher: PlainText.optional(),
  author: PlainText.optional(),
  date: PartialDate.optional(),
  /** Of the document. */
  language: LanguageTag,
  address: WebAddress.optional(),
  archivedAddress: WebAddress.optional(),
  accessed: Edtf.optional(),
  /** SHA-256 of the document's bytes as we hold them. */
  fileHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  note: LocalizedText.optional(),
});
export type Source = z.infer<typeof Source>;
