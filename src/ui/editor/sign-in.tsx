import { useTranslations } from "next-intl";
import type { Address } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import { EditorFrame } from "#ui/editor/editor-frame.tsx";
import { CheckboxField } from "#ui/forms/checkbox-field.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { PasswordField } from "#ui/forms/password-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { TextField } from "#ui/forms/text-field.tsx";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** The path of the page that was asked for, to which signing in leads back. */
  to: string | undefined;
  done: string | undefined;
};

/** The page on which editors sign in. */
export function SignIn({ action, to, done }: Props) {
  const t = useTranslations("accounts.signIn");
  const address: Address = `/editor/sign-in${to === undefined ? "" : `?${new URLSearchParams({ to })}`}`;
  const labels = { login: t("login"), password: t("password"), own: t("own") };
  return (
    <EditorFrame address={address} title={t("title")} done={done}>
      <p>{t("lead")}</p>
      {to !== undefined && <p className="notice">{t("ended")}</p>}
      <EditorForm action={action} labels={labels} hidden={to === undefined ? {} : { to }}>
        <TextField name="login" label={labels.login} autoComplete="username" />
        <PasswordField name="password" label={labels.password} autoComplete="current-password" />
        <CheckboxField name="own" label={labels.own} hint={t("ownHint")} />
        <div className="actions">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </EditorForm>
    </EditorFrame>
  );
}
