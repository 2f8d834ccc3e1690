"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, use } from "react";
import { gaps } from "#domain/case-file/fact.ts";
import type { FormModel } from "#domain/form/model.ts";
import { isSingle } from "#domain/form/read-section.ts";
import { isRecord } from "#domain/json.ts";
import { CheckboxField } from "#ui/forms/checkbox-field.tsx";
import { DateField } from "#ui/forms/date-field.tsx";
import { useField } from "#ui/forms/form-context.ts";
import type { Option } from "#ui/forms/option.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { SelectField } from "#ui/forms/select-field.tsx";
import { TextField } from "#ui/forms/text-field.tsx";
import { useChoiceWords } from "#ui/whole-file/choice-words.ts";
import { useFieldLabel } from "#ui/whole-file/field-label.ts";
import { LocalizedField } from "#ui/whole-file/localized-field.tsx";
import { referencesOf } from "#ui/whole-file/references.ts";
import { ReferencesContext } from "#ui/whole-file/references-context.ts";

export type FieldInputProps = {
  /** Name of the field: where it stands in the file. */
  name: string;
  /** The section and key that it has its words by. */
  section: string;
  fieldKey: string;
  model: FormModel;
  value: unknown;
  isOptional: boolean;
  label: string;
};

/** The input for what has no facts in it. */
export function FieldInput(props: FieldInputProps) {
  const { name, section, fieldKey, model, value, label, isOptional } = props;
  switch (model.kind) {
    case "gapped":
      return isSingle(model.value) ? <ChoiceInput {...props} /> : <GappedInput {...props} model={model} />;
    case "localized":
      return (
        <Folded isFolded={isOptional && value === undefined && !isTold(section, fieldKey)} label={label}>
          <LocalizedField name={name} label={label} value={value} />
        </Folded>
      );
    case "date":
      return <DateInput {...props} />;
    case "day":
      return <DateField name={name} label={label} defaultValue={textOf(value)} />;
    case "choices":
      return <ChoicesInput {...props} values={model.values} />;
    case "flag":
      return <CheckboxField name={name} label={label} defaultChecked={value === true} />;
    case "object":
      return <InlineObject {...props} model={model} />;
    case "choice":
    case "source":
    case "prosecution":
    case "facility":
    case "article":
    case "country":
    case "language":
      return <ChoiceInput {...props} />;
    default:
      return (
        <TextField
          name={name}
          label={label}
          defaultValue={textOf(value)}
          inputMode={model.kind === "number" ? "decimal" : model.kind === "address" ? "url" : "text"}
          multiline={textOf(value).includes("\n")}
        />
      );
  }
}

/** A value that is chosen; where a fact may be *no* or *not known*, these are among what can be. */
function ChoiceInput({ name, section, fieldKey, model, value, isOptional, label }: FieldInputProps) {
  const t = useTranslations("wholeFile");
  const words = useChoiceWords();
  const references = use(ReferencesContext);
  const inner = model.kind === "gapped" ? model.value : model;
  const values = inner.kind === "choice" ? inner.values : [];
  const options: Option[] = [
    { value: "", label: isOptional ? "–" : t("choose") },
    ...(referencesOf(inner.kind, references) ?? []),
    ...values.map((it) => ({ value: it, label: words(section, fieldKey, it) })),
  ];
  const gapOptions = gaps
    .filter((gap) => model.kind === "gapped" && !values.includes(gap))
    .map((gap) => ({ value: gap, label: words(section, fieldKey, gap), group: t("gap") }));
  const known = [...options, ...gapOptions];
  return <SelectField name={name} label={label} options={known} defaultValue={textOf(value)} />;
}

/** A text or a date of a fact, or that there is none. */
function GappedInput({
  model,
  ...props
}: FieldInputProps & { model: Extract<FormModel, { kind: "gapped" }> }) {
  const t = useTranslations("wholeFile");
  const words = useChoiceWords();
  const { name, section, fieldKey, value, label } = props;
  const gap = gaps.find((it) => it === value);
  const { id, problems } = useField(name);
  return (
    <div className="gapped" id={id} tabIndex={-1}>
      <FieldProblems id={id} problems={problems} />
      <fieldset className="in-line">
        <legend className="unseen">{label}</legend>
        {["", ...gaps].map((it) => (
          <label key={it}>
            <input type="radio" name={`${name}.gap`} value={it} defaultChecked={it === (gap ?? "")} />{" "}
            {it === "" ? t("known") : words(section, fieldKey, it)}
          </label>
        ))}
      </fieldset>
      <div className="when-known">
        <FieldInput
          {...props}
          model={model.value}
          value={gap === undefined ? value : undefined}
          isOptional={false}
        />
      </div>
    </div>
  );
}

/** A date, and the words of its source where it can't say what they do. */
function DateInput({ name, label, value }: FieldInputProps) {
  const t = useTranslations("wholeFile");
  const date = isRecord(value) ? value : {};
  return (
    <div className="dated">
      <DateField name={`${name}.edtf`} label={label} defaultValue={textOf(date.edtf)} />
      <details className="fold" open={date.words !== undefined}>
        <summary>{t("dateWords")}</summary>
        <LocalizedField name={`${name}.words`} label={t("dateWordsLong")} value={date.words} />
      </details>
    </div>
  );
}

/** Any number of choices. Those that the file has come first, in its order. */
function ChoicesInput({
  name,
  section,
  fieldKey,
  value,
  values,
  label,
}: FieldInputProps & { values: readonly string[] }) {
  const words = useChoiceWords();
  const { id, problems } = useField(name);
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  const ticked = chosen.map((it, index) => ({ key: `${index} ${it}`, value: String(it), isTicked: true }));
  const rest = values
    .filter((it) => !chosen.includes(it))
    .map((it) => ({ key: it, value: it, isTicked: false }));
  return (
    <fieldset id={id} tabIndex={-1} className="field choices">
      <legend>{label}</legend>
      {[...ticked, ...rest].map((it) => (
        <label key={it.key}>
          <input type="checkbox" name={name} value={it.value} defaultChecked={it.isTicked} />
          {words(section, fieldKey, it.value)}
        </label>
      ))}
      <FieldProblems id={id} problems={problems} />
    </fieldset>
  );
}

/** A few small fields that make one thing, as years, months and days make a term. */
function InlineObject({
  name,
  section,
  fieldKey,
  model,
  value,
  label,
}: FieldInputProps & { model: Extract<FormModel, { kind: "object" }> }) {
  const labelOf = useFieldLabel();
  const { id, problems } = useField(name);
  const node = isRecord(value) ? value : {};
  return (
    <fieldset id={id} tabIndex={-1} className="field together">
      <legend>{label}</legend>
      <FieldProblems id={id} problems={problems} />
      {model.fields.map((field) => (
        <FieldInput
          key={field.key}
          name={`${name}.${field.key}`}
          section={`${section}.${fieldKey}`}
          fieldKey={field.key}
          model={field.model}
          value={node[field.key]}
          isOptional={field.isOptional}
          label={labelOf(`${section}.${fieldKey}`, field.key)}
        />
      ))}
    </fieldset>
  );
}

/** What an event tells stands in its note. */
function isTold(section: string, key: string): boolean {
  return section === "events" && key === "note";
}

/** What is seldom filled in, out of the way until it is asked for. */
function Folded({ isFolded, label, children }: { isFolded: boolean; label: string; children: ReactNode }) {
  if (!isFolded) return children;
  return (
    <details className="fold">
      <summary>{label}</summary>
      {children}
    </details>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
