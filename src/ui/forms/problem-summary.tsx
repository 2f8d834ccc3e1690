"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import { fieldId } from "#ui/forms/form-context.ts";
import { useProblemWords } from "#ui/forms/problem-words.tsx";

type Props = {
  form: string;
  state: FormState;
  /** What the fields are called, by their names. */
  labels?: Readonly<Record<string, string>>;
  /** Heading of problems that nobody has just made: they are shown, and neither announced nor given the focus. */
  quietly?: string | undefined;
};

/** What is wrong with a form, above it, each problem with the way to its field. Without JavaScript the address leads here. */
export function ProblemSummary({ form, state, labels = {}, quietly }: Props) {
  const t = useTranslations("forms");
  const language = useLocale();
  const words = useProblemWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.problems.length > 0 && quietly === undefined) box.current?.focus();
  }, [state, quietly]);
  if (state.problems.length === 0) return null;
  const isAway = state.outcome === "signed-out" || state.outcome === "denied";
  return (
    <div
      id={`${form}-problems`}
      ref={box}
      role={quietly === undefined ? "alert" : undefined}
      tabIndex={-1}
      className={quietly === undefined ? "problems" : "problems quietly"}
    >
      <h2>{quietly ?? t(isAway ? "notSent" : "problems", { count: state.problems.length })}</h2>
      <ul>
        {state.problems.map((problem) => {
          const { field, code } = problem;
          const label = field === undefined ? undefined : labels[field];
          const text =
            label === undefined ? words(problem) : t("problemAt", { label, problem: words(problem) });
          return (
            <li key={`${field} ${code}`}>
              {field === undefined ? text : <a href={`#${fieldId(form, field)}`}>{text}</a>}
            </li>
          );
        })}
      </ul>
      {state.outcome === "signed-out" && (
        <p>
          <a href={localizedPath("/editor/sign-in", language)} target="_blank" rel="noreferrer">
            {t("signInElsewhere")}
          </a>
        </p>
      )}
    </div>
  );
}
