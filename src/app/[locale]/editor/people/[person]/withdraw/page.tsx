import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { withdrawPerson } from "#actions/withholding.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { pageActor } from "#auth/page-actor.ts";
import { namesOf } from "#data/editor/users.ts";
import { findPersonToHide } from "#data/editor/withholdings.ts";
import { actorsOf } from "#domain/hiding.ts";
import { reviewDayAfter } from "#domain/review-day.ts";
import { formatDate } from "#i18n/dates.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { WithdrawForm } from "#ui/editor/hide-form.tsx";
import { HiddenDetails } from "#ui/editor/withholdings.tsx";

type Props = {
  params: Promise<{ person: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
};

export async function generateMetadata() {
  const t = await getTranslations("withholding");
  return { title: t("withdrawTitle") };
}

export default async function WithdrawPage({ params, searchParams }: Props) {
  const { person: id } = await params;
  const actor = await pageActor("withhold", `/editor/people/${id}/withdraw`);
  const t = await getTranslations("withholding");
  const person = (await findPersonToHide(actor, id)) ?? notFound();
  const { done } = await searchParams;
  const frame = { actor, title: t("withdrawTitle"), crumbs: await personCrumbs(person), done };
  if (person.state === null) {
    return (
      <EditorPage {...frame}>
        <p>{t("withdrawNothing")}</p>
      </EditorPage>
    );
  }
  const hidden = person.hidden.find(({ factId }) => factId === null);
  return (
    <EditorPage {...frame}>
      {hidden === undefined ? (
        <>
          <p>{t("withdrawAsk")}</p>
          <p>{t("withdrawBack")}</p>
        </>
      ) : (
        <>
          <HiddenDetails hidden={hidden} people={await namesOf(actorsOf(hidden))} />
          <h2>{t("withdrawChange")}</h2>
        </>
      )}
      <WithdrawForm
        key={hidden?.id}
        action={withdrawPerson}
        personId={id}
        hidden={hidden}
        review={formatDate(hidden?.reviewOn ?? reviewDayAfter(new Date()), await getLocale())}
      />
    </EditorPage>
  );
}
