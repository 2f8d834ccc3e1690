import { z } from "zod";
import { entryFields, fact } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PlainText } from "#domain/plain-text.ts";

export const sexes = ["female", "male"] as const;
export type Sex = (typeof sexes)[number];

export const categories = [
  "activist",
  "artist",
  "blogger",
  "businessperson",
  "civil-servant",
  "cultural-worker",
  "human-rights-defender",
  "journalist",
  "lawyer",
  "medic",
  "politician",
  "protester",
  "student",
  "teacher",
  "trade-unionist",
  "worker",
] as const;
export type Category = (typeof categories)[number];

/** Set when the person is recorded under a pseudonym or a first name only: the real name is then never stored. */
export const ProtectedIdentity = fact(z.literal("yes"));

export const SexFact = fact(z.enum(sexes));

export const Birth = z.strictObject({
  date: fact(PartialDate).optional(),
  place: fact(LocalizedText).optional(),
});

/** ISO 3166-1 alpha-2. */
export const CountryCode = z.string().regex(/^[A-Z]{2}$/);

export const Citizenship = z.strictObject({ ...entryFields, country: CountryCode });

export const Residence = z.strictObject({
  ...entryFields,
  place: LocalizedText,
  period: PartialDate.optional(),
});

export const Occupation = z.strictObject({
  ...entryFields,
  title: LocalizedText,
  employer: LocalizedText.optional(),
  period: PartialDate.optional(),
});

export const PersonCategory = z.strictObject({ ...entryFields, category: z.enum(categories) });

export const Portrait = z.strictObject({
  ...entryFields,
  /** File name in the portraits' folder, named by the hash of its bytes. */
  file: z.string().regex(/^[0-9a-f]{16}\.(?:jpg|png|webp|avif)$/),
  width: z.int().positive(),
  height: z.int().positive(),
  description: LocalizedText,
  provenance: LocalizedText,
  licence: PlainText,
});
