import { getLocale, getTranslations } from "next-intl/server";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pageActor } from "#auth/page-actor.ts";
import { searchPeopleForEditors } from "#data/editor/people.ts";
import { localizedPath } from "#domain/addresses.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { FindPerson } from "#ui/editor/find-person.tsx";
import { FoundSection } from "#ui/editor/found-section.tsx";
import { PeopleFound } from "#ui/editor/people-found.tsx";

const longestQuery = 200;

export async function generateMetadata() {
  const t = await getTranslations("persons");
  return { title: t("title") };
}

export default async function PeoplePage({ searchParams }: { searchParams: PageQuery }) {
  const params = await searchParamsOf(searchParams);
  const q = (params.get("q") ?? "").replaceAll("\0", "").toWellFormed().trim().slice(0, longestQuery);
  const actor = await pageActor(
    "read",
    q === "" ? "/editor/people" : `/editor/people?${new URLSearchParams({ q })}`,
  );
  const t = await getTranslations("persons");
  const found = await searchPeopleForEditors(actor, q);
  return (
    <EditorPage actor={actor} title={t("title")} done={params.get("done")}>
      <FindPerson q={q} />
      {q !== "" && (
        <FoundSection q={q} found={found}>
          <PeopleFound people={found.people} />
        </FoundSection>
      )}
      <p className="actions">
        <a href={localizedPath("/editor/people/new", await getLocale())}>{t("create")}</a>
      </p>
    </EditorPage>
  );
}
