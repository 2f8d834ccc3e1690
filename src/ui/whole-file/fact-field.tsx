"use client";

import { useTranslations } from "next-intl";
import type { FormField, FormModel } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { Bases } from "#ui/whole-file/bases.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { FieldInput } from "#ui/whole-file/field-input.tsx";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { WithheldMark } from "#ui/whole-file/withheld-mark.tsx";

type Props = {
  name: string;
  section: string;
  model: Extract<FormModel, { kind: "object" }>;
  fact: Readonly<Record<string, unknown>>;
};

/** One fact: what is known of it, what that rests on, and what other sources say against it. */
export function FactField({ name, section, model, fact }: Props) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const { id, problems } = useField(name);
  const field = (key: string) => model.fields.find((it) => it.key === key);
  const against = listOf(fact.disputed);
  const said = { section, label, value: field("value"), basis: field("basis") };
  const disputed = field("disputed")?.model;
  const other = disputed?.kind === "list" && disputed.item.kind === "object" ? disputed.item : undefined;
  return (
    <fieldset id={id} tabIndex={-1} className="file-fact">
      <legend>
        {label} <WithheldMark id={fact.id} />
      </legend>
      <input type="hidden" name={`${name}.id`} value={String(fact.id ?? "")} />
      <FieldProblems id={id} problems={problems} />
      <Said name={name} node={fact} {...said} />
      {other !== undefined &&
        against.map((node, index) => (
          <fieldset
            // biome-ignore lint/suspicious/noArrayIndexKey: what is said against a fact is known by its place
            key={index}
            id={`${id}.disputed.${index}`}
            tabIndex={-1}
            className="disputed"
          >
            <legend>{t("disputed", { number: index + 1 })}</legend>
            <Said
              name={`${name}.disputed.${index}`}
              node={isRecord(node) ? node : {}}
              {...said}
              value={other.fields.find(({ key }) => key === "value")}
              basis={other.fields.find(({ key }) => key === "basis")}
            />
            <EditButton edit={`remove:${name}.disputed.${index}`} label={t("removeDisputed", { label })}>
              {t("remove")}
            </EditButton>
          </fieldset>
        ))}
      <p className="tools">
        {disputed !== undefined && (
          <EditButton edit={`add:${name}.disputed`} label={t("addDisputedTo", { label })}>
            {t("addDisputed")}
          </EditButton>
        )}
        <EditButton edit={`remove:${name}`} label={t("removeNamed", { label })}>
          {t("removeFact")}
        </EditButton>
      </p>
    </fieldset>
  );
}

type SaidProps = {
  name: string;
  node: Readonly<Record<string, unknown>>;
  section: string;
  label: string;
  value: FormField | undefined;
  basis: FormField | undefined;
};

/** A value or a gap, with its bases. */
function Said({ name, node, section, label, value, basis }: SaidProps) {
  return (
    <>
      {value !== undefined && (
        <FieldInput
          name={`${name}.value`}
          section={section}
          fieldKey="value"
          model={value.model}
          value={node.value}
          isOptional={false}
          label={label}
        />
      )}
      {basis?.model.kind === "list" && (
        <Bases name={`${name}.basis`} model={basis.model} value={node.basis} />
      )}
    </>
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
