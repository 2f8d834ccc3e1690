import { getTranslations } from "next-intl/server";
import { pageActor } from "#auth/page-actor.ts";
import { listUsers } from "#data/editor/users.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { UserList } from "#ui/editor/users.tsx";

export async function generateMetadata() {
  const t = await getTranslations("accounts.users");
  return { title: t("title") };
}

export default async function UsersPage() {
  const actor = await pageActor("manage-users", "/editor/users");
  const t = await getTranslations("accounts.users");
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={[]}>
      <UserList actor={actor} users={await listUsers(actor)} />
    </EditorPage>
  );
}
