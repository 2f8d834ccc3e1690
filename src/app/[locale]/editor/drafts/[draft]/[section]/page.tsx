import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { goBackToSave } from "#actions/draft.ts";
import { saveDraft } from "#actions/draft-save.ts";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { currentActor } from "#auth/actor.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft } from "#data/editor/draft.ts";
import { findPersonToHide } from "#data/editor/withholdings.ts";
import { listArticles } from "#data/public/articles.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { localizedPath } from "#domain/addresses.ts";
import { type DraftSection, readDraft, sectionOf } from "#domain/draft-file.ts";
import { SectionName } from "#domain/form/section-fields.ts";
import { sectionForm } from "#domain/form/section-form.ts";
import { after } from "#domain/workflow.ts";
import { EditorFrame } from "#ui/editor/editor-frame.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { ClosedSection, RemovedNotice, SectionsNav } from "#ui/whole-file/section-frame.tsx";
import { SectionPage } from "#ui/whole-file/section-page.tsx";

type Query = Partial<Record<"done" | "at" | "removed", string | string[]>>;
type Props = { params: Promise<{ draft: string; section: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("drafts");
  const section = SectionName.safeParse((await params).section).data ?? notFound();
  return { title: t(`section.${section}`) };
}

export default async function DraftSectionPage({ params, searchParams }: Props) {
  const { draft: id, ...of } = await params;
  const section = SectionName.safeParse(of.section).data ?? notFound();
  // What somebody has just sent without JavaScript is never led away from: this page is all that holds it.
  if (await isAnswerToNobody()) return <AwayPage draft={id} section={section} />;
  const actor = await pageActor("edit", `/editor/drafts/${id}/${section}`);
  const draft = (await findDraft(actor, id)) ?? notFound();
  const t = await getTranslations("drafts");
  const language = await getLocale();
  const { done, at, removed } = await searchParams;
  const read = readDraft(draft.file);
  const problems = "problems" in read ? read.problems : [];
  const [facilities, articles, person] = await Promise.all([
    listFacilities(),
    listArticles(),
    findPersonToHide(actor, draft.personId),
  ]);
  return (
    <EditorPage actor={actor} title={t(`section.${section}`)} crumbs={await draftCrumbs(draft)} done={done}>
      <SectionsNav draft={id} current={section} problems={problems.map(({ path }) => path)} />
      {after("save", draft.state) === undefined ? (
        <ClosedSection state={draft.state} draft={id} />
      ) : (
        <>
          {typeof removed === "string" && (
            <RemovedNotice
              action={goBackToSave}
              draft={id}
              section={section}
              base={draft.save}
              to={removed}
            />
          )}
          <SectionPage
            // A form that was changed in the browser is made anew for what the draft holds now.
            key={`${section} ${draft.save} ${at}`}
            action={saveDraft}
            draft={id}
            section={section}
            save={draft.save}
            form={sectionForm(section)}
            file={draft.file}
            problems={problems
              .filter(({ path }) => sectionOf(path) === section)
              .map(({ path, code, values }) => ({ field: path, code, values }))}
            facilities={facilities}
            articles={articles}
            withheld={(person?.hidden ?? []).flatMap(({ factId }) => factId ?? [])}
            hidingPath={`${localizedPath(`/editor/people/${draft.personId}/withhold`, language)}?fact=`}
            at={typeof at === "string" ? at : ""}
            today={new Date().toISOString().slice(0, 10)}
          />
        </>
      )}
    </EditorPage>
  );
}

/** Whether this page answers a form of somebody who isn't signed in any more, or has to change a password first. */
async function isAnswerToNobody(): Promise<boolean> {
  const isAnswer = (await headers()).get("content-type")?.startsWith("multipart/form-data") ?? false;
  if (!isAnswer) return false;
  const actor = await currentActor();
  return actor === undefined || actor.mustChangePassword;
}

/** The form with nothing in it but what was sent: nothing of the draft is read. */
async function AwayPage({ draft, section }: { draft: string; section: DraftSection }) {
  const t = await getTranslations("wholeFile.away");
  return (
    <EditorFrame address={`/editor/drafts/${draft}/${section}`} title={t("title")}>
      <p className="notice">{t("lead")}</p>
      <SectionPage
        action={saveDraft}
        draft={draft}
        section={section}
        save={1}
        form={sectionForm(section)}
        file={{}}
        problems={[]}
        facilities={await listFacilities()}
        articles={await listArticles()}
        withheld={[]}
        hidingPath=""
        at=""
        today={new Date().toISOString().slice(0, 10)}
      />
    </EditorFrame>
  );
}
