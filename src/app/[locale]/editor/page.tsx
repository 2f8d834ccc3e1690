import { getLocale, getTranslations } from "next-intl/server";
import { pageActor } from "#auth/page-actor.ts";
import { listOpenDrafts, listRecentVersions } from "#data/editor/desk.ts";
import { namesOf } from "#data/editor/users.ts";
import { listShowingRequests, listWithholdingsDue } from "#data/editor/withholdings.ts";
import { localizedPath } from "#domain/addresses.ts";
import { actorsOf } from "#domain/hiding.ts";
import { may } from "#domain/policy.ts";
import { Desk } from "#ui/editor/desk.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { FindPerson } from "#ui/editor/find-person.tsx";
import { ShowingRequests, WithholdingsDue } from "#ui/editor/withholdings.tsx";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

const recentVersions = 12;

export async function generateMetadata() {
  const t = await getTranslations("desk");
  return { title: t("title") };
}

export default async function DeskPage({ searchParams }: Props) {
  const actor = await pageActor("read", "/editor");
  const t = await getTranslations("desk");
  const language = await getLocale();
  const today = new Date().toISOString().slice(0, 10);
  const hides = may(actor.role, "withhold");
  const [drafts, published, requests, due] = await Promise.all([
    listOpenDrafts(actor),
    listRecentVersions(actor, recentVersions),
    hides ? listShowingRequests(actor) : [],
    hides ? listWithholdingsDue(actor, today) : [],
  ]);
  const people = await namesOf([
    ...drafts.flatMap(({ authors, last }) => [...authors, last.by]),
    ...published.map(({ by }) => by),
    ...[...requests, ...due].flatMap(actorsOf),
  ]);
  return (
    <EditorPage actor={actor} title={t("title")} done={(await searchParams).done}>
      <FindPerson />
      <p className="actions">
        <a href={localizedPath("/editor/update", language)}>{t("update")}</a>
        <a href={localizedPath("/editor/people/new", language)}>{t("create")}</a>
      </p>
      <Desk actor={actor} drafts={drafts} published={published} people={people}>
        {hides && <ShowingRequests items={requests} people={people} />}
        {hides && <WithholdingsDue items={due} people={people} />}
      </Desk>
    </EditorPage>
  );
}
