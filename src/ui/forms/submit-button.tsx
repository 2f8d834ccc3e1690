"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  name?: string;
  value?: string;
  kind?: "primary" | "secondary" | "danger";
  children: ReactNode;
};

/** Sends the form around it. With a name, the button that was pressed is told by its value. */
export function SubmitButton({ name, value, kind = "primary", children }: Props) {
  const { isSending } = use(FormContext);
  return (
    <button type="submit" name={name} value={value} className={kind} aria-disabled={isSending}>
      {children}
    </button>
  );
}
