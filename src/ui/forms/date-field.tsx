"use client";

import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = { name: string; label: string; hint?: string | undefined; defaultValue?: string | undefined };

/** A date as exact as it is known, typed in words or numbers of any of the three languages. */
export function DateField({ name, label, hint, defaultValue = "" }: Props) {
  const { id, typed, problems, described } = useField(name);
  return (
    <div className="field date">
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      <input
        id={id}
        name={name}
        type="text"
        autoComplete="off"
        defaultValue={typed === undefined ? defaultValue : (typed[0] ?? "")}
        {...described(hint !== undefined)}
      />
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}
