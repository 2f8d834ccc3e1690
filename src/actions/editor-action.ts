import type { z } from "zod";
import { currentActor } from "#auth/actor.ts";
import type { SignedIn } from "#auth/session.ts";
import { Refusal } from "#data/commands/refusal.ts";
import { type FormState, type Problem, readForm, typedIn } from "#domain/form-state.ts";
import { Language } from "#domain/languages.ts";
import { type ActionName, actionPermissions, may } from "#domain/policy.ts";

/** A server action as forms take it: the first argument is React's and is never looked at. */
export type EditorAction = (state: FormState, form: FormData) => Promise<FormState>;

/** What every form sends beside its own fields: the language of the page, in which to go on. */
export const formFields = { language: Language };

type Context<T> = { actor: SignedIn; input: T; form: FormData };

/** What an action comes to: nothing more to say, or problems with it. A redirect is thrown, as Next wants it. */
type Result = Partial<Omit<FormState, "typed">> | undefined;

/**
 * Makes a server action: asks who it is, whether they may, and whether the form is as its schema says, in this order;
 * then runs it. A command's refusal becomes a problem of the form. Nothing that was typed is lost.
 */
export function editorAction<T extends z.ZodType>(
  name: Exclude<ActionName, "signIn">,
  schema: T,
  run: (context: Context<z.output<T>>) => Promise<Result>,
): EditorAction {
  const permission = actionPermissions[name];
  return async (_state, form) => {
    if (!(form instanceof FormData)) return refused([{ code: "not-valid" }], []);
    const typed = typedIn(form);
    const actor = await currentActor();
    if (actor === undefined) return { outcome: "signed-out", problems: [{ code: "signed-out" }], typed };
    if (actor.mustChangePassword && name !== "changePassword" && name !== "signOut") {
      return { outcome: "denied", problems: [{ code: "password-first" }], typed };
    }
    if (permission !== "signed-in" && !may(actor.role, permission)) {
      return { outcome: "denied", problems: [{ code: "not-allowed" }], typed };
    }
    const read = readForm(schema, form);
    if ("problems" in read) return refused(read.problems, typed);
    try {
      const result = await run({ actor, input: read.value, form });
      return { outcome: "done", problems: [], ...result, typed };
    } catch (thrown) {
      if (!(thrown instanceof Refusal)) throw thrown;
      return refused([{ code: thrown.reason, values: thrown.values }], typed);
    }
  };
}

function refused(problems: readonly Problem[], typed: FormState["typed"]): FormState {
  return { outcome: "refused", problems, typed };
}
