"use client";

import { FieldHint } from "#ui/forms/field-hint.tsx";
import { useField } from "#ui/forms/form-context.ts";
import type { Option } from "#ui/forms/option.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";

type Props = {
  name: string;
  label: string;
  hint?: string | undefined;
  /** In the order of the list; those of a group stand together. */
  options: readonly Option[];
  defaultValue?: string | undefined;
};

/** One of many. Where none may be chosen, the options have one with an empty value. */
export function SelectField({ name, label, hint, options, defaultValue = "" }: Props) {
  const { id, typed, problems, described } = useField(name);
  const value = typed === undefined ? defaultValue : (typed[0] ?? "");
  // What was chosen before and isn't offered any more is not lost by looking at it.
  const all = options.some((option) => option.value === value)
    ? options
    : [{ value, label: value }, ...options];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <FieldHint id={id} hint={hint} />
      <select id={id} name={name} defaultValue={value} {...described(hint !== undefined)}>
        {[...Map.groupBy(all, (option) => option.group)].map(([group, inGroup]) =>
          group === undefined ? (
            inGroup.map((option) => <Choice key={option.value} option={option} />)
          ) : (
            <optgroup key={group} label={group}>
              {inGroup.map((option) => (
                <Choice key={option.value} option={option} />
              ))}
            </optgroup>
          ),
        )}
      </select>
      <FieldProblems id={id} problems={problems} />
    </div>
  );
}

function Choice({ option: { value, label } }: { option: Option }) {
  return <option value={value}>{label}</option>;
}
