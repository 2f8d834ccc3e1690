"use client";

import { use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  label: string;
  /** That it is shown this once, and what to do with it. */
  hint: string;
};

/** The password that the form around it was answered with, if it was. */
export function OneTimePassword({ label, hint }: Props) {
  const { oneTimePassword } = use(FormContext).state;
  if (oneTimePassword === undefined) return null;
  return (
    <div className="notice">
      <p>
        {label}: <strong className="typed">{oneTimePassword}</strong>
      </p>
      <p>{hint}</p>
    </div>
  );
}
