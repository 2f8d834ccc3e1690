import { NextIntlClientProvider, useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FormState } from "#domain/form-state.ts";
import { languages } from "#domain/languages.ts";
import { namePartField, nameParts, recordedNames } from "#domain/new-person.ts";
import { languageNames } from "#i18n/language-names.ts";
import { AnotherPersonField } from "#ui/editor/another-person-field.tsx";
import type { FacilityNames } from "#ui/editor/side-by-side.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  facilities: FacilityNames;
};

/** The names of somebody new, in as many of the languages as are known. */
export function NewPerson({ action, facilities }: Props) {
  const t = useTranslations("persons");
  const partLabel = (part: (typeof nameParts)[number]) => t(`part.${part}`);
  const labels = Object.fromEntries(
    languages.flatMap((language) =>
      nameParts.map((part) => [
        namePartField(language, part),
        t("partIn", { part: partLabel(part), language: languageNames[language] }),
      ]),
    ),
  );
  return (
    <EditorForm action={action} className="wide" labels={{ ...labels, kind: t("kind") }}>
      <RadioField
        name="kind"
        label={t("kind")}
        hint={t("kindHint")}
        options={recordedNames.map((value) => ({ value, label: t(`recorded.${value}`) }))}
      />
      <div className="in-three-columns">
        {languages.map((language) => (
          <fieldset key={language}>
            <legend lang={language}>{languageNames[language]}</legend>
            {nameParts.map((part) => (
              <TextField
                key={part}
                name={namePartField(language, part)}
                label={partLabel(part)}
                lang={language}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <AlikeWords>
        <AnotherPersonField own={t("newTitle")} label={t("another")} facilities={facilities} />
      </AlikeWords>
      <p className="actions">
        <SubmitButton>{t("submit")}</SubmitButton>
      </p>
    </EditorForm>
  );
}

/** Gives the browser the words in which people are held against each other, beside those of every form. */
function AlikeWords({ children }: { children: ReactNode }) {
  const { duplicates, event, forms, persons, problem, profile, withholding } = useMessages();
  const messages = { duplicates, event, forms, persons, problem, profile, withholding };
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
