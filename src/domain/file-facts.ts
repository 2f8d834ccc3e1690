import type { DraftFile } from "#domain/draft-file.ts";
import { caseFileForm, type FormField, type FormModel, fieldsFor, hasId } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";

/** Something in a file with an id of its own: a fact, an entry of a list, a source. */
export type FileFact = {
  id: string;
  /** As `WalkedFact.section`: `events`, `prosecutions.judge`, `sources`. */
  section: string;
  /** Ids of the facts that it stands in, outermost first. */
  within: readonly string[];
  model: FormModel;
  node: Readonly<Record<string, unknown>>;
};

/** All that has an id in a file, or in a draft as far as it is shaped as one; outer before inner, in the file's order. */
export function factsOf(file: DraftFile): FileFact[] {
  return caseFileForm.flatMap(({ key, model }) => [...walk(model, file[key], [key], [])]);
}

function* walk(
  model: FormModel,
  value: unknown,
  section: readonly string[],
  within: readonly string[],
): Generator<FileFact> {
  if (model.kind === "list") {
    if (Array.isArray(value)) for (const item of value) yield* walk(model.item, item, section, within);
    return;
  }
  if (!isRecord(value)) return;
  const id = hasId(model) && typeof value.id === "string" ? value.id : undefined;
  if (id !== undefined) yield { id, section: section.join("."), within, model, node: value };
  const inside = id === undefined ? within : [...within, id];
  for (const { key, model: inner } of fieldsFor(model, value)) {
    yield* walk(inner, value[key], [...section, key], inside);
  }
}

/**
 * The fields that a fact itself has: without its id, and without those that hold facts of their own. What it says comes
 * first, then what it rests on.
 */
export function ownFields({ model, node }: FileFact): FormField[] {
  const by = model.kind === "variants" ? [kindField(model)] : [];
  const own = fieldsFor(model, node).filter(({ key, model: inner }) => key !== "id" && !holdsFacts(inner));
  const isGround = ({ key }: FormField) => key === "basis" || key === "disputed";
  return [...by, ...own.filter((field) => !isGround(field)), ...own.filter(isGround)];
}

function kindField({ by, variants }: Extract<FormModel, { kind: "variants" }>): FormField {
  return {
    key: by,
    model: { kind: "choice", values: variants.map(({ value }) => value) },
    isOptional: false,
  };
}

function holdsFacts(model: FormModel): boolean {
  if (model.kind === "list") return holdsFacts(model.item);
  return hasId(model) || (model.kind === "object" && model.fields.some((field) => holdsFacts(field.model)));
}
