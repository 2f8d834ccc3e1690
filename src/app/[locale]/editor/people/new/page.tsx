import { getTranslations } from "next-intl/server";
import { createPerson } from "#actions/person.ts";
import { pageActor } from "#auth/page-actor.ts";
import { readFacilities } from "#data/public/reference.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { NewPerson } from "#ui/editor/new-person.tsx";

export async function generateMetadata() {
  const t = await getTranslations("persons");
  return { title: t("newTitle") };
}

export default async function NewPersonPage() {
  const actor = await pageActor("edit", "/editor/people/new");
  const t = await getTranslations("persons");
  return (
    <EditorPage
      actor={actor}
      title={t("newTitle")}
      crumbs={[{ address: "/editor/people", label: t("title") }]}
    >
      <p>{t("newLead")}</p>
      <NewPerson action={createPerson} facilities={await readFacilities()} />
    </EditorPage>
  );
}
