"use client";

import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** What is sent when it is ticked. */
  value?: string;
  defaultChecked?: boolean;
};

/** Yes, or nothing. Several of one name are sent as a list. */
export function CheckboxField({ name, label, hint, value = "yes", defaultChecked = false }: Props) {
  const { id, typed, problems, described } = useField(name);
  const isChecked = typed === undefined ? defaultChecked : typed.includes(value);
  return (
    <div className="field choices">
      <label>
        <input
          id={id}
          type="checkbox"
          name={name}
          value={value}
          defaultChecked={isChecked}
          {...described(hint !== undefined)}
        />
        {label}
      </label>
      <FieldHint id={id} hint={hint} />
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}
