"use client";

import { useMessages, useTranslations } from "next-intl";
import type { Problem } from "#domain/form-state.ts";
import type { Messages } from "#i18n/messages.ts";

/** Says a problem in the reader's language. */
export function useProblemWords(): (problem: Problem) => string {
  const t = useTranslations("problem");
  const messages = useMessages().problem;
  return ({ code, values = {} }) => t(isCode(code, messages) ? code : "not-valid", { ...values });
}

function isCode(code: string, messages: Messages["problem"] | undefined): code is keyof Messages["problem"] {
  return messages !== undefined && Object.hasOwn(messages, code);
}

/** The problems of one field, under it. */
export function FieldProblems({ id, problems }: { id: string; problems: readonly Problem[] }) {
  // Hundreds of fields have none, and needn't ask for words.
  return problems.length === 0 ? null : <ProblemsThere id={id} problems={problems} />;
}

function ProblemsThere({ id, problems }: { id: string; problems: readonly Problem[] }) {
  const words = useProblemWords();
  return (
    <p id={`${id}-problem`} className="problem">
      {[...new Set(problems.map(words))].join(" ")}
    </p>
  );
}
