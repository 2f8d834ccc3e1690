import { createContext, use } from "react";
import { type FormState, idle, type Problem } from "#domain/form-state.ts";

type FormContext = {
  /** Id of the form in the page, with which those of its fields begin. */
  form: string;
  state: FormState;
  isSending: boolean;
};

/** What the fields of a form know of it. */
export const FormContext = createContext<FormContext>({ form: "form", state: idle, isSending: false });

/** Id of a field's control in the page: where the summary of problems leads. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}

type Field = {
  id: string;
  /** What was typed into it when the form was last sent; undefined before. */
  typed: readonly string[] | undefined;
  problems: readonly Problem[];
  /** For the control: what is said about it, by id. */
  described: (hint: boolean) => { "aria-describedby"?: string; "aria-invalid"?: true };
};

/** One field of the form around it. */
export function useField(name: string): Field {
  const { form, state } = use(FormContext);
  const id = fieldId(form, name);
  const problems = state.problems.filter((problem) => problem.field === name);
  return {
    id,
    typed: state.typed.length === 0 ? undefined : valuesOf(state, name),
    problems,
    described(hint) {
      const ids = [hint && `${id}-hint`, problems.length > 0 && `${id}-problem`].filter((it) => it !== false);
      return {
        ...(ids.length > 0 && { "aria-describedby": ids.join(" ") }),
        ...(problems.length > 0 && { "aria-invalid": true }),
      };
    },
  };
}

function valuesOf({ typed }: FormState, name: string): string[] {
  return typed.filter(([it]) => it === name).map(([, value]) => value);
}
