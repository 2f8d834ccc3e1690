import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { submitDraft, takeBackDraft } from "#actions/draft.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft } from "#data/editor/draft.ts";
import { findLikelyDuplicates } from "#data/editor/likely-duplicates.ts";
import { namesOf } from "#data/editor/users.ts";
import { readFacilities } from "#data/public/reference.ts";
import { type DraftSection, emptyFile, readDraft, sectionOf } from "#domain/draft-file.ts";
import { changedKeys } from "#domain/draft-merge.ts";
import { translationGaps } from "#domain/translations.ts";
import { isClosed } from "#domain/workflow.ts";
import { CaseUpdateSaved } from "#ui/editor/case-update-saved.tsx";
import { DraftOverview } from "#ui/editor/draft-overview.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { AlikeWarning } from "#ui/editor/likely-duplicates.tsx";

type Props = {
  params: Promise<{ draft: string }>;
  searchParams: Promise<{ done?: string | string[]; event?: string | string[] }>;
};

export async function generateMetadata() {
  const t = await getTranslations("drafts");
  return { title: t("title") };
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("read", `/editor/drafts/${id}`);
  const t = await getTranslations("drafts");
  const draft = (await findDraft(actor, id)) ?? notFound();
  const isNew = draft.number === null && !isClosed(draft.state);
  const [people, alike, facilities] = await Promise.all([
    namesOf([...draft.authors, ...draft.steps.map(({ by }) => by)]),
    isNew ? findLikelyDuplicates(actor, draft.personId) : [],
    readFacilities(),
  ]);
  const { done, event } = await searchParams;
  const crumbs = await personCrumbs({ ...draft, id: draft.personId });
  const read = readDraft(draft.file);
  const keys = changedKeys(draft.base ?? emptyFile(), draft.file);
  const changed = new Set<DraftSection>(keys.flatMap((key) => sectionOf(key) ?? []));
  return (
    <EditorPage
      actor={actor}
      title={t("titleOf", { name: crumbs.at(-1)?.label ?? "" })}
      crumbs={crumbs}
      done={done}
    >
      {event !== undefined && <CaseUpdateSaved personId={draft.personId} file={draft.file} eventId={event} />}
      <DraftOverview
        draft={draft}
        problems={"problems" in read ? read.problems.map(({ path }) => path) : []}
        translations={translationGaps(draft.file)}
        changed={changed}
        actor={actor}
        people={people}
        submit={submitDraft}
        takeBack={takeBackDraft}
      >
        <AlikeWarning
          personId={draft.personId}
          alike={alike}
          own={crumbs.at(-1)?.label ?? ""}
          facilities={facilities}
        />
      </DraftOverview>
    </EditorPage>
  );
}
