import { z } from "zod";
import { CurrencyCode } from "#domain/case-file/currency.ts";
import { entryFields, fact } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";

export const sentenceTypes = [
  "imprisonment",
  "open-facility",
  "home-confinement",
  "arrest",
  "suspended",
  "fine",
  "psychiatric-treatment",
] as const;
export type SentenceType = (typeof sentenceTypes)[number];

/** Regimes of a colony, and of a prison (Criminal Code, Art. 57). */
export const regimes = ["general", "reinforced", "strict", "special", "prison", "colony-settlement"] as const;

/** A term in years, months and days as the court gave it; nothing is converted. */
export const Term = z
  .strictObject({
    years: z.int().positive().optional(),
    months: z.int().positive().optional(),
    days: z.int().positive().optional(),
  })
  .refine((term) => term.years !== undefined || term.months !== undefined || term.days !== undefined, {
    error: "a term needs years, months or days",
    params: { code: "empty-term" },
  });
export type Term = z.infer<typeof Term>;

/** Code of an article in the registry's reference data: `342-2`, or `koap-19.11` for the administrative code. */
export const ArticleCode = z.string().regex(/^(?:koap-)?[0-9]+(?:[.-][0-9]+)*$/);

/** One punishment of a sentence; a court may give several at once. */
export const Punishment = z.strictObject({
  ...entryFields,
  type: z.enum(sentenceTypes),
  term: Term.optional(),
  regime: z.enum(regimes).optional(),
  amount: z.number().positive().optional(),
  currency: CurrencyCode.optional(),
  note: LocalizedText.optional(),
});
export type Punishment = z.infer<typeof Punishment>;

/** One criminal case. Every fact in it has an id of its own, so that one of them can be withheld without the rest. */
export const Prosecution = z.strictObject({
  ...entryFields,
  /** The charge in the source's words where no article can be named. */
  charge: fact(LocalizedText).optional(),
  articles: z.array(
    z.strictObject({
      ...entryFields,
      code: ArticleCode,
      part: z
        .string()
        .regex(/^[1-9]$/)
        .optional(),
    }),
  ),
  court: fact(LocalizedText).optional(),
  judge: fact(LocalizedText).optional(),
  prosecutor: fact(LocalizedText).optional(),
  inAbsentia: fact(z.literal("yes")).optional(),
  verdictDate: fact(PartialDate).optional(),
  sentence: z.array(Punishment),
  appeal: fact(LocalizedText).optional(),
});
export type Prosecution = z.infer<typeof Prosecution>;
