"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import type { FormField, FormModel } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { FormContext, useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { Bases } from "#ui/whole-file/bases.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { FieldInput } from "#ui/whole-file/field-input.tsx";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { PlaceContext } from "#ui/whole-file/place-context.ts";
import { useValueText } from "#ui/whole-file/value-text.ts";
import { WithheldMark } from "#ui/whole-file/withheld-mark.tsx";

type Props = {
  name: string;
  section: string;
  model: Extract<FormModel, { kind: "object" }>;
  fact: Readonly<Record<string, unknown>>;
  /** Whether it is open from the beginning: where the page has little else. */
  isOpen: boolean;
};

/** One fact: a line that opens into what is known of it, what that rests on, and what other sources say against it. */
export function FactField({ name, section, model, fact, isOpen }: Props) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const { id, problems } = useField(name);
  const { state } = use(FormContext);
  const { at } = use(PlaceContext);
  const isWrong = state.problems.some(({ field }) => field === name || field?.startsWith(`${name}.`));
  const isPlace = at === name || at.startsWith(`${name}.`);
  const field = (key: string) => model.fields.find((it) => it.key === key);
  const against = listOf(fact.disputed);
  const disputed = field("disputed")?.model;
  const other = disputed?.kind === "list" && disputed.item.kind === "object" ? disputed.item : undefined;
  return (
    <details className="file-entry" open={isOpen || isWrong || isPlace}>
      <summary id={id}>
        <span className="name">{label}</span>{" "}
        <FactLine section={section} value={field("value")} fact={fact} />
        <WithheldMark id={fact.id} />
        {isWrong && <span className="wrong">{t("wrong")}</span>}
      </summary>
      <fieldset className="file-fact">
        <legend className="unseen">{label}</legend>
        <input type="hidden" name={`${name}.id`} value={String(fact.id ?? "")} />
        <FieldProblems id={id} problems={problems} />
        <Said
          name={name}
          node={fact}
          section={section}
          label={label}
          value={field("value")}
          basis={field("basis")}
        />
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
                section={section}
                label={label}
                value={other.fields.find(({ key }) => key === "value")}
                basis={other.fields.find(({ key }) => key === "basis")}
              />
              <EditButton edit={`remove:${name}.disputed.${index}`} label={t("removeDisputed", { label })}>
                {t("removeSaid")}
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
    </details>
  );
}

type LineProps = {
  section: string;
  value: FormField | undefined;
  fact: Readonly<Record<string, unknown>>;
};

/** What a fact says, how many sources say it, and up to when they speak. */
function FactLine({ section, value, fact }: LineProps) {
  const t = useTranslations("wholeFile");
  const valueText = useValueText();
  const bases = listOf(fact.basis).filter(isRecord);
  const dates = bases
    .map(({ asOf }) => valueText({ section, key: "asOf", model: { kind: "day" }, value: asOf }))
    .filter(Boolean);
  return (
    <>
      <span className="line">
        {value && valueText({ section, key: "value", model: value.model, value: fact.value })}
      </span>{" "}
      {bases.length > 0 && (
        <span className="soft">
          {t("rests", { count: bases.length })}
          {dates.length > 0 && ` (${dates.join(", ")})`}
        </span>
      )}
      {listOf(fact.disputed).length > 0 && <span className="soft">{t("isDisputed")}</span>}
    </>
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
