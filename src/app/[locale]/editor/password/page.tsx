import { getTranslations } from "next-intl/server";
import { changePassword } from "#actions/password.ts";
import { pageActor } from "#auth/page-actor.ts";
import { ChangePassword } from "#ui/editor/change-password.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("accounts.password");
  return { title: t("title") };
}

export default async function PasswordPage() {
  const actor = await pageActor("change-password", "/editor/password");
  const t = await getTranslations("accounts.password");
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={[]}>
      <ChangePassword action={changePassword} login={actor.login} isFirst={actor.mustChangePassword} />
    </EditorPage>
  );
}
