"use client";

import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import type { Option } from "#ui/forms/option.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  options: readonly Option[];
  defaultValue?: string | undefined;
};

/** One of a few, all of them in sight. */
export function RadioField({ name, label, hint, options, defaultValue }: Props) {
  const { id, typed, problems, described } = useField(name);
  const value = typed === undefined ? defaultValue : typed[0];
  return (
    <fieldset id={id} tabIndex={-1} className="field choices" {...described(hint !== undefined)}>
      <legend>{label}</legend>
      <FieldHint id={id} hint={hint} />
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} value={option.value} defaultChecked={option.value === value} />
          {option.label}
        </label>
      ))}
      <FieldProblems id={id} problems={problems} />
    </fieldset>
  );
}
