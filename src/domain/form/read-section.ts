import { readTypedDate } from "#domain/dates/typed-date.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { type FieldTree, passOver, treeOf, unreadNames, valuesAt } from "#domain/form/field-tree.ts";
import { type FormField, type FormModel, fieldsFor, hasId, isInline } from "#domain/form/model.ts";
import { typedNumber, typedText } from "#domain/form/typed-text.ts";
import { isRecord } from "#domain/json.ts";
import { Language, languages } from "#domain/languages.ts";
import { originalHash } from "#domain/localized-text.ts";

type Reading = {
  /** The file that the form was made from: what it holds of entries that the form didn't open. */
  previous: DraftFile;
  /** The day of typing, `YYYY-MM-DD`, from which "yesterday" is told. */
  today: string;
};

/**
 * Reads the fields of a section's form into the keys of a file that it holds. What can't be read stays as it was typed;
 * the schema says later what is wrong with it. `unknown` are the names that no field of the section has. Never throws.
 */
export function readSection(
  form: readonly FormField[],
  fields: Iterable<readonly [name: string, value: string]>,
  { previous, today }: Reading,
): { part: Record<string, unknown>; unknown: string[] } {
  const { tree, tooDeep } = treeOf(fields);
  const part = readFields(form, tree, previous, today);
  return { part, unknown: [...tooDeep, ...unreadNames(tree)] };
}

