import { useTranslations } from "next-intl";
import type { FormState } from "#domain/form-state.ts";
import { roles } from "#domain/policy.ts";
import { OneTimePassword } from "#ui/editor/one-time-password.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Props = { action: (state: FormState, form: FormData) => Promise<FormState> };

/** The form with which an administrator adds an account. It answers with the password, once. */
export function NewUser({ action }: Props) {
  const t = useTranslations("accounts");
  const labels = { login: t("users.login"), name: t("users.name"), role: t("users.role") };
  return (
    <EditorForm action={action} labels={labels}>
      <OneTimePassword label={t("users.oneTime")} hint={t("users.oneTimeHint")} />
      <TextField name="login" label={labels.login} hint={t("users.loginHint")} />
      <TextField name="name" label={labels.name} hint={t("users.nameHint")} />
      <RadioField
        name="role"
        label={labels.role}
        options={roles.map((role) => ({
          value: role,
          label: `${t(`role.${role}`)}: ${t(`roleHint.${role}`)}`,
        }))}
        defaultValue="editor"
      />
      <div className="actions">
        <SubmitButton>{t("users.submitAdd")}</SubmitButton>
      </div>
    </EditorForm>
  );
}
