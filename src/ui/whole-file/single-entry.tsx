"use client";

import { useTranslations } from "next-intl";
import { use } from "react";
import type { FormModel } from "#domain/form/model.ts";
import { FormContext, useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { NodeFields } from "#ui/whole-file/node-fields.tsx";
import { PlaceContext } from "#ui/whole-file/place-context.ts";
import { useValueText } from "#ui/whole-file/value-text.ts";
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
  const { state } = use(FormContext);
  const { at } = use(PlaceContext);
  const isWrong = state.problems.some(({ field }) => field === name || field?.startsWith(`${name}.`));
  const line = useValueText()({ section, key: "", model, value: node });
  return (
    <details className="file-entry" open={isWrong || at === name || at.startsWith(`${name}.`)}>
      <summary id={id}>
        <span className="name">{label}</span> <span className="line">{line}</span>{" "}
        <WithheldMark id={node.id} />
        {isWrong && <span className="wrong">{t("wrong")}</span>}
      </summary>
      <input type="hidden" name={`${name}.id`} value={String(node.id ?? "")} />
      <FieldProblems id={id} problems={problems} />
      <NodeFields name={name} section={section} model={model} node={node} />
      <p className="tools">
        <EditButton edit={`remove:${name}`} label={t("removeNamed", { label })}>
          {t("removeFact")}
        </EditButton>
      </p>
    </details>
  );
}
