import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { withholdFact } from "#actions/withholding.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { namesOf } from "#data/editor/users.ts";
import { findConsequences, findPersonToHide } from "#data/editor/withholdings.ts";
import { localizedPath } from "#domain/addresses.ts";
import { FactWithholding } from "#domain/disclosure.ts";
import { actorsOf } from "#domain/hiding.ts";
import { reviewDayAfter } from "#domain/review-day.ts";
import { formatDate } from "#i18n/dates.ts";
import { HidingConsequences } from "#ui/editor/consequences.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { WithholdForm } from "#ui/editor/hide-form.tsx";
import { HideList } from "#ui/editor/hide-list.tsx";
import { HiddenWords } from "#ui/editor/hideable.tsx";
import { SameWordsList } from "#ui/editor/same-words.tsx";
import { HiddenDetails } from "#ui/editor/withholdings.tsx";

type Props = {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ fact?: string | string[]; done?: string | string[] }>;
};

export async function generateMetadata() {
  const t = await getTranslations("withholding");
  return { title: t("title") };
}

export default async function WithholdPage({ params, searchParams }: Props) {
  const { person: id } = await params;
  const { fact, done } = await searchParams;
  const query = typeof fact === "string" ? `?${new URLSearchParams({ fact })}` : "";
  const actor = await pageActor("withhold", `/editor/people/${id}/withhold${query}`);
  const t = await getTranslations("withholding");
  const person = (await findPersonToHide(actor, id)) ?? notFound();
  const frame = { actor, crumbs: await personCrumbs(person), done };
  if (fact === undefined) {
    return (
      <EditorPage {...frame} title={t("title")}>
        <p>{t("choose")}</p>
        {person.state === null && <p>{t("notPublished")}</p>}
        {person.state === "withdrawn" && <p>{t("isWithdrawn")}</p>}
        <HideList person={person} />
      </EditorPage>
    );
  }
  const factId = FactWithholding.shape.fact.safeParse(fact).data ?? notFound();
  const hidden = person.hidden.find((it) => it.factId === factId);
  const what = person.hideable.find((it) => it.id === factId) ?? hidden?.what ?? notFound();
  const found = await findConsequences(actor, id, { fact: factId, manner: "silent" });
  const sameWords = found?.sameWords ?? [];
  const language = await getLocale();
  return (
    <EditorPage {...frame} title={t("title")}>
      <p className="lead">
        <HiddenWords hidden={{ factId, what }} />
      </p>
      {hidden !== undefined && (
        <>
          <HiddenDetails hidden={hidden} people={await namesOf(actorsOf(hidden))} />
          <p>
            <a href={localizedPath(`/editor/people/${id}/show?fact=${factId}`, language)}>{t("showTitle")}</a>
          </p>
        </>
      )}
      {sameWords.length > 0 && (
        <p>
          <a href="#same-words">{t("toSameWords", { count: sameWords.length })}</a>
        </p>
      )}
      <h2>{t(hidden === undefined ? "form" : "change")}</h2>
      <WithholdForm
        key={`${factId} ${hidden?.id}`}
        action={withholdFact}
        personId={id}
        factId={factId}
        isNote={what.kind === "note"}
        hidden={hidden}
        review={formatDate(hidden?.reviewOn ?? reviewDayAfter(new Date()), language)}
      />
      {hidden === undefined && <HidingConsequences consequences={found?.consequences} />}
      <SameWordsList personId={id} places={sameWords} />
    </EditorPage>
  );
}
