import { z } from "zod";
import { Edtf } from "#domain/dates/partial-date.ts";
import { isRecord } from "#domain/json.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/**
 * Id of a fact: a letter or two and a number, with no meaning, since it stays visible where the fact is withheld.
 * "v" and a number is the note of a version, which can be withheld like a fact.
 */
export const FactId = z.string().regex(/^(?!v[0-9])[a-z]{1,2}[1-9][0-9]{0,5}$/);
export type FactId = z.infer<typeof FactId>;

/** Id of an entry in the file's own list of sources. */
export const SourceId = z.string().regex(/^s[1-9][0-9]{0,3}$/);
export type SourceId = z.infer<typeof SourceId>;

/** How a source carries a fact: it says so, we conclude it from its words, or we added it from public references. */
export const Manner = z.enum(["stated", "inferred", "reference"]);
export type Manner = z.infer<typeof Manner>;

/** Where a fact comes from, and the day up to which that source speaks. */
export const Basis = z.strictObject({
  source: SourceId,
  asOf: Edtf,
  manner: Manner.default("stated"),
  note: LocalizedText.optional(),
});
export type Basis = z.infer<typeof Basis>;

/** "It is known that not", and "it is not known". The third gap, *withheld*, exists in the public form only. */
export const gaps = ["no", "not-known"] as const;
export const Gap = z.enum(gaps);
export type Gap = z.infer<typeof Gap>;

/**
 * One fact: a value or a gap, what it rests on, and what other sources say against it.
 * A value and a "no" need a basis; *not known* may have none.
 */
export function fact<T extends z.ZodType>(value: T) {
  return z
    .strictObject({
      id: FactId,
      value: z.union([value, Gap]),
      basis: z.array(Basis),
      disputed: z
        .array(z.strictObject({ value: z.union([value, Gap]), basis: z.array(Basis).min(1) }))
        .min(1)
        .optional(),
    })
    .refine((it: unknown) => !lacksBasis(it), {
      error: "a fact needs a basis",
      path: ["basis"],
      params: { code: "no-source" },
    });
}

function lacksBasis(it: unknown): boolean {
  return isRecord(it) && it.value !== "not-known" && Array.isArray(it.basis) && it.basis.length === 0;
}

/** A fact as the file holds it, for code that does not care which one. */
export type Fact<T> = {
  id: FactId;
  value: T | Gap;
  basis: Basis[];
  disputed?: { value: T | Gap; basis: Basis[] }[] | undefined;
};

/** The fields that every entry of a list shares: one entry is one fact. */
export const entryFields = {
  id: FactId,
  basis: z.array(Basis).min(1),
};

/** Value of a fact when it is one, undefined for a gap or no fact. */
export function known<T>(it: Fact<T> | undefined): T | undefined {
  return it === undefined || it.value === "no" || it.value === "not-known" ? undefined : it.value;
}
