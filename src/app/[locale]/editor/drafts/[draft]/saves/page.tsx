import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft, listSaves } from "#data/editor/draft.ts";
import { namesOf } from "#data/editor/users.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { SaveTable } from "#ui/whole-file/saves.tsx";

type Props = { params: Promise<{ draft: string }> };

export async function generateMetadata() {
  const t = await getTranslations("wholeFile.saves");
  return { title: t("title") };
}

export default async function SavesPage({ params }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("read", `/editor/drafts/${id}/saves`);
  const draft = (await findDraft(actor, id)) ?? notFound();
  const saves = await listSaves(actor, id);
  const t = await getTranslations("wholeFile.saves");
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={await draftCrumbs(draft)}>
      <p className="prose">{t("lead")}</p>
      <SaveTable
        draft={id}
        saves={saves}
        current={draft.save}
        people={await namesOf(saves.map(({ by }) => by))}
      />
    </EditorPage>
  );
}
