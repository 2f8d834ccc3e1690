"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = { isOpen: boolean; children: ReactNode };

/** Fields of a form that cannot be sent any more: they stay where somebody was just refused, with what was typed. */
export function KeptFields({ isOpen, children }: Props) {
  const { state } = use(FormContext);
  return isOpen || state.outcome !== "idle" ? children : null;
}
