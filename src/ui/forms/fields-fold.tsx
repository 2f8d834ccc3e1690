"use client";

import { type ReactNode, use } from "react";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  summary: string;
  /** Names of the fields inside. */
  fields: readonly string[];
  children: ReactNode;
};

/** The particulars of a source that the registry hasn't met yet: open as soon as they are needed, or begun. */
export function NewSourceFold({ summary, fields, children }: Props) {
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
