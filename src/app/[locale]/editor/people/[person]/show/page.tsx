import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askToShow, decideShowing } from "#actions/withholding.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { namesOf } from "#data/editor/users.ts";
import { findPersonToHide } from "#data/editor/withholdings.ts";
import { actorsOf } from "#domain/hiding.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { HiddenToShow } from "#ui/editor/hidden-to-show.tsx";

type Props = {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ fact?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata() {
  const t = await getTranslations("withholding");
  return { title: t("showTitle") };
}

export default async function ShowPage({ params, searchParams }: Props) {
  const { person: id } = await params;
  const { fact, done } = await searchParams;
  const query = typeof fact === "string" ? `?${new URLSearchParams({ fact })}` : "";
  const actor = await pageActor("withhold", `/editor/people/${id}/show${query}`);
  const t = await getTranslations("withholding");
  const person = (await findPersonToHide(actor, id)) ?? notFound();
  return (
    <EditorPage actor={actor} title={t("showTitle")} crumbs={await personCrumbs(person)} done={done}>
      <p>{t("showLead")}</p>
      <HiddenToShow
        person={person}
        asking={typeof fact === "string" ? fact : undefined}
        ask={askToShow}
        decide={decideShowing}
        actor={actor}
        people={await namesOf(person.hidden.flatMap(actorsOf))}
      />
    </EditorPage>
  );
}
