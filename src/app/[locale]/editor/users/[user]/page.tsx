import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changeRole, reactivateUser, resetUser } from "#actions/users.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findUser } from "#data/editor/users.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { User } from "#ui/editor/user.tsx";

type Props = { params: Promise<{ user: string }>; searchParams: PageQuery };

export async function generateMetadata() {
  const t = await getTranslations("accounts.users");
  return { title: t("title") };
}

export default async function UserPage({ params, searchParams }: Props) {
  const { user: id } = await params;
  const actor = await pageActor("manage-users", `/editor/users/${id}`);
  const t = await getTranslations("accounts.users");
  const user = (await findUser(actor, id)) ?? notFound();
  return (
    <EditorPage
      actor={actor}
      title={user.name}
      crumbs={[{ address: "/editor/users", label: t("title") }]}
      done={(await searchParamsOf(searchParams)).get("done")}
    >
      <User actor={actor} user={user} actions={{ changeRole, resetUser, reactivateUser }} />
    </EditorPage>
  );
}
