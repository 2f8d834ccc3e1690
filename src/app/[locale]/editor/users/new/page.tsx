import { getTranslations } from "next-intl/server";
import { addUser } from "#actions/users.ts";
import { pageActor } from "#auth/page-actor.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { NewUser } from "#ui/editor/new-user.tsx";

export async function generateMetadata() {
  const t = await getTranslations("accounts.users");
  return { title: t("addTitle") };
}

export default async function NewUserPage() {
  const actor = await pageActor("manage-users", "/editor/users/new");
  const t = await getTranslations("accounts.users");
  return (
    <EditorPage
      actor={actor}
      title={t("addTitle")}
      crumbs={[{ address: "/editor/users", label: t("title") }]}
    >
      <NewUser action={addUser} />
    </EditorPage>
  );
}
