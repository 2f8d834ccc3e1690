import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { discardDraft } from "#actions/draft.ts";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft } from "#data/editor/draft.ts";
import { localizedPath } from "#domain/addresses.ts";
import { stepsFrom } from "#domain/workflow.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";

type Props = { params: Promise<{ draft: string }> };

export async function generateMetadata() {
  const t = await getTranslations("drafts");
  return { title: t("discardTitle") };
}

export default async function DiscardPage({ params }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("edit", `/editor/drafts/${id}/discard`);
  const t = await getTranslations("drafts");
  const draft = (await findDraft(actor, id)) ?? notFound();
  const back = localizedPath(`/editor/drafts/${id}`, await getLocale());
  return (
    <EditorPage actor={actor} title={t("discardTitle")} crumbs={await draftCrumbs(draft)}>
      {stepsFrom(draft.state).includes("discard") ? (
        <>
          <p>{t("discardAsk")}</p>
          <EditorForm action={discardDraft} hidden={{ draft: id, base: String(draft.save) }}>
            <p className="actions">
              <SubmitButton kind="danger">{t("discardDo")}</SubmitButton>
              <a href={back}>{t("discardNot")}</a>
            </p>
          </EditorForm>
        </>
      ) : (
        <p>{t("discardCannot")}</p>
      )}
    </EditorPage>
  );
}
