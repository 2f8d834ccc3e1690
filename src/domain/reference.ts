import { z } from "zod";
import { FacilityCode } from "#domain/case-file/events.ts";
import { ArticleCode } from "#domain/case-file/prosecutions.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import { Language } from "#domain/languages.ts";
import { PlainText } from "#domain/plain-text.ts";

/** A text of the reference data: always in all three languages. */
export const TrilingualText = z.strictObject({ be: PlainText, ru: PlainText, en: PlainText });
export type TrilingualText = z.infer<typeof TrilingualText>;

export const facilityTypes = [
  "ivs",
  "tsip",
  "ivs-tsip",
  "sizo",
  "kgb-sizo",
  "prison",
  "ik",
  "vk",
  "ikp",
  "liu",
  "iuot",
  "ltp",
  "arrest-house",
] as const;
export type FacilityType = (typeof facilityTypes)[number];

/** A place of detention, as of a day. */
export const Facility = z.strictObject({
  code: FacilityCode,
  type: z.enum(facilityTypes),
  number: z.string().nullable(),
  name: TrilingualText,
  settlement: TrilingualText,
  /** Street and house; null where the list has none or it must not be shown unverified. */
  address: TrilingualText.nullable(),
  postcode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  for: z.enum(["men", "women", "juveniles"]).nullable(),
  note: TrilingualText.nullable(),
  asOf: Edtf,
  /** Of the settlement, not of the facility; WGS 84. */
  coordinates: z.strictObject({ latitude: z.number(), longitude: z.number() }),
});
export type Facility = z.infer<typeof Facility>;

export const articleGroups = ["speech", "assembly", "security", "other"] as const;

/** An article of the Criminal Code or of the Code of Administrative Offences. */
export const Article = z.strictObject({
  code: ArticleCode,
  law: z.enum(["criminal-code", "administrative-code"]),
  group: z.enum(articleGroups),
  title: TrilingualText,
  /** Languages in which the title is our own translation. */
  translated: z.array(Language),
});
export type Article = z.infer<typeof Article>;

/** A total that another organisation gives, with its definition and its day. */
export const Figure = z.strictObject({
  id: z.string().regex(/^f[1-9]\d*$/),
  value: z.int().positive(),
  qualifier: z.enum(["exactly", "at-least", "more-than", "about"]),
  unit: z.literal("people"),
  definition: TrilingualText,
  asOf: Edtf,
  countedBy: TrilingualText.nullable(),
  source: z.strictObject({ title: PlainText, publisher: PlainText.nullable(), date: Edtf }),
  headline: z.boolean().default(false),
});
export type Figure = z.infer<typeof Figure>;
