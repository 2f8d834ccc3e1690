import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { draftCrumbs } from "#app/draft-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findDraft } from "#data/editor/draft.ts";
import { listFactWithholdings } from "#data/editor/person.ts";
import { findNamedReferences } from "#data/public/named-references.ts";
import { localizedPath } from "#domain/addresses.ts";
import { readDraft, sectionNames, sectionOf } from "#domain/draft-file.ts";
import { previewOf } from "#domain/preview.ts";
import { env } from "#env.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { Profile } from "#ui/profile/profile.tsx";
import { viewOf } from "#ui/profile/view.ts";

type Props = { params: Promise<{ draft: string }> };

export async function generateMetadata() {
  const t = await getTranslations("drafts");
  return { title: t("previewTitle") };
}

export default async function PreviewPage({ params }: Props) {
  const { draft: id } = await params;
  const actor = await pageActor("read", `/editor/drafts/${id}/preview`);
  const t = await getTranslations("drafts");
  const language = await getLocale();
  const draft = (await findDraft(actor, id)) ?? notFound();
  const frame = { actor, title: t("previewTitle"), crumbs: await draftCrumbs(draft) };
  const read = readDraft(draft.file);
  if ("problems" in read) {
    const broken = new Set(read.problems.map(({ path }) => sectionOf(path)));
    return (
      <EditorPage {...frame}>
        <p className="notice">{t("previewCannot")}</p>
        <ul>
          {sectionNames
            .filter((section) => broken.has(section))
            .map((section) => (
              <li key={section}>
                <a href={localizedPath(`/editor/drafts/${id}/${section}`, language)}>
                  {t(`section.${section}`)}
                </a>
              </li>
            ))}
        </ul>
      </EditorPage>
    );
  }
  const withholdings = await listFactWithholdings(actor, draft.personId);
  const { form, card } = previewOf(draft.number, read.file, withholdings);
  return (
    <EditorPage {...frame}>
      <p className="notice">
        <b>{t("notPublished")}</b> {draft.number === null && t("previewNumber")}
      </p>
      <Profile
        view={viewOf(form, await findNamedReferences(form))}
        card={card}
        version={draft.currentVersion + 1}
        publishedAt={new Date().toISOString()}
        siteUrl={env.siteUrl}
      />
    </EditorPage>
  );
}
