import { useTranslations } from "next-intl";
import { shortestPassword } from "#domain/account.ts";
import type { FormState } from "#domain/form-state.ts";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { PasswordField } from "#ui/forms/password-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Whose it is: so that password managers know. */
  login: string;
  /** Whether nothing else is allowed before. */
  isFirst: boolean;
};

/** The form with which somebody changes their own password. */
export function ChangePassword({ action, login, isFirst }: Props) {
  const t = useTranslations("accounts.password");
  const labels = {
    currentPassword: t("current"),
    newPassword: t("new"),
    newPasswordAgain: t("again"),
  };
  return (
    <>
      <p className={isFirst ? "notice" : undefined}>{t(isFirst ? "first" : "ends")}</p>
      <EditorForm action={action} labels={labels}>
        <input type="text" autoComplete="username" defaultValue={login} readOnly hidden />
        <PasswordField
          name="currentPassword"
          label={labels.currentPassword}
          autoComplete="current-password"
        />
        <PasswordField
          name="newPassword"
          label={labels.newPassword}
          hint={t("newHint", { least: shortestPassword })}
          autoComplete="new-password"
        />
        <PasswordField name="newPasswordAgain" label={labels.newPasswordAgain} autoComplete="new-password" />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </EditorForm>
    </>
  );
}
