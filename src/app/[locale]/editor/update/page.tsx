import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { addCaseUpdate } from "#actions/case-update.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { type PageActor, pageActor } from "#auth/page-actor.ts";
import { findPersonToUpdate } from "#data/editor/case-update.ts";
import { searchPeopleForEditors } from "#data/editor/people.ts";
import { listFacilities } from "#data/public/facilities.ts";
import { eventKinds } from "#domain/case-file/events.ts";
import { latestEvents } from "#domain/case-update.ts";
import { CaseUpdate } from "#ui/editor/case-update.tsx";
import { CaseUpdateKinds } from "#ui/editor/case-update-kinds.tsx";
import { PeopleToUpdate } from "#ui/editor/case-update-people.tsx";
import { CaseUpdateTarget } from "#ui/editor/case-update-target.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { FoundSection } from "#ui/editor/found-section.tsx";
import { SearchForm } from "#ui/search-form.tsx";

const longestQuery = 200;
const eventsShown = 5;
const Kind = z.enum(eventKinds).optional();

export async function generateMetadata() {
  const t = await getTranslations("caseUpdate");
  return { title: t("heading") };
}

/** An update in three steps, each an address of its own: whom it is about, what happened, and the form for that. */
export default async function CaseUpdatePage({ searchParams }: { searchParams: PageQuery }) {
  const params = await searchParamsOf(searchParams);
  const asked = new URLSearchParams();
  for (const name of ["q", "person", "kind"]) {
    const value = (params.get(name) ?? "").replaceAll("\0", "").toWellFormed().trim().slice(0, longestQuery);
    if (value !== "") asked.set(name, value);
  }
  const actor = await pageActor("edit", asked.size === 0 ? "/editor/update" : `/editor/update?${asked}`);
  const person = asked.get("person");
  if (person === null) return <FindPerson actor={actor} q={asked.get("q") ?? ""} />;
  return <UpdatePerson actor={actor} personId={person} kind={asked.get("kind") ?? undefined} />;
}

async function FindPerson({ actor, q }: { actor: PageActor; q: string }) {
  const t = await getTranslations();
  const found = await searchPeopleForEditors(actor, q);
  return (
    <EditorPage actor={actor} title={t("caseUpdate.heading")}>
      <p>{t("caseUpdate.lead")}</p>
      <SearchForm
        q={q}
        address="/editor/update"
        label={t("persons.findLabel")}
        hint={t("persons.findHint")}
      />
      {q !== "" && (
        <FoundSection q={q} found={found}>
          <PeopleToUpdate people={found.people} />
        </FoundSection>
      )}
    </EditorPage>
  );
}

type Props = { actor: PageActor; personId: string; kind: string | undefined };

async function UpdatePerson({ actor, personId, kind: asked }: Props) {
  const t = await getTranslations();
  const kind = Kind.safeParse(asked);
  const found = await findPersonToUpdate(actor, personId);
  if (found === undefined || !kind.success) notFound();
  const { person, draft, file } = found;
  const facilities = await listFacilities();
  const [, own] = await personCrumbs(person);
  const isOpen = draft?.state !== "submitted";
  return (
    <EditorPage
      actor={actor}
      title={kind.data === undefined ? t("caseUpdate.whatHappened") : t(`event.${kind.data}`)}
      crumbs={[
        { address: "/editor/update", label: t("caseUpdate.heading") },
        ...(own !== undefined && kind.data !== undefined
          ? [{ address: `/editor/update?person=${personId}` as const, label: own.label }]
          : []),
      ]}
    >
      <CaseUpdateTarget person={person} draft={draft} />
      {isOpen &&
        (kind.data === undefined ? (
          <CaseUpdateKinds
            personId={personId}
            latest={latestEvents(file).slice(0, eventsShown)}
            facilities={facilities}
          />
        ) : (
          <CaseUpdate
            action={addCaseUpdate}
            personId={personId}
            kind={kind.data}
            file={file}
            facilities={facilities}
          />
        ))}
    </EditorPage>
  );
}
