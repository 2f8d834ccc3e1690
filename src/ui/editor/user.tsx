import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { auditAddress } from "#domain/audit-query.ts";
import type { FormState } from "#domain/form-state.ts";
import { type Actor, mayChangeAccount, roles } from "#domain/policy.ts";
import { OneTimePassword } from "#ui/editor/one-time-password.tsx";
import { type ListedUser, UserFacts } from "#ui/editor/users.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { RadioField } from "#ui/forms/radio-field.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  actor: Actor;
  user: ListedUser;
  actions: Readonly<Record<"changeRole" | "resetUser" | "reactivateUser", Action>>;
};

/** One account, and what an administrator can do with it. */
export function User({ actor, user, actions }: Props) {
  const t = useTranslations("accounts.users");
  const language = useLocale();
  return (
    <>
      <UserFacts user={user} />
      <p>
        <a href={localizedPath(auditAddress({ user: user.id, page: 1 }), language)}>{t("audit")}</a>
      </p>
      {mayChangeAccount(actor, user.id) ? (
        <Changes user={user} actions={actions} />
      ) : (
        <p className="notice">{t("own")}</p>
      )}
    </>
  );
}

function Changes({ user, actions }: Omit<Props, "actor">) {
  const t = useTranslations("accounts");
  const language = useLocale();
  const hidden = { user: user.id };
  return (
    <>
      <section aria-labelledby="change-role">
        <h2 id="change-role">{t("users.changeRole")}</h2>
        <p>{t("users.changeRoleHint")}</p>
        <EditorForm id="role" action={actions.changeRole} hidden={hidden}>
          <RadioField
            name="role"
            label={t("users.role")}
            options={roles.map((role) => ({
              value: role,
              label: `${t(`role.${role}`)}: ${t(`roleHint.${role}`)}`,
            }))}
            defaultValue={user.role}
          />
          <SubmitButton kind="secondary">{t("users.submitRole")}</SubmitButton>
        </EditorForm>
      </section>
      <section aria-labelledby="give-password">
        <h2 id="give-password">{t("users.reset")}</h2>
        <p>{t("users.resetHint")}</p>
        <EditorForm id="reset" action={actions.resetUser} hidden={hidden}>
          <OneTimePassword label={t("users.oneTime")} hint={t("users.oneTimeHint")} />
          <SubmitButton kind="secondary">{t("users.submitReset")}</SubmitButton>
        </EditorForm>
      </section>
      {user.deactivatedAt === null ? (
        <section aria-labelledby="deactivate">
          <h2 id="deactivate">{t("users.deactivate")}</h2>
          <p>{t("users.deactivateHint")}</p>
          <p>
            <a href={localizedPath(`/editor/users/${user.id}/deactivate`, language)}>
              {t("users.submitDeactivate")}
            </a>
          </p>
        </section>
      ) : (
        <section aria-labelledby="reactivate">
          <h2 id="reactivate">{t("users.reactivate")}</h2>
          <p>{t("users.reactivateHint")}</p>
          <EditorForm id="reactivate-form" action={actions.reactivateUser} hidden={hidden}>
            <SubmitButton kind="secondary">{t("users.submitReactivate")}</SubmitButton>
          </EditorForm>
        </section>
      )}
    </>
  );
}
