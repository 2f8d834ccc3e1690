"use client";

import { useTranslations } from "next-intl";
import { type SyntheticEvent, use, useState } from "react";
import type { FormModel } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { FormContext, fieldId, useField } from "#ui/forms/form-context.ts";
import { FieldProblems } from "#ui/forms/problem-words.tsx";
import { useChoiceWords } from "#ui/whole-file/choice-words.ts";
import { EditButton } from "#ui/whole-file/edit-button.tsx";
import { useFieldLabel, usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { NodeFields } from "#ui/whole-file/node-fields.tsx";
import { PlaceContext } from "#ui/whole-file/place-context.ts";
import { useValueText } from "#ui/whole-file/value-text.ts";
import { WithheldMark } from "#ui/whole-file/withheld-mark.tsx";

/** Lists that are longer hold the fields of those entries alone that are opened. */
const shortList = 8;

type Props = {
  name: string;
  section: string;
  item: FormModel;
  value: unknown;
  /** Whether it is all that the page shows, whose heading says it then. */
  isAlone: boolean;
};

/** A list of entries: each a line in words that opens into its fields. */
export function Entries({ name, section, item, value, isAlone }: Props) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel();
  const { id, problems } = useField(name);
  const nodes: readonly unknown[] = Array.isArray(value) ? value : [];
  const isInner = name.includes(".");
  const Heading = isInner ? "h3" : "h2";
  return (
    <section className="file-list" aria-labelledby={id}>
      <Heading id={id} tabIndex={-1} className={isAlone ? "unseen" : undefined}>
        {label(section, "list")}
      </Heading>
      <FieldProblems id={id} problems={problems} />
      {nodes.length === 0 && <p className="soft">{t("none")}</p>}
      {nodes.map((node, index) => (
        <Entry
          key={isRecord(node) ? String(node.id ?? index) : index}
          name={`${name}.${index}`}
          section={section}
          model={item}
          node={isRecord(node) ? node : {}}
          number={index + 1}
          isLast={index === nodes.length - 1}
          isLight={nodes.length > shortList}
        />
      ))}
      <AddEntry name={name} section={section} item={item} />
    </section>
  );
}

type EntryProps = {
  name: string;
  section: string;
  model: FormModel;
  node: Readonly<Record<string, unknown>>;
  number: number;
  isLast: boolean;
  /** Whether its fields are made only when it is opened. */
  isLight: boolean;
};

function Entry({ name, section, model, node, number, isLast, isLight }: EntryProps) {
  const t = useTranslations("wholeFile");
  const { form, state } = use(FormContext);
  const { at } = use(PlaceContext);
  const { problems } = useField(name);
  const valueText = useValueText();
  const isWrong = state.problems.some(({ field }) => field === name || field?.startsWith(`${name}.`));
  const isOpen = isWrong || at === name || at.startsWith(`${name}.`);
  // `unopened` is all that there is of an entry that the form didn't open.
  const isUnopened = isLight || Object.keys(node).every((key) => key === "id");
  const [hasFields, setHasFields] = useState(isOpen || !isUnopened);
  const summary = valueText({ section, key: "", model, value: inOrder(node) });
  const opening = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open) setHasFields(true);
  };
  return (
    <details className="file-entry" open={isOpen} onToggle={opening}>
      <summary id={fieldId(form, name)}>
        <span className="typed">{number}</span> <span className="line">{summary || t("empty")}</span>{" "}
        <WithheldMark id={node.id} />
        {isWrong && <span className="wrong">{t("wrong")}</span>}
      </summary>
      <input type="hidden" name={`${name}.id`} value={String(node.id ?? "")} />
      <FieldProblems id={fieldId(form, name)} problems={problems} />
      {hasFields ? (
        <NodeFields name={name} section={section} model={model} node={node} />
      ) : (
        <input type="hidden" name={`${name}.unopened`} value="yes" />
      )}
      <p className="tools">
        {!hasFields && <EditButton edit={`open:${name}`}>{t("open")}</EditButton>}
        {number > 1 && (
          <EditButton edit={`up:${name}`} label={t("upNamed", { number })}>
            {t("up")}
          </EditButton>
        )}
        {!isLast && (
          <EditButton edit={`down:${name}`} label={t("downNamed", { number })}>
            {t("down")}
          </EditButton>
        )}
        <EditButton edit={`remove:${name}`} label={t("removeNumber", { number })}>
          {t("remove")}
        </EditButton>
      </p>
    </details>
  );
}

/** With the date first, as a line begins. */
function inOrder({ date, ...node }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return date === undefined ? node : { date, ...node };
}

function AddEntry({ name, section, item }: { name: string; section: string; item: FormModel }) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const labelOf = useFieldLabel();
  const words = useChoiceWords();
  const { form } = use(FormContext);
  const choice = fieldId(form, `add.${name}`);
  return (
    <div className="add-entry">
      {item.kind === "variants" && (
        <>
          <label htmlFor={choice}>{labelOf(section, item.by)}</label>
          <select id={choice} name={`add.${name}`} defaultValue="">
            <option value="">{t("choose")}</option>
            {item.variants.map(({ value }) => (
              <option key={value} value={value}>
                {words(section, item.by, value)}
              </option>
            ))}
          </select>
        </>
      )}
      <EditButton edit={`add:${name}`}>{t("addNamed", { label })}</EditButton>
    </div>
  );
}
