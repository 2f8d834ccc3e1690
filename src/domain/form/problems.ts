import type { z } from "zod";
import { z as zod } from "zod";
import { type DateProblem, readTypedDate } from "#domain/dates/typed-date.ts";
import { caseFileForm, type FormModel, fieldsFor } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";

/** What keeps a draft from being a case file: where, as fields are named (`events.3.date`), and why, in `problem.{code}`. */
export type DraftProblem = {
  path: string;
  code: string;
  values?: Readonly<Record<string, string | number>> | undefined;
};

type Issue = z.core.$ZodIssue;

/** The issues of a schema for people: each once, where it can be mended, by a code that the form has words for. */
export function problemsOf(issues: readonly Issue[], draft: unknown): DraftProblem[] {
  const problems = issues.flatMap((issue) => problemsOfIssue(issue, [], draft));
  return [...new Map(problems.map((it) => [`${it.path} ${it.code}`, it])).values()];
}

const Params = zod.object({
  code: zod.string(),
  values: zod.record(zod.string(), zod.union([zod.string(), zod.number()])).optional(),
});

function problemsOfIssue(issue: Issue, above: readonly PropertyKey[], draft: unknown): DraftProblem[] {
  const path = [...above, ...issue.path].map(String);
  const value = valueAt(draft, path);
  if (issue.code === "invalid_union" && value !== undefined) {
    // The first of a fact's two ways is its value; the gaps have nothing to mend.
    const [ofValue] = issue.errors;
    if (ofValue !== undefined) return ofValue.flatMap((inner) => problemsOfIssue(inner, path, draft));
    return [{ path: path.join("."), code: "choose" }];
  }
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key].join("."),
      code: key === "newSource" ? "new-source-waits" : "unknown-key",
    }));
  }
  const params = issue.code === "custom" ? Params.safeParse(issue.params) : undefined;
  if (params?.success) {
    const { code, values } = params.data;
    const place = typeof values?.id === "string" ? pathOfId(draft, values.id) : undefined;
    return [{ path: inputAt(place ?? path, draft), code, values }];
  }
  return [{ path: inputAt(path, draft), code: codeOf(issue, value, modelAt(path, draft)) }];
}

/** The name of the input at which something is mended: of a date its text, of a text what isn't one language's whole. */
function inputAt(path: readonly string[], draft: unknown): string {
  const text = path.findIndex((_, index) => modelAt(path.slice(0, index + 1), draft)?.kind === "localized");
  if (text !== -1 && ["original", "translates"].includes(path[text + 1] ?? "")) {
    return path.slice(0, text + 1).join(".");
  }
  const model = modelAt(path, draft);
  const isDate = model?.kind === "date" || (model?.kind === "gapped" && model.value.kind === "date");
  return [...path, ...(isDate ? ["edtf"] : [])].join(".");
}

const dateCodes: Readonly<Record<DateProblem, string>> = {
  "not-understood": "date-not-understood",
  "no-such-day": "date-no-such-day",
  "no-year": "date-no-year",
  "two-digit-year": "date-two-digit-year",
  "out-of-order": "date-out-of-order",
};

/** Why what was typed doesn't have the form that its field asks for. */
const formCodes: Readonly<Partial<Record<FormModel["kind"], string>>> = {
  number: "not-number",
  address: "not-address",
  currency: "not-currency",
};

function codeOf(issue: Issue, value: unknown, model: FormModel | undefined): string {
  const kind = model?.kind === "gapped" ? model.value.kind : model?.kind;
  const isMissing = value === undefined || value === "";
  switch (kind) {
    case "source":
      return "choose-source";
    case "choice":
    case "choices":
    case "facility":
    case "article":
    case "country":
    case "language":
    case "prosecution":
    case "variants":
      return "choose";
    case "list":
      return issue.code === "too_small" ? "no-source" : "not-valid";
    case "day":
    case "date": {
      if (isMissing) return "missing";
      const read = readTypedDate(String(value));
      return dateCodes["problem" in read ? read.problem : "not-understood"];
    }
    default:
      if (isMissing) return "missing";
      if (issue.code === "too_big") return "too-long";
      return (kind && formCodes[kind]) ?? "not-valid";
  }
}

/** The model of what stands at a path of a draft. */
export function modelAt(path: readonly string[], draft: unknown): FormModel | undefined {
  let model: FormModel | undefined = { kind: "object", fields: caseFileForm };
  let value = draft;
  for (const step of path) {
    if (model === undefined) return undefined;
    model = modelWithin(model, value, step);
    value = valueAt(value, [step]);
  }
  return model;
}

function modelWithin(model: FormModel, value: unknown, step: string): FormModel | undefined {
  switch (model.kind) {
    case "list":
      return model.item;
    case "gapped":
      return modelWithin(model.value, value, step);
    case "localized":
      return { kind: "text" };
    case "date":
      return step === "words" ? { kind: "localized" } : { kind: "day" };
    case "variants":
      if (step === model.by) return { kind: "choice", values: model.variants.map((it) => it.value) };
      break;
    default:
  }
  return fieldsFor(model, isRecord(value) ? value : {}).find(({ key }) => key === step)?.model;
}

/** What stands at a path of a draft; undefined where it leads nowhere. */
export function valueAt(draft: unknown, path: readonly string[]): unknown {
  let value = draft;
  for (const step of path) {
    const list: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
    value = list
      ? list[Number(step)]
      : isRecord(value) && Object.hasOwn(value, step)
        ? value[step]
        : undefined;
  }
  return value;
}

/** Where the fact or entry with an id stands in a draft. */
function pathOfId(node: unknown, id: string, path: readonly string[] = []): string[] | undefined {
  if (isRecord(node) && node.id === id) return [...path];
  if (!isRecord(node) && !Array.isArray(node)) return undefined;
  for (const [key, value] of Object.entries(node)) {
    const found = pathOfId(value, id, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
