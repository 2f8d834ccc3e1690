import type { NewId } from "#domain/draft-file.ts";
import { idPrefix } from "#domain/form/id-prefixes.ts";
import { type FormField, type FormModel, fieldsFor, hasId } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";

/** What a button of the form does beside saving: `add:events`, `remove:events.3`, `up:events.3`, `open:events.3`. */
export type Edit = { verb: (typeof verbs)[number]; path: readonly string[] };

const verbs = ["add", "remove", "up", "down", "open"] as const;

/** Reads the value of such a button; undefined for anything else. */
export function readEdit(text: string): Edit | undefined {
  const [, name, path] = /^([a-z]+):([A-Za-z0-9.]{1,200})$/.exec(text) ?? [];
  const verb = verbs.find((it) => it === name);
  return verb === undefined || path === undefined ? undefined : { verb, path: path.split(".") };
}

type Edited = {
  part: Record<string, unknown>;
  /** The place to look at next, as names of fields are built: `events.4`. */
  at: string;
};

type Adding = {
  newId: NewId;
  /** The kind of a new entry whose fields depend on it. */
  variant?: string | undefined;
};

/**
 * Adds to a list or fills an empty place, takes something away, or moves an entry by one, in some keys of a file.
 * Undefined for a path that leads nowhere in the form; a part that is already as asked stays as it is.
 */
export function editPart(
  form: readonly FormField[],
  part: Readonly<Record<string, unknown>>,
  { verb, path }: Edit,
  adding: Adding,
): Edited | undefined {
  const at = [...path];
  const change = (model: FormModel, value: unknown, isOptional: boolean): unknown => {
    if (verb !== "add") return value;
    if (model.kind === "list") {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      at.push(String(list.length));
      return [...list, emptyValue(model.item, sectionOf(path), adding)];
    }
    return isOptional && value === undefined ? emptyValue(model, sectionOf(path), adding) : value;
  };
  const changeList = (list: readonly unknown[], index: number): unknown[] => {
    const to = verb === "up" ? index - 1 : index + 1;
    if (verb === "remove") {
      at.splice(-1, 1, ...(list.length > 1 ? [String(Math.min(index, list.length - 2))] : []));
      return list.toSpliced(index, 1);
    }
    if ((verb !== "up" && verb !== "down") || list[to] === undefined) return [...list];
    at.splice(-1, 1, String(to));
    return list.with(index, list[to]).with(to, list[index]);
  };
  const edited = within({ kind: "object", fields: form }, part, path, { verb, change, changeList });
  return isRecord(edited) ? { part: { ...edited }, at: at.join(".") } : undefined;
}

type Changes = {
  verb: Edit["verb"];
  change: (model: FormModel, value: unknown, isOptional: boolean) => unknown;
  changeList: (list: readonly unknown[], index: number) => unknown[];
};

/** The value with what stands at the path in it changed; undefined where the path leads nowhere. */
function within(
  model: FormModel,
  value: unknown,
  [step, ...rest]: readonly string[],
  changes: Changes,
): unknown {
  if (step === undefined) return undefined;
  if (model.kind === "list") {
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    const index = Number(step);
    if (!/^\d{1,6}$/.test(step) || list[index] === undefined) return undefined;
    if (rest.length === 0) return changes.changeList(list, index);
    const item = within(model.item, list[index], rest, changes);
    return item === undefined ? undefined : list.with(index, item);
  }
  const node = isRecord(value) ? value : {};
  const field = fieldsFor(model, node).find(({ key }) => key === step);
  if (field === undefined) return undefined;
  if (rest.length > 0) {
    const inner = within(field.model, node[step], rest, changes);
    return inner === undefined ? undefined : { ...node, [step]: inner };
  }
  if (changes.verb === "remove") {
    if (!field.isOptional) return undefined;
    return Object.fromEntries(Object.entries(node).filter(([key]) => key !== step));
  }
  return { ...node, [step]: changes.change(field.model, node[step], field.isOptional) };
}

/** What stands there when something is added and nothing typed yet. */
function emptyValue(model: FormModel, section: string, adding: Adding): unknown {
  const variant = model.kind === "variants" && adding.variant ? { [model.by]: adding.variant } : {};
  const fields = fieldsFor(model, variant).flatMap(
    ({ key, model: inner, isOptional }): [string, unknown][] => {
      if (inner.kind === "id") return [[key, adding.newId(idPrefix(section))]];
      // Nothing stands in the registry without a source.
      if (inner.kind === "list" && !isOptional)
        return [[key, hasId(inner.item) ? [] : [emptyValue(inner.item, section, adding)]]];
      if (key === "manner") return [[key, "stated"]];
      if (inner.kind === "choices") return [[key, []]];
      if (inner.kind === "flag") return [[key, false]];
      return inner.kind === "object" && !isOptional ? [[key, emptyValue(inner, section, adding)]] : [];
    },
  );
  return { ...variant, ...Object.fromEntries(fields) };
}

function sectionOf(path: readonly string[]): string {
  return path.filter((step) => !/^\d+$/.test(step)).join(".");
}
