"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  summary: string;
  /** Names of the fields inside. */
  fields: readonly string[];
  children: ReactNode;
};

/** Fields that aren't always needed: open as soon as something is wrong with them, or typed into them. */
export function FieldsFold({ summary, fields, children }: Props) {
  const { problems, typed } = use(FormContext).state;
  const isOpen =
    problems.some(({ field }) => field !== undefined && fields.includes(field)) ||
    typed.some(([name, value]) => fields.includes(name) && value !== "");
  return (
    <details className="fold" open={isOpen}>
      <summary>{summary}</summary>
      {children}
    </details>
  );
}
