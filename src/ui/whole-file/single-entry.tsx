"use client";

import { useTranslations } from "next-intl";
import type { FormModel } from "#domain/form/model.ts";
import { useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { NodeFields } from "#ui/whole-file/node-fields.tsx";
import { WithheldMark } from "#ui/whole-file/withheld-mark.tsx";

type Props = {
  name: string;
  section: string;
  model: FormModel;
  node: Readonly<Record<string, unknown>>;
};

/** An entry of which there is one at most, such as the portrait. */
export function SingleEntry({ name, section, model, node }: Props) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const { id, problems } = useField(name);
  return (
    <fieldset id={id} tabIndex={-1} className="file-fact">
      <legend>
        {label} <WithheldMark id={node.id} />
      </legend>
      <input type="hidden" name={`${name}.id`} value={String(node.id ?? "")} />
      <FieldProblems id={id} problems={problems} />
      <NodeFields name={name} section={section} model={model} node={node} />
      <p className="tools">
        <EditButton edit={`remove:${name}`} label={t("removeNamed", { label })}>
          {t("removeFact")}
        </EditButton>
      </p>
    </fieldset>
  );
}