function readFields(
  form: readonly FormField[],
  tree: FieldTree | undefined,
  previous: unknown,
  today: string,
): Record<string, unknown> {
  const before = isRecord(previous) ? previous : {};
  const values = form.map((field) => [
    field.key,
    readField(field, tree?.children.get(field.key), before[field.key], today),
  ]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

function readField(
  { model, isOptional }: FormField,
  tree: FieldTree | undefined,
  previous: unknown,
  today: string,
): unknown {
  if (model.kind === "list") {
    const items = readList(model.item, tree, previous, today);
    return isOptional && items.length === 0 ? undefined : items;
  }
  if (model.kind === "choices") return valuesAt(tree).map(typedText).filter(Boolean);
  if (isOptional && !isThere(model, tree)) return undefined;
  return readValue(model, tree, previous, today);
}

/** Whether a form holds an optional object. Of what is no object its fields say so by themselves. */
function isThere(model: FormModel, tree: FieldTree | undefined): boolean {
  if (model.kind !== "object" && model.kind !== "variants") return true;
  if (hasId(model)) return tree?.children.has("id") ?? false;
  if (isInline(model))
    return tree !== undefined && [...tree.children.values()].some((it) => textAt(it) !== "");
  return valuesAt(tree?.children.get("there")).length > 0;
}

function readValue(model: FormModel, tree: FieldTree | undefined, previous: unknown, today: string): unknown {
  switch (model.kind) {
    case "object":
    case "variants":
      return readObject(model, tree, previous, today);
    case "list":
      return readList(model.item, tree, previous, today);
    case "choices":
      return valuesAt(tree).map(typedText).filter(Boolean);
    case "gapped": {
      const gap = isSingle(model.value) ? "" : textAt(tree?.children.get("gap"));
      const value = readValue(model.value, tree, previous, today);
      return gap === "" ? value : gap;
    }
    case "localized":
      return readLocalized(tree);
    case "date":
      return readDate(tree, today);
    case "flag":
      return valuesAt(tree).includes("yes");
    case "day": {
      const typed = textAt(tree);
      const read = readTypedDate(typed, today);
      return ("edtf" in read ? read.edtf : typed) || undefined;
    }
    case "number": {
      const typed = textAt(tree);
      return typedNumber(typed) ?? (typed || undefined);
    }
    case "country":
    case "currency":
      return textAt(tree).toUpperCase() || undefined;
    default:
      return textAt(tree) || undefined;
  }
}

/** Whether a value is asked for by one input: then the gaps are among what can be chosen there. */
export function isSingle({ kind }: FormModel): boolean {
  return (
    kind !== "localized" && kind !== "date" && kind !== "object" && kind !== "variants" && kind !== "list"
  );
}

function readObject(
  model: FormModel,
  tree: FieldTree | undefined,
  previous: unknown,
  today: string,
): Record<string, unknown> {
  const chosen: Record<string, unknown> = {};
  if (model.kind === "variants") {
    const variant = textAt(tree?.children.get(model.by));
    if (variant !== "") chosen[model.by] = variant;
    // Fields of the kind that it was before this one was chosen.
    for (const { fields } of model.variants) {
      for (const { key } of fields) if (!isKnown(model, chosen, key)) passOver(tree?.children.get(key));
    }
  }
  const fields = fieldsFor(model, chosen);
  const read = { ...chosen, ...readFields(fields, tree, previous, today) };
  valuesAt(tree?.children.get("there"));
  if (!fields.some((field) => field.model.kind === "source")) return read;
  const newSource = textAt(tree?.children.get("newSource"));
  return newSource === "" ? read : { ...read, newSource };
}

function isKnown(model: FormModel, node: Readonly<Record<string, unknown>>, key: string): boolean {
  return fieldsFor(model, node).some((field) => field.key === key);
}

function readList(item: FormModel, tree: FieldTree | undefined, previous: unknown, today: string): unknown[] {
  const places = [...(tree?.children ?? [])].filter(([place]) => /^(?:0|[1-9]\d{0,5})$/.test(place));
  const before: readonly unknown[] = Array.isArray(previous) ? previous : [];
  return places
    .sort(([a], [b]) => Number(a) - Number(b))
    .flatMap(([, node]) => {
      const id = hasId(item) ? typedText(node.children.get("id")?.values[0] ?? "") : undefined;
      const was = id === undefined ? undefined : before.find((it) => isRecord(it) && it.id === id);
      // An entry that wasn't opened is sent by its id alone; one that isn't in the file any more stays unread.
      if (id !== undefined && node.children.has("unopened")) {
        if (was !== undefined) passOver(node);
        return [was ?? { id }];
      }
      const read = readValue(item, node, was, today);
      return read === undefined ? [] : [read];
    });
}

function readDate(tree: FieldTree | undefined, today: string): unknown {
  const typed = textAt(tree?.children.get("edtf"));
  const words = readLocalized(tree?.children.get("words"));
  if (typed === "" && words === undefined) return undefined;
  const read = readTypedDate(typed, today);
  if (!("edtf" in read))
    return { ...(typed !== "" && { edtf: typed }), ...(words !== undefined && { words }) };
  const said = read.words && read.language && { original: read.language, [read.language]: typed };
  const kept = words ?? said;
  return { edtf: read.edtf, ...(kept !== undefined && { words: kept }) };
}

const kept = /^([0-9a-f]{12})\.([0-9a-f]{12})$/;

/**
 * A text in three languages. `kept.ru` holds what its translation was made from, and the hash of the translation as the
 * form showed it: one that was changed, or that is said to be up to date (`current.ru`), is taken to translate the
 * original as it is now.
 */
function readLocalized(tree: FieldTree | undefined): unknown {
  const texts = languages.flatMap((language) => {
    const text = textAt(tree?.children.get(language));
    return text === ""
      ? []
      : [{ language, text, before: kept.exec(textAt(tree?.children.get("kept")?.children.get(language))) }];
  });
  const isCurrent = new Set(
    languages.filter((it) => textAt(tree?.children.get("current")?.children.get(it)) !== ""),
  );
  passOver(tree?.children.get("kept"));
  const chosen = Language.safeParse(textAt(tree?.children.get("original"))).data;
  const [only] = texts;
  if (only === undefined) return undefined;
  const isThere = texts.some(({ language }) => language === chosen);
  // Whoever writes in one language only has written the original, wherever the mark stood.
  const isOnly = texts.length === 1 && only.before === null;
  const original = isThere || (chosen !== undefined && !isOnly) ? (chosen ?? only.language) : only.language;
  const current = originalHash(texts.find(({ language }) => language === original)?.text ?? "");
  const translations = texts.filter(({ language }) => language !== original);
  return {
    original,
    ...Object.fromEntries(texts.map(({ language, text }) => [language, text])),
    ...(translations.length > 0 && {
      translates: Object.fromEntries(
        translations.map(({ language, text, before }) => {
          const isUntouched = before?.[2] === originalHash(text) && !isCurrent.has(language);
          return [language, isUntouched ? before[1] : current];
        }),
      ),
    }),
  };
}

function textAt(tree: FieldTree | undefined): string {
  return typedText(valuesAt(tree)[0] ?? "");
}
