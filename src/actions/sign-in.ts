"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { type EditorAction, editorAction, formFields } from "#actions/editor-action.ts";
import { currentActor } from "#auth/actor.ts";
import { dropSession, keepSession, signInFromHere } from "#auth/browser.ts";
import { registryForActions } from "#data/commands/editors-registry.ts";
import { endSession, recordSignIn } from "#data/commands/users.ts";
import { pathAfterSignIn } from "#domain/account.ts";
import { localizedPath } from "#domain/addresses.ts";
import { pathWhenDone } from "#domain/done.ts";
import { type FormState, type Problem, readForm, typedIn } from "#domain/form-state.ts";

const SignIn = z.strictObject({
  ...formFields,
  login: z.string().min(1, { error: "missing" }),
  password: z.string().min(1, { error: "missing" }),
  /** Where to go then. */
  to: z.string().optional(),
  /** Ticked by whom the browser belongs to. */
  own: z.literal("yes").optional(),
});

/** Signs somebody in. For anyone, and so the one action that is no `editorAction`. */
export const signIn: EditorAction = async (_state, form) => {
  if (!(form instanceof FormData)) return refused([{ code: "not-valid" }], []);
  const typed = typedIn(form);
  const read = readForm(SignIn, form);
  if ("problems" in read) return refused(read.problems, typed);
  const { login, password, language, to, own } = read.value;
  const answer = await signInFromHere(login, password);
  if (answer.outcome === "wrong") return refused([{ code: "wrong-password" }], typed);
  if (answer.outcome === "turned-away") {
    return refused([{ code: "too-many-tries", values: { seconds: answer.seconds } }], typed);
  }
  const before = await currentActor();
  await recordSignIn(registryForActions(), { userId: answer.userId, sessionBefore: before?.sessionId });
  await keepSession(answer, { known: own === "yes" });
  redirect(pathAfterSignIn(to) ?? localizedPath("/editor", language));
};

export const signOut = editorAction("signOut", z.strictObject(formFields), async ({ actor, input }) => {
  await endSession(registryForActions(), { sessionId: actor.sessionId, actor });
  await dropSession();
  redirect(pathWhenDone("/editor/sign-in", input.language, "signed-out"));
});

function refused(problems: readonly Problem[], typed: FormState["typed"]): FormState {
  return { outcome: "refused", problems, typed };
}
