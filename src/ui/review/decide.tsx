import { useTranslations } from "next-intl";
import type { FormState } from "#domain/form-state.ts";
import { languages } from "#domain/languages.ts";
import { languageNames } from "#i18n/language-names.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";
import { KeptFields } from "#ui/review/kept-fields.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  action: Action;
  draft: { id: string; save: number };
  /** Whether it can be sent as things stand. */
  isOpen: boolean;
};

/** Publishes the draft as it was read: with a note for readers, and one for editors. */
export function PublishForm({ action, draft, isOpen }: Props) {
  const t = useTranslations("review");
  const noteLabels = Object.fromEntries(
    languages.map((language) => [`note.${language}`, t("noteIn", { language: languageNames[language] })]),
  );
  return (
    <EditorForm
      id="publish"
      action={action}
      hidden={{ draft: draft.id, base: String(draft.save) }}
      labels={{ ...noteLabels, "note.original": t("noteOriginal"), internal: t("internal") }}
    >
      <KeptFields isOpen={isOpen}>
        <p className="hint">{t("noteHint")}</p>
        <RadioField
          name="note.original"
          label={t("noteOriginal")}
          options={languages.map((language) => ({ value: language, label: languageNames[language] }))}
        />
        {languages.map((language) => (
          <TextField
            key={language}
            name={`note.${language}`}
            label={t("noteIn", { language: languageNames[language] })}
            lang={language}
            multiline
            rows={2}
          />
        ))}
        <TextField name="internal" label={t("internal")} hint={t("internalHint")} multiline rows={2} />
        <p className="actions">
          <SubmitButton>{t("publish")}</SubmitButton>
        </p>
      </KeptFields>
    </EditorForm>
  );
}

/** Gives the draft back to those who wrote it, with a reason. */
export function ReturnForm({ action, draft, isOpen }: Props) {
  const t = useTranslations("review");
  return (
    <EditorForm
      id="return"
      action={action}
      hidden={{ draft: draft.id, base: String(draft.save) }}
      labels={{ reason: t("reason") }}
    >
      <KeptFields isOpen={isOpen}>
        <TextField name="reason" label={t("reason")} multiline rows={3} />
        <p className="actions">
          <SubmitButton kind="secondary">{t("return")}</SubmitButton>
        </p>
      </KeptFields>
    </EditorForm>
  );
}
