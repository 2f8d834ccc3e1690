import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openDraft } from "#actions/draft.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { findPerson } from "#data/editor/person.ts";
import { namesOf } from "#data/editor/users.ts";
import { findPersonToHide } from "#data/editor/withholdings.ts";
import { actorsOf } from "#domain/hiding.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { PersonForEditors } from "#ui/editor/person.tsx";
import { Withholdings } from "#ui/editor/withholdings.tsx";

type Props = {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata() {
  const t = await getTranslations("persons");
  return { title: t("personTitle") };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { person: id } = await params;
  const actor = await pageActor("read", `/editor/people/${id}`);
  const [found, toHide] = await Promise.all([findPerson(actor, id), findPersonToHide(actor, id)]);
  const person = found ?? notFound();
  const hidden = toHide?.hidden ?? [];
  const people = await namesOf([
    ...person.versions.map(({ by }) => by),
    ...[...person.closedDrafts, ...(person.openDraft ? [person.openDraft] : [])].map((it) => it.createdBy),
    ...hidden.flatMap(actorsOf),
  ]);
  const [all, own] = await personCrumbs(person);
  const { state } = person;
  return (
    <EditorPage
      actor={actor}
      title={own?.label ?? ""}
      crumbs={all ? [all] : []}
      done={(await searchParams).done}
    >
      <PersonForEditors person={person} actor={actor} people={people} openDraft={openDraft}>
        <Withholdings
          person={{ id, state: state === "unpublished" ? null : state }}
          hidden={hidden}
          actor={actor}
          people={people}
        />
      </PersonForEditors>
    </EditorPage>
  );
}
