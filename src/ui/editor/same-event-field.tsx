"use client";

import { use } from "react";
import { CheckboxField } from "#ui/forms/checkbox-field.tsx";
import { FormContext } from "#ui/forms/form-context.ts";

/** Asks whether an event is another than the one that the file has, once there is such a one. */
export function SameEventField({ label }: { label: string }) {
  const { problems, typed } = use(FormContext).state;
  const isAsked =
    problems.some(({ field }) => field === "confirm") || typed.some(([name]) => name === "confirm");
  return isAsked ? <CheckboxField name="confirm" label={label} /> : null;
}
