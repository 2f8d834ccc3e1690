"use client";

import { unstable_rethrow, usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import {
  type ReactNode,
  type SubmitEvent,
  useActionState,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { type FormState, fieldsOf, idle, typedIn } from "#domain/form-state.ts";
import { FormContext } from "#ui/forms/form-context.ts";
import { ProblemSummary } from "#ui/forms/problem-summary.tsx";
import { thrownProblem } from "#ui/forms/thrown-problem.ts";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  hidden?: Readonly<Record<string, string>>;
  /** Of the form in the page: each has its own. */
  id?: string;
  className?: string;
  /** What the fields are called, for the summary of problems. */
  labels?: Readonly<Record<string, string>>;
  children: ReactNode;
};

/** A form of the editors' side. What was typed stays in it whatever the answer, and when there is none. */
export function EditorForm({
  action,
  hidden = {},
  id = "form",
  className = "",
  labels = {},
  children,
}: Props) {
  const t = useTranslations("forms");
  const language = useLocale();
  // Without JavaScript the whole page answers: this is the state that it was made with.
  const [posted, post] = useActionState(action, idle, `${useAnswerAddress()}#${id}-problems`);
  const [answer, setAnswer] = useState<FormState>();
  const [isSending, startSending] = useTransition();
  const state = answer ?? posted;
  const done = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.outcome === "done") done.current?.focus();
  }, [state]);

  // Not by React's own way for forms, which empties them after an answer and drops them where none comes.
  function send(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isSending) return;
    const form = sentFields(new FormData(event.currentTarget, event.nativeEvent.submitter));
    startSending(async () => {
      try {
        setAnswer(await action(idle, form));
      } catch (thrown) {
        unstable_rethrow(thrown);
        setAnswer({ outcome: "refused", problems: [thrownProblem(thrown)], typed: typedIn(form) });
      }
    });
  }

  return (
    <form
      id={id}
      className={`form ${className}`.trim()}
      action={post}
      onSubmit={send}
      noValidate
      aria-busy={isSending}
    >
      <ProblemSummary form={id} state={state} labels={labels} />
      {state.outcome === "done" && (
        <p role="status" tabIndex={-1} ref={done} className="done">
          {t("done")}
        </p>
      )}
      <input type="hidden" name="language" value={language} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={{ form: id, state, isSending }}>{children}</FormContext>
    </form>
  );
}

/** Where the answer is shown without JavaScript: this page, without what it says was done before. */
function useAnswerAddress(): string {
  const path = usePathname();
  const query = new URLSearchParams(useSearchParams());
  query.delete("done");
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Without the fields that React adds for browsers without JavaScript. */
function sentFields(all: FormData): FormData {
  const form = new FormData();
  for (const [name, value] of fieldsOf(all)) form.append(name, value);
  return form;
}
