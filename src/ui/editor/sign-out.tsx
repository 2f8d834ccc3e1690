"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { createContext, type ReactNode, use, useEffect } from "react";
import { localizedPath } from "#domain/addresses.ts";
import { type FormState, idle } from "#domain/form-state.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { FormContext } from "#ui/forms/form-context.ts";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type SignOut = (state: FormState, form: FormData) => Promise<FormState>;

const SignOutContext = createContext<SignOut>(async () => idle);

/** Gives the frame of the pages in it the action that signs out. */
export function SignOutProvider({ action, children }: { action: SignOut; children: ReactNode }) {
  return <SignOutContext value={action}>{children}</SignOutContext>;
}

/** The button that signs out. */
export function SignOutForm({ label }: { label: string }) {
  return (
    <EditorForm id="sign-out" action={use(SignOutContext)}>
      <SubmitButton kind="secondary">{label}</SubmitButton>
      <LeaveWhenOver />
    </EditorForm>
  );
}

/** Time, or another window, was quicker: what was asked for is so. */
function LeaveWhenOver() {
  const { outcome } = use(FormContext).state;
  const language = useLocale();
  const router = useRouter();
  useEffect(() => {
    if (outcome === "signed-out") router.push(localizedPath("/editor/sign-in", language));
  }, [outcome, router, language]);
  return null;
}
