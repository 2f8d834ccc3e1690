"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  /** As `readEdit` reads it: `add:events`. */
  edit: string;
  /** Said to who doesn't see what stands around the button. */
  label?: string;
  children: ReactNode;
};

/** Saves what was typed, and adds, moves or takes away something. */
export function EditButton({ edit, label, children }: Props) {
  const { isSending } = use(FormContext);
  return (
    <button
      type="submit"
      name="do"
      value={edit}
      className="quiet"
      aria-label={label}
      aria-disabled={isSending}
    >
      {children}
    </button>
  );
}
