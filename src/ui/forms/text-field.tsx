"use client";

import type { ComponentProps, HTMLInputAutoCompleteAttribute } from "react";
import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { useTypedBefore } from "#ui/forms/typed-before.ts";

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  defaultValue?: string | undefined;
  multiline?: boolean;
  /** Lines to begin with; the field grows with what is typed. */
  rows?: number;
  /** Language of what is typed, where it isn't the page's. */
  lang?: string | undefined;
  inputMode?: "text" | "numeric" | "decimal" | "url";
  autoComplete?: HTMLInputAutoCompleteAttribute;
};

/** A line of text, or several. */
export function TextField({
  name,
  label,
  hint,
  defaultValue = "",
  multiline = false,
  rows = 3,
  lang,
  inputMode = "text",
  autoComplete = "off",
}: Props) {
  const { id, typed, problems, described } = useField(name);
  const shared = {
    id,
    name,
    lang,
    autoComplete,
    defaultValue: typed === undefined ? defaultValue : (typed[0] ?? ""),
    ...described(hint !== undefined),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      {multiline ? (
        <TextArea {...shared} rows={rows} />
      ) : (
        <input {...shared} type="text" inputMode={inputMode} />
      )}
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}

function TextArea({ id, ...props }: ComponentProps<"textarea"> & { id: string }) {
  return <textarea ref={useTypedBefore(id)} id={id} {...props} />;
}
