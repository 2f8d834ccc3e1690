import { getLocale, getTranslations } from "next-intl/server";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pageActor } from "#auth/page-actor.ts";
import { searchPeopleForEditors } from "#data/editor/people.ts";
import { localizedPath } from "#domain/addresses.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { FindPerson } from "#ui/editor/find-person.tsx";
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
  const { people, more } = await searchPeopleForEditors(actor, q);
  return (
    <EditorPage actor={actor} title={t("title")} done={params.get("done")}>
      <FindPerson q={q} />
      {q !== "" && (
        <section aria-labelledby="found">
          <h2 id="found">{t("found", { count: people.length, q })}</h2>
          {people.length === 0 && <p>{t("nobody")}</p>}
          <PeopleFound people={people} />
          {more && <p>{t("more")}</p>}
        </section>
      )}
      <p className="actions">
        <a href={localizedPath("/editor/people/new", await getLocale())}>{t("create")}</a>
      </p>
    </EditorPage>
  );
}
