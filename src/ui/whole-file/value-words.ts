import { useLocale, useMessages, useTranslations } from "next-intl";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { type FormField, type FormModel, fieldsFor } from "#domain/form/model.ts";
import { isRecord } from "#domain/json.ts";
import { languages } from "#domain/languages.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import { formatDate } from "#i18n/dates.ts";
import { isMessageKey } from "#i18n/message-key.ts";
import { useChoiceWords } from "#ui/whole-file/choice-words.ts";
import { type FormReferences, referencesOf } from "#ui/whole-file/references.ts";

/** A value of a draft with what it is: `section` and `key` tell which words its choices have. */
export type ShownValue = { section: string; key: string; model: FormModel; value: unknown };

/** Says a value of a draft in words; what can't be read is said as it was typed, nothing for what isn't there. */
export function useValueWords(references: FormReferences): (shown: ShownValue) => string {
  const t = useTranslations();
  const language = useLocale();
  const messages = useMessages();
  const choice = useChoiceWords();

  function text({ section, key, model, value }: ShownValue): string {
    if (value === undefined || value === "") return "";
    switch (model.kind) {
      case "gapped":
        return typeof value === "string"
          ? choice(section, key, value)
          : text({ section, key, model: model.value, value });
      case "choice":
        return choice(section, key, String(value));
      case "choices":
        return listOf(value)
          .map((it) => choice(section, key, String(it)))
          .join(", ");
      case "localized":
        return localized(value);
      case "date":
      case "day":
        return date(value);
      case "flag":
        return value === true ? t("wholeFile.said.yes") : "";
      case "list":
        return listOf(value)
          .map((it) => text({ section: joined(section, key), key: "", model: model.item, value: it }))
          .filter(Boolean)
          .join("; ");
      case "object":
      case "variants":
        return isRecord(value) ? parts(section, model, value).join(" · ") : String(value);
      default:
        return (
          referencesOf(model.kind, references)?.find((option) => option.value === value)?.label ??
          String(value)
        );
    }
  }

  /** What the fields of a thing say, each by itself, but for its bases. */
  function parts(section: string, model: FormModel, node: Readonly<Record<string, unknown>>): string[] {
    const by: FormField[] =
      model.kind === "variants"
        ? [{ key: model.by, model: { kind: "choice", values: [] }, isOptional: false }]
        : [];
    return [...by, ...fieldsFor(model, node)]
      .filter(({ key, model: { kind } }) => !untold.includes(key) && kind !== "flag")
      .filter(({ key, model: { kind } }) => node.title === undefined || !isSmallPrint(kind, node[key]))
      .sort((a, b) => orderOf(a.model) - orderOf(b.model))
      .map(({ key, model: inner }) => {
        const said = text({ section, key, model: inner, value: node[key] });
        const unit = `term.${key}`;
        const count = Number(said);
        return isMessageKey(messages, unit) && said !== "" && Number.isInteger(count)
          ? t(unit, { count })
          : said;
      })
      .filter(Boolean);
  }

  function localized(value: unknown): string {
    const read = LocalizedText.safeParse(value);
    if (read.success) return read.data[language] ?? read.data[read.data.original] ?? "";
    const first = isRecord(value) ? [language, ...languages].map((it) => value[it]).find(Boolean) : value;
    return String(first ?? "");
  }

  function date(value: unknown): string {
    const read = PartialDate.safeParse(typeof value === "string" ? { edtf: value } : value);
    if (read.success) return formatDate(read.data, language);
    return isRecord(value) ? String(value.edtf ?? localized(value.words)) : String(value);
  }

  return text;
}

function joined(section: string, key: string): string {
  return key === "" ? section : `${section}.${key}`;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

const untold = ["id", "basis", "disputed"];

/** What something is called comes first, and what is told of it at length last. */
function orderOf({ kind }: FormModel): number {
  if (kind === "text") return 0;
  return kind === "localized" ? 2 : 1;
}

/** Addresses, hashes and the like, which tell nobody which thing it is where it has a title. */
function isSmallPrint(kind: FormModel["kind"], value: unknown): boolean {
  return kind === "address" || kind === "day" || (kind === "code" && String(value).length > 9);
}
