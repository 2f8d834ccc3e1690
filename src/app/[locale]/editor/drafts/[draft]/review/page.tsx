import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { publishDraft, returnDraft } from "#actions/review.ts";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraftToReview } from "#data/editor/review.ts";
import { namesOf } from "#data/editor/users.ts";
import { listArticles } from "#data/public/articles.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { readDraft } from "#domain/draft-file.ts";
import { fileDifference } from "#domain/file-difference.ts";
import { reviewWarnings } from "#domain/review-warnings.ts";
import { translationGaps } from "#domain/translations.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { Review } from "#ui/review/review.tsx";

type Props = { params: Promise<{ draft: string }> };

export async function generateMetadata() {
  const t = await getTranslations("review");
  return { title: t("title") };
}

export default async function ReviewPage({ params }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("read", `/editor/drafts/${id}/review`);
  const t = await getTranslations("review");
  const { draft, versions, withholdings } = (await findDraftToReview(actor, id)) ?? notFound();
  const [people, facilities, articles] = await Promise.all([
    namesOf(draft.authors),
    listFacilities(),
    listArticles(),
  ]);
  const before = draft.base ?? {};
  const sections = fileDifference(before, draft.file, withholdings);
  const differences = sections.flatMap(({ facts }) => facts);
  const changed = new Set(differences.map((fact) => fact.id));
  const read = readDraft(draft.file);
  const warnings =
    "file" in read ? reviewWarnings({ file: read.file, differences, versions, withholdings }) : [];
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={await draftCrumbs(draft)}>
      <Review
        draft={draft}
        before={before}
        sections={sections}
        warnings={warnings}
        gaps={translationGaps(draft.file).filter((gap) => changed.has(gap.id))}
        isWhole={"file" in read}
        known={{ facilities, articles }}
        actor={actor}
        people={people}
        publish={publishDraft}
        giveBack={returnDraft}
      />
    </EditorPage>
  );
}
