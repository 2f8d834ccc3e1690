"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import {
  type FormField,
  type FormModel,
  fieldsFor,
  hasId,
  isFactModel,
  isInline,
} from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { Bases } from "#ui/whole-file/bases.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { Entries } from "#ui/whole-file/entries.tsx";
import { FactField } from "#ui/whole-file/fact-field.tsx";
import { FieldInput } from "#ui/whole-file/field-input.tsx";
import { useFieldLabel, usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { SingleEntry } from "#ui/whole-file/single-entry.tsx";

type Node = Readonly<Record<string, unknown>>;
type Props = { name: string; section: string; model: FormModel; node: Node };

/** All fields of an entry, or of a part of the file; for one whose kind decides, those of the kind that is chosen. */
export function NodeFields({ name, section, model, node }: Props) {
  const labelOf = useFieldLabel();
  const [variant, setVariant] = useState(model.kind === "variants" ? node[model.by] : undefined);
  if (model.kind !== "variants") {
    return <Fields name={name} section={section} fields={fieldsFor(model, node)} node={node} />;
  }
  const choosing = (event: FormEvent<HTMLDivElement>) => {
    const { target } = event;
    if (target instanceof HTMLSelectElement && target.name === `${name}.${model.by}`)
      setVariant(target.value);
  };
  return (
    <div onChange={choosing}>
      <FieldInput
        name={`${name}.${model.by}`}
        section={section}
        fieldKey={model.by}
        model={{ kind: "choice", values: model.variants.map(({ value }) => value) }}
        value={variant}
        isOptional={false}
        label={labelOf(section, model.by)}
      />
      <Fields name={name} section={section} fields={fieldsFor(model, { [model.by]: variant })} node={node} />
    </div>
  );
}

/** Fields in the order in which one fills them in: what is short side by side, then texts, facts, lists; sources last. */
export function Fields({
  name,
  section,
  fields,
  node,
}: {
  name: string;
  section: string;
  fields: readonly FormField[];
  node: Node;
}) {
  const t = useTranslations("wholeFile");
  const labelOf = useFieldLabel();
  const placeOf = usePlaceLabel();
  const nameOf = (key: string) => (name === "" ? key : `${name}.${key}`);
  const sectionOf = (key: string) => (section === "" ? key : `${section}.${key}`);
  const of = (...groups: Group[]) => fields.filter((field) => groups.includes(groupOf(field)));
  const inputs = (group: readonly FormField[]) =>
    group.map((field) => (
      <FieldInput
        key={field.key}
        name={nameOf(field.key)}
        section={section}
        fieldKey={field.key}
        model={field.model}
        value={node[field.key]}
        isOptional={field.isOptional}
        label={labelOf(section, field.key)}
      />
    ));
  const things = of("thing");
  const absent = things.filter(({ key, isOptional }) => isOptional && node[key] === undefined);
  return (
    <>
      {of("short").length > 0 && <div className="side-by-side">{inputs(of("short"))}</div>}
      {inputs(of("text"))}
      {things
        .filter((field) => !absent.includes(field))
        .map((field) => (
          <Thing
            key={field.key}
            name={nameOf(field.key)}
            section={sectionOf(field.key)}
            field={field}
            value={node[field.key]}
            isAlone={name === "" && fields.length === 1}
          />
        ))}
      {absent.length > 0 && (
        <div className="absent">
          <p>{t("absent")}</p>
          <ul>
            {absent.map(({ key }) => (
              <li key={key}>
                <EditButton
                  edit={`add:${nameOf(key)}`}
                  label={t("addNamed", { label: placeOf(sectionOf(key)) })}
                >
                  {placeOf(sectionOf(key))}
                </EditButton>
              </li>
            ))}
          </ul>
        </div>
      )}
      {of("bases").map(({ key, model }) =>
        model.kind === "list" ? <Bases key={key} name={nameOf(key)} model={model} value={node[key]} /> : null,
      )}
    </>
  );
}

type Group = "id" | "short" | "text" | "thing" | "bases";

function groupOf({ key, model }: FormField): Group {
  if (model.kind === "id") return "id";
  if (key === "basis") return "bases";
  if (model.kind === "localized" || model.kind === "choices" || model.kind === "flag") return "text";
  if (model.kind === "object" && isInline(model)) return "short";
  return model.kind === "object" || model.kind === "variants" || model.kind === "list" ? "thing" : "short";
}

type ThingProps = {
  name: string;
  section: string;
  field: FormField;
  value: unknown;
  isAlone: boolean;
};

/** What has an id of its own, or holds such things. */
function Thing({ name, section, field: { model, isOptional }, value, isAlone }: ThingProps) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const node = isRecord(value) ? value : {};
  if (model.kind === "list") {
    return <Entries name={name} section={section} item={model.item} value={value} isAlone={isAlone} />;
  }
  if (model.kind === "object" && isFactModel(model)) {
    return <FactField name={name} section={section} model={model} fact={node} isOpen={isAlone} />;
  }
  if (hasId(model)) return <SingleEntry name={name} section={section} model={model} node={node} />;
  return (
    <>
      {isOptional && <input type="hidden" name={`${name}.there`} value="yes" />}
      <NodeFields name={name} section={section} model={model} node={node} />
      {isOptional && (
        <p className="tools">
          <EditButton edit={`remove:${name}`}>{t("removeNamed", { label })}</EditButton>
        </p>
      )}
    </>
  );
}
