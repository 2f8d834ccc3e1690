import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { goBackToSave } from "#actions/draft.ts";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { numberParam } from "#app/number-param.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft, findSave } from "#data/editor/draft.ts";
import { namesOf } from "#data/editor/users.ts";
import { listArticles } from "#data/public/articles.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { after } from "#domain/workflow.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { SaveDetails } from "#ui/whole-file/saves.tsx";

type Props = { params: Promise<{ draft: string; save: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("wholeFile.saves");
  return { title: t("one", { number: numberParam((await params).save) }) };
}

export default async function SavePage({ params }: Props) {
  const { draft: id, ...of } = await params;
  const number = numberParam(of.save);
  const actor = await pageActor("read", `/editor/drafts/${id}/saves/${number}`);
  const draft = (await findDraft(actor, id)) ?? notFound();
  const save = (await findSave(actor, id, number)) ?? notFound();
  const t = await getTranslations("wholeFile.saves");
  const crumbs = [
    ...(await draftCrumbs(draft)),
    { address: `/editor/drafts/${id}/saves` as const, label: t("title") },
  ];
  return (
    <EditorPage actor={actor} title={t("one", { number })} crumbs={crumbs}>
      <SaveDetails
        draft={id}
        save={save}
        current={draft.save}
        mayGoBack={after("save", draft.state) !== undefined && number !== draft.save}
        people={await namesOf([save.by])}
        facilities={await listFacilities()}
        articles={await listArticles()}
        goBack={goBackToSave}
      />
    </EditorPage>
  );
}
