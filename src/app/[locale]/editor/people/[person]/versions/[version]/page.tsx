import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openDraft } from "#actions/draft.ts";
import { numberParam } from "#app/number-param.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findVersionForEditors } from "#data/editor/person.ts";
import { namesOf } from "#data/editor/users.ts";
import { listArticles } from "#data/public/articles.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { headingNames } from "#domain/draft-names.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { WholeVersion } from "#ui/editor/whole-version.tsx";

type Props = { params: Promise<{ person: string; version: string }> };

export async function generateMetadata({ params }: Props) {
  const t = await getTranslations("persons");
  return { title: t("version", { version: (await params).version }) };
}

export default async function VersionPage({ params }: Props) {
  const { person: id, version: text } = await params;
  const actor = await pageActor("read", `/editor/people/${id}/versions/${text}`);
  const t = await getTranslations("persons");
  const version = (await findVersionForEditors(actor, id, numberParam(text))) ?? notFound();
  const [people, facilities, articles] = await Promise.all([
    namesOf([version.by]),
    listFacilities(),
    listArticles(),
  ]);
  const { person, file, number } = version;
  return (
    <EditorPage
      actor={actor}
      title={t("version", { version: number })}
      crumbs={await personCrumbs({ ...person, names: headingNames(file.names) })}
    >
      <WholeVersion
        version={version}
        known={{ facilities, articles }}
        actor={actor}
        people={people}
        openDraft={openDraft}
      />
    </EditorPage>
  );
}
