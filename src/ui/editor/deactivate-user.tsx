import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import { type ListedUser, UserFacts } from "#ui/editor/users.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type Props = { user: ListedUser; action: (state: FormState, form: FormData) => Promise<FormState> };

/** Asks whether an account is to be deactivated. */
export function DeactivateUser({ user, action }: Props) {
  const t = useTranslations("accounts.users");
  const language = useLocale();
  return (
    <>
      <UserFacts user={user} />
      <p>{t("deactivateHint")}</p>
      <EditorForm action={action} hidden={{ user: user.id }}>
        <div className="actions">
          <SubmitButton kind="danger">{t("submitDeactivate")}</SubmitButton>
          <a href={localizedPath(`/editor/users/${user.id}`, language)}>{t("keep")}</a>
        </div>
      </EditorForm>
    </>
  );
}
