"use client";

import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = {
  /** Holds "password": such fields are never sent back. */
  name: `${string}${"password" | "Password"}${string}`;
  label: string;
  hint?: string | undefined;
  autoComplete: "current-password" | "new-password";
};

/** A password: empty again after each answer. */
export function PasswordField({ name, label, hint, autoComplete }: Props) {
  const { id, problems, described } = useField(name);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      <input
        id={id}
        name={name}
        type="password"
        autoComplete={autoComplete}
        {...described(hint !== undefined)}
      />
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}
