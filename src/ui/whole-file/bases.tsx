"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import type { FormModel } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { LocalizedText, outdatedTranslations } from "#domain/localized-text.ts";
import { FormContext, useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { TextField } from "#ui/forms/text-field.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { FieldInput } from "#ui/whole-file/field-input.tsx";
import { useFieldLabel } from "#ui/whole-file/field-label.ts";
import { LocalizedField } from "#ui/whole-file/localized-field.tsx";
import { useValueText } from "#ui/whole-file/value-text.ts";

type Props = { name: string; model: Extract<FormModel, { kind: "list" }>; value: unknown };

/** What a fact rests on: for each source the day up to which it speaks, and how it says so. */
export function Bases({ name, model, value }: Props) {
  const t = useTranslations("wholeFile");
  const { id, problems } = useField(name);
  const bases: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <fieldset id={id} tabIndex={-1} className="bases">
      <legend>{t("bases")}</legend>
      <FieldProblems id={id} problems={problems} />
      {bases.map((basis, index) => (
        <Basis
          // biome-ignore lint/suspicious/noArrayIndexKey: a basis is known by its place, as its fields are
          key={index}
          name={`${name}.${index}`}
          number={index + 1}
          model={model.item}
          basis={isRecord(basis) ? basis : {}}
        />
      ))}
      <EditButton edit={`add:${name}`}>{t("addBasis")}</EditButton>
    </fieldset>
  );
}

type BasisProps = {
  name: string;
  number: number;
  model: FormModel;
  basis: Readonly<Record<string, unknown>>;
};

function Basis({ name, number, model, basis }: BasisProps) {
  const t = useTranslations("wholeFile");
  const labelOf = useFieldLabel();
  const { id, problems } = useField(name);
  if (model.kind !== "object") return null;
  const isNew = typeof basis.newSource === "string" || typeof basis.source !== "string";
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset in each row would be read out as much as it holds
    <div id={id} role="group" aria-label={t("basisNumber", { number })} className="basis">
      <FieldProblems id={id} problems={problems} />
      {model.fields.map((field) =>
        field.model.kind === "localized" ? (
          <BasisNote
            key={field.key}
            name={`${name}.${field.key}`}
            label={labelOf("basis", field.key)}
            value={basis[field.key]}
          />
        ) : (
          <FieldInput
            key={field.key}
            name={`${name}.${field.key}`}
            section="basis"
            fieldKey={field.key}
            model={field.model}
            value={basis[field.key]}
            isOptional={field.isOptional}
            label={labelOf("basis", field.key)}
          />
        ),
      )}
      <details className="fold" open={isNew}>
        <summary>{t("newSource")}</summary>
        <TextField
          name={`${name}.newSource`}
          label={t("newSourceLabel")}
          hint={t("newSourceHint")}
          defaultValue={typeof basis.newSource === "string" ? basis.newSource : ""}
        />
      </details>
      <EditButton edit={`remove:${name}`} label={t("removeBasis", { number })}>
        {t("remove")}
      </EditButton>
    </div>
  );
}

/** What is said of a source, folded to its first line: most of these are the same in fact after fact. */
function BasisNote({ name, label, value }: { name: string; label: string; value: unknown }) {
  const { state } = use(FormContext);
  const text = useValueText()({ section: "basis", key: "note", model: { kind: "localized" }, value });
  const isWrong = state.problems.some(({ field }) => field === name || field?.startsWith(`${name}.`));
  const read = LocalizedText.safeParse(value);
  const isOutdated = read.success && outdatedTranslations(read.data).length > 0;
  return (
    <details className="fold" open={isWrong || isOutdated}>
      <summary>
        {label}
        {text !== "" && <span className="line">: {text}</span>}
      </summary>
      <LocalizedField name={name} label={label} value={value} />
    </details>
  );
}
