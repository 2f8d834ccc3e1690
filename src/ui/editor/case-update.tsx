import { useLocale, useTranslations } from "next-intl";
import type { EventKind } from "#domain/case-file/events.ts";
import { eventFields } from "#domain/case-update.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import type { FormField } from "#domain/form/model.ts";
import type { FormState } from "#domain/form-state.ts";
import { languages } from "#domain/languages.ts";
import type { Facility } from "#domain/reference.ts";
import { languageNames } from "#i18n/language-names.ts";
import { useCaseUpdateOptions } from "#ui/editor/case-update-options.ts";
import { SameEventField } from "#ui/editor/same-event-field.tsx";
import { DateField } from "#ui/forms/date-field.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { FieldsFold } from "#ui/forms/fields-fold.tsx";
import type { Option } from "#ui/forms/option.ts";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SelectField } from "#ui/forms/select-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";
import { useChoiceWords } from "#ui/whole-file/choice-words.ts";
import { useFieldLabel } from "#ui/whole-file/field-label.ts";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  personId: string;
  kind: EventKind;
  /** What the event is added to. */
  file: DraftFile;
  facilities: readonly Facility[];
};

/** One event of a kind with the source that tells of it. */
export function CaseUpdate({ action, personId, kind, file, facilities }: Props) {
  const t = useTranslations("caseUpdate");
  const { sources, ...references } = useCaseUpdateOptions(file, facilities);
  const labelOf = useEventLabel();
  const fields = eventFields(kind)
    .filter(({ key }) => key !== "prosecution" || references.prosecution.length > 0)
    .sort((a, b) => rank(a) - rank(b));
  const labels = {
    ...Object.fromEntries(fields.map(({ key }) => [key, labelOf(key)])),
    ...Object.fromEntries(sourceKeys.map((key) => [key, t(key)])),
  };
  return (
    <EditorForm id="update" action={action} hidden={{ person: personId, kind }} labels={labels}>
      {fields
        .filter((field) => !isText(field))
        .map((field) => (
          <EventField key={field.key} field={field} label={labelOf(field.key)} references={references} />
        ))}
      <WordsIn />
      {fields.filter(isText).map((field) => (
        <EventField key={field.key} field={field} label={labelOf(field.key)} references={{}} />
      ))}
      <SourceFields sources={sources} />
      <SameEventField label={t("confirm")} />
      <p className="actions">
        <SubmitButton name="after" value="save">
          {t("save")}
        </SubmitButton>
        <SubmitButton name="after" value="submit" kind="secondary">
          {t("submit")}
        </SubmitButton>
      </p>
    </EditorForm>
  );
}

function isText({ model }: FormField): boolean {
  return model.kind === "localized";
}

/** When, what exactly, where. */
function rank({ model }: FormField): number {
  if (model.kind === "date") return 0;
  return model.kind === "facility" || model.kind === "prosecution" ? 2 : 1;
}

function useEventLabel(): (key: string) => string {
  const labelOf = useFieldLabel();
  return (key) => {
    const label = labelOf("events", key);
    return label.charAt(0).toUpperCase() + label.slice(1);
  };
}

const newSourceKeys = ["title", "publisher", "author", "sourceDate", "sourceLanguage"] as const;
const sourceKeys = ["source", "address", ...newSourceKeys, "asOf"] as const;

type EventFieldProps = {
  field: FormField;
  label: string;
  /** What can be chosen where a field names something by its id. */
  references: Readonly<Record<string, readonly Option[]>>;
};

function EventField({ field: { key, model }, label, references }: EventFieldProps) {
  const t = useTranslations("caseUpdate");
  const words = useChoiceWords();
  switch (model.kind) {
    case "date":
      return <DateField name={key} label={label} hint={t("dateHint")} />;
    case "localized":
      return key === "note" ? (
        <TextField name={key} label={label} hint={t("noteHint")} multiline />
      ) : (
        <TextField name={key} label={label} hint={t("placeHint")} />
      );
    case "choice":
      return (
        <SelectField
          name={key}
          label={label}
          options={[
            { value: "", label: t("choose") },
            ...model.values.map((value) => ({ value, label: words("events", key, value) })),
          ]}
        />
      );
    case "currency":
      return <TextField name={key} label={label} defaultValue="BYN" />;
    case "number":
      return <TextField name={key} label={label} inputMode="decimal" />;
    default:
      return (
        <SelectField
          name={key}
          label={label}
          options={[{ value: "", label: t("none") }, ...(references[model.kind] ?? [])]}
        />
      );
  }
}

function WordsIn() {
  const t = useTranslations("caseUpdate");
  return (
    <RadioField
      name="wordsIn"
      label={t("wordsIn")}
      options={languages.map((value) => ({ value, label: languageNames[value] }))}
      defaultValue={useLocale()}
    />
  );
}

function SourceFields({ sources }: { sources: readonly Option[] }) {
  const t = useTranslations("caseUpdate");
  const spoken = useLanguageOptions();
  return (
    <fieldset className="source">
      <legend>{t("sourceHeading")}</legend>
      {sources.length === 0 ? (
        <input type="hidden" name="source" value="" />
      ) : (
        <SelectField
          name="source"
          label={t("source")}
          options={[{ value: "", label: t("otherSource") }, ...sources]}
        />
      )}
      <TextField name="address" label={t("address")} hint={t("addressHint")} inputMode="url" />
      <FieldsFold summary={t("newSource")} fields={newSourceKeys}>
        <TextField name="title" label={t("title")} hint={t("titleHint")} />
        <TextField name="publisher" label={t("publisher")} />
        <TextField name="author" label={t("author")} />
        <DateField name="sourceDate" label={t("sourceDate")} />
        <SelectField
          name="sourceLanguage"
          label={t("sourceLanguage")}
          options={[{ value: "", label: t("choose") }, ...spoken]}
        />
      </FieldsFold>
      <DateField name="asOf" label={t("asOf")} hint={t("asOfHint")} />
    </fieldset>
  );
}

// Those that sources are mostly in; any other can be given in the file's sources.
const sourceLanguages = ["ru", "en", "uk", "pl", "lt", "lv", "de", "fr", "cs"];

function useLanguageOptions(): Option[] {
  const t = useTranslations("caseUpdate");
  const language = useLocale();
  const names = new Intl.DisplayNames(language, { type: "language" });
  return [
    { value: "be", label: names.of("be") ?? "be" },
    { value: "be-tarask", label: t("tarask") },
    ...sourceLanguages.map((value) => ({ value, label: names.of(value) ?? value })),
  ];
}
