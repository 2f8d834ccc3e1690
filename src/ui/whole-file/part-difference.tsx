"use client";

import { useTranslations } from "next-intl";
import { type FactDifference, type FieldDifference, fileDifference } from "#domain/file-difference.ts";
import { isRecord } from "#domain/json.ts";
import { languages } from "#domain/languages.ts";
import { languageNames } from "#i18n/language-names.ts";
import { useFieldLabel, usePlaceLabel } from "#ui/whole-file/field-label.ts";
import { useValueText } from "#ui/whole-file/value-text.ts";

type Props = { before: Readonly<Record<string, unknown>>; after: Readonly<Record<string, unknown>> };

/** What differs between two states of a draft, or of a section of it, in words. */
export function PartDifference({ before, after }: Props) {
  const t = useTranslations();
  const placeLabel = usePlaceLabel();
  const sections = fileDifference(before, after, []);
  if (sections.length === 0) return <p>{t("wholeFile.difference.none")}</p>;
  return (
    <ul className="differences">
      {sections.flatMap(({ section, facts, reordered, isOpened }) => [
        ...facts.map((fact) => <FactLine key={fact.id} fact={fact} />),
        ...reordered.map((list) => (
          <li key={list}>{t("wholeFile.difference.reordered", { label: placeLabel(list, "list") })}</li>
        )),
        ...(isOpened
          ? [
              <li key={section}>
                {t("wholeFile.difference.other", { label: t(`drafts.section.${section}`) })}
              </li>,
            ]
          : []),
      ])}
    </ul>
  );
}

function FactLine({ fact: { id, section, kind, before, after, fields } }: { fact: FactDifference }) {
  const t = useTranslations("wholeFile");
  const label = usePlaceLabel()(section);
  const valueText = useValueText();
  const shown = after ?? before;
  const summary = shown && valueText({ section, key: "", model: shown.model, value: shown.node });
  return (
    <li>
      {t(`difference.${kind}`, { label })} <span className="soft">{id}</span>
      {summary && `: ${summary}`}
      {kind === "changed" && (
        <ul>
          {fields.map((field, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several of one key have nothing else of their own
            <FieldLine key={index} section={section} field={field} />
          ))}
        </ul>
      )}
    </li>
  );
}

function FieldLine({ section, field }: { section: string; field: FieldDifference }) {
  const { key, model, before, after } = field;
  const labelOf = useFieldLabel();
  const valueText = useValueText();
  const isText = model.kind === "localized" || (model.kind === "gapped" && model.value.kind === "localized");
  if (isText && (isRecord(before) || isRecord(after))) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const differing = languages.filter((language) => was[language] !== is[language]);
    if (differing.length > 0) {
      return differing.map((language) => (
        <li key={language}>
          {`${labelOf(section, key)}, ${languageNames[language]}: `}
          <Change before={textOf(was[language])} after={textOf(is[language])} lang={language} />
        </li>
      ));
    }
  }
  const text = (value: unknown) => valueText({ section, key, model, value });
  return (
    <li>
      {`${labelOf(section, key)}: `}
      <Change before={text(before)} after={text(after)} />
    </li>
  );
}

function Change({ before, after, lang }: { before: string; after: string; lang?: string }) {
  return (
    <>
      {before !== "" && <del lang={lang}>{before}</del>}
      {before !== "" && after !== "" && " → "}
      {after !== "" && <ins lang={lang}>{after}</ins>}
    </>
  );
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
