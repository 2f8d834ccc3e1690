import type { z } from "zod";
import type { DraftAnswer } from "#domain/form/draft-answer.ts";
import type { Alike } from "#domain/likely-duplicates.ts";

/** One thing that is wrong with a form. The words are in `messages`, under `problem.{code}`. */
export type Problem = {
  /** Name of the field; undefined where it concerns the form as a whole. */
  field?: string | undefined;
  code: string;
  /** What the words speak of: a number, a day, an id. */
  values?: Readonly<Record<string, string | number>> | undefined;
};

/** What a form's action answers with, and the form shows. What was typed is kept whatever the answer. */
export type FormState = {
  /** `idle` before anything is sent; `signed-out` and `denied` when nothing was looked at further. */
  outcome: "idle" | "done" | "refused" | "conflict" | "signed-out" | "denied";
  problems: readonly Problem[];
  /** Every field as it was sent, in order. Never a password. */
  typed: readonly (readonly [name: string, value: string])[];
  /** What came of saving, for the form of a draft's section. */
  draft?: DraftAnswer | undefined;
  /** Who may be the same as somebody whom the form would make. */
  alike?: readonly Alike[] | undefined;
  /** A password that was just made for somebody: shown with this answer and never again. */
  oneTimePassword?: string | undefined;
};

/** The state of a form that nobody has sent yet. */
export const idle: FormState = { outcome: "idle", problems: [], typed: [] };

/** Fields that every form of the editors' side may carry beside its own. */
const carried = /^\$ACTION_/;
const secret = /password/i;

/** The fields of a form as text, in their order; React's own are left out. Files are refused by the schemas: no form has one. */
export function fieldsOf(form: FormData): [name: string, value: string][] {
  return [...form].flatMap(([name, value]) =>
    carried.test(name) || typeof value !== "string" ? [] : [[name, value] as [string, string]],
  );
}

/** The same, as they may be sent back: no passwords. */
export function typedIn(form: FormData): [name: string, value: string][] {
  return fieldsOf(form).filter(([name]) => !secret.test(name));
}

/** More than any page of ours sends. */
const mostFields = 10_000;

/**
 * Reads a form by a schema of its fields, each of which is text (a field that is sent several times is a list).
 * Gives the values, or a problem for each issue, at its field: `problem.{code}` where the schema's message is such a
 * code, else `problem.not-valid`. A field that the schema doesn't know is a problem too, and so are files, NUL and
 * lone surrogates, which no field of ours takes and no database keeps.
 */
export function readForm<T extends z.ZodType>(
  schema: T,
  form: FormData,
): { value: z.output<T> } | { problems: Problem[] } {
  const fields = fieldsOf(form);
  if (fields.length > mostFields || [...form.values()].some((value) => typeof value !== "string")) {
    return { problems: [{ code: "not-valid" }] };
  }
  const broken = fields.filter(([name, value]) => !isStorable(name) || !isStorable(value));
  if (broken.length > 0) {
    return { problems: broken.map(([name]) => ({ field: name.toWellFormed(), code: "not-storable" })) };
  }
  const given = new Map<string, string | string[]>();
  for (const [name, value] of fields) {
    const before = given.get(name);
    given.set(name, before === undefined ? value : [before, value].flat());
  }
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return { value: parsed.data };
  return { problems: parsed.error.issues.map(problemOf) };
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes("\0");
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  if (issue.code === "unrecognized_keys") return { code: "unknown-field" };
  const field = issue.path.length === 0 ? undefined : issue.path.map(String).join(".");
  return { field, code: isCode(issue.message) ? issue.message : "not-valid" };
}

/** Schemas name a problem by its code: `z.string().min(1, { error: "missing" })`. zod's own sentences are none. */
function isCode(message: string): boolean {
  return /^[a-z]+(?:-[a-z]+)*$/.test(message);
}
