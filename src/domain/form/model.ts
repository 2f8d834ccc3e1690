import { z } from "zod";
import { caseFileFields } from "#domain/case-file/case-file.ts";
import { CurrencyCode } from "#domain/case-file/currency.ts";
import { FacilityCode } from "#domain/case-file/events.ts";
import { FactId, Gap, SourceId } from "#domain/case-file/fact.ts";
import { CountryCode } from "#domain/case-file/person.ts";
import { ArticleCode } from "#domain/case-file/prosecutions.ts";
import { LanguageTag, WebAddress } from "#domain/case-file/sources.ts";
import { Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { PlainText } from "#domain/plain-text.ts";

/** What a single input holds. `code` is a short text of some fixed form, such as the part of an article. */
export type LeafKind =
  | "id"
  | "text"
  | "code"
  | "address"
  | "day"
  | "number"
  | "flag"
  | "facility"
  | "article"
  | "country"
  | "currency"
  | "language"
  | "source"
  | "prosecution";

export type FormField = { key: string; model: FormModel; isOptional: boolean };

/** One kind of an entry whose fields depend on it. */
export type Variant = { value: string; fields: readonly FormField[] };

/** What a form asks for, derived from the schema of what it makes. Plain data: it goes to the browser. */
export type FormModel =
  | { kind: LeafKind }
  /** One of some words, or (`choices`) any number of them. */
  | { kind: "choice" | "choices"; values: readonly string[] }
  /** A text in three languages; a date with the words of its source. */
  | { kind: "localized" | "date" }
  /** A value, or *no*, or *not known*. */
  | { kind: "gapped"; value: FormModel }
  | { kind: "object"; fields: readonly FormField[] }
  /** An object whose fields depend on its field `by`. */
  | { kind: "variants"; by: string; variants: readonly Variant[] }
  | { kind: "list"; item: FormModel };

// Schemas that are known by what they are: of what else a string may be, a form would know no better input than a line.
const known: ReadonlyMap<unknown, FormModel> = new Map<unknown, FormModel>([
  [LocalizedText, { kind: "localized" }],
  [PartialDate, { kind: "date" }],
  [Edtf, { kind: "day" }],
  [PlainText, { kind: "text" }],
  [WebAddress, { kind: "address" }],
  [FacilityCode, { kind: "facility" }],
  [ArticleCode, { kind: "article" }],
  [CountryCode, { kind: "country" }],
  [CurrencyCode, { kind: "currency" }],
  [LanguageTag, { kind: "language" }],
  [SourceId, { kind: "source" }],
  // The only fact that others name by its id; a thing's own id is told by its key.
  [FactId, { kind: "prosecution" }],
]);

/** The form of a schema. Throws a TypeError for one that there is no input for. */
export function modelOf(schema: unknown): FormModel {
  const leaf = known.get(schema);
  if (leaf !== undefined) return leaf;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return modelOf(schema.unwrap());
  if (schema instanceof z.ZodEnum) return { kind: "choice", values: schema.options.map(String) };
  if (schema instanceof z.ZodLiteral) return { kind: "choice", values: [...schema.values].map(String) };
  if (schema instanceof z.ZodNumber) return { kind: "number" };
  if (schema instanceof z.ZodBoolean) return { kind: "flag" };
  if (schema instanceof z.ZodString) return { kind: "code" };
  if (schema instanceof z.ZodArray) {
    const item = modelOf(schema.element);
    return item.kind === "choice" ? { kind: "choices", values: item.values } : { kind: "list", item };
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return variantsOf(schema);
  if (schema instanceof z.ZodUnion) {
    const [value, gap] = schema.options;
    if (gap === Gap && schema.options.length === 2) return { kind: "gapped", value: modelOf(value) };
  }
  if (schema instanceof z.ZodObject) return { kind: "object", fields: fieldsOf(schema.shape) };
  throw new TypeError("the form has no input for a schema of this kind");
}

/** The fields of a form for the keys of an object, in their order. */
export function fieldsOf(shape: Readonly<Record<string, unknown>>): FormField[] {
  return Object.entries(shape).map(([key, schema]) => ({
    key,
    model: key === "id" ? { kind: "id" } : modelOf(schema),
    isOptional: schema instanceof z.ZodOptional,
  }));
}

function variantsOf(schema: z.ZodDiscriminatedUnion): FormModel {
  const by = schema.def.discriminator;
  const variants = schema.options.map((option) => {
    if (!(option instanceof z.ZodObject)) throw new TypeError("a variant is no object");
    const shape: Readonly<Record<string, unknown>> = option.shape;
    const value = shape[by];
    if (!(value instanceof z.ZodLiteral)) throw new TypeError("a variant has no name");
    return { value: String(value.value), fields: fieldsOf(shape).filter(({ key }) => key !== by) };
  });
  return { kind: "variants", by, variants };
}

/** The form of a whole file: every key of it but the schema's version. */
export const caseFileForm: readonly FormField[] = fieldsOf(caseFileFields).filter(
  ({ key }) => key !== "schemaVersion",
);

/** The fields of an object's form: of the variant that it is, where that decides; none where it is of no variant yet. */
export function fieldsFor(model: FormModel, node: Readonly<Record<string, unknown>>): readonly FormField[] {
  if (model.kind === "object") return model.fields;
  if (model.kind !== "variants") return [];
  return model.variants.find(({ value }) => value === node[model.by])?.fields ?? commonFields(model.variants);
}

/** What every variant asks for. */
function commonFields(variants: readonly Variant[]): readonly FormField[] {
  const [first, ...rest] = variants;
  return (first?.fields ?? []).filter(({ key }) =>
    rest.every(({ fields }) => fields.some((field) => field.key === key)),
  );
}

/** Whether what a model makes is a fact or an entry: something with an id of its own. */
export function hasId(model: FormModel): boolean {
  const fields =
    model.kind === "object" ? model.fields : model.kind === "variants" ? commonFields(model.variants) : [];
  return fields.some(({ key }) => key === "id");
}

/** Whether it is a fact: a value or a gap, on a basis. */
export function isFactModel(model: FormModel): boolean {
  return hasId(model) && model.kind === "object" && model.fields.some(({ key }) => key === "value");
}

/** Whether an object is asked for in one go, as a term is: it is there as soon as one of its fields is filled in. */
export function isInline(model: FormModel): boolean {
  return (
    model.kind === "object" &&
    model.fields.every(
      ({ key, model: { kind } }) =>
        key !== "id" && (kind === "number" || kind === "text" || kind === "choice"),
    )
  );
}
