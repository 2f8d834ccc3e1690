import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { deactivateUser } from "#actions/users.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findUser } from "#data/editor/users.ts";
import { mayChangeAccount } from "#domain/policy.ts";
import { DeactivateUser } from "#ui/editor/deactivate-user.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";

type Props = { params: Promise<{ user: string }> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.users");
  return { title: t("submitDeactivate") };
}

export default async function DeactivateUserPage({ params }: Props) {
  const { user: id } = await params;
  const actor = await pageActor("manage-users", `/editor/users/${id}/deactivate`);
  const t = await getTranslations("accounts.users");
  const user = (await findUser(actor, id)) ?? notFound();
  if (!mayChangeAccount(actor, id) || user.deactivatedAt !== null) notFound();
  return (
    <EditorPage
      actor={actor}
      title={t("submitDeactivate")}
      crumbs={[
        { address: "/editor/users", label: t("title") },
        { address: `/editor/users/${id}`, label: user.name },
      ]}
    >
      <DeactivateUser user={user} action={deactivateUser} />
    </EditorPage>
  );
}
