import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { rebaseDraft } from "#actions/draft.ts";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraftToReview } from "#data/editor/review.ts";
import { listArticles } from "#data/public/articles.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { localizedPath } from "#domain/addresses.ts";
import { stepsFrom } from "#domain/workflow.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { Rebase } from "#ui/review/rebase.tsx";

type Props = { params: Promise<{ draft: string }> };

export async function generateMetadata() {
  const t = await getTranslations("review");
  return { title: t("rebaseTitle") };
}

export default async function RebasePage({ params }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("edit", `/editor/drafts/${id}/rebase`);
  const t = await getTranslations("review");
  const { draft, versions, withholdings } = (await findDraftToReview(actor, id)) ?? notFound();
  const frame = { actor, title: t("rebaseTitle"), crumbs: await draftCrumbs(draft) };
  const current = versions.at(-1);
  const canRebase =
    current !== undefined && current.number !== draft.baseVersion && stepsFrom(draft.state).includes("save");
  if (!canRebase) {
    return (
      <EditorPage {...frame}>
        <p>{t("rebaseNothing")}</p>
        <p>
          <a href={localizedPath(`/editor/drafts/${id}`, await getLocale())}>{t("toDraft")}</a>
        </p>
      </EditorPage>
    );
  }
  const [facilities, articles] = await Promise.all([listFacilities(), listArticles()]);
  return (
    <EditorPage {...frame}>
      <Rebase
        draft={draft}
        base={draft.base ?? {}}
        current={current}
        withholdings={withholdings}
        known={{ facilities, articles }}
        action={rebaseDraft}
      />
    </EditorPage>
  );
}
