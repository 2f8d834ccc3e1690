import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { holdDifferent, takeBackDifferent } from "#actions/different-people.ts";
import { personCrumbs } from "#app/person-crumbs.ts";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pageActor } from "#auth/page-actor.ts";
import {
  findLikelyDuplicates,
  listHeldDifferent,
  listLikelyDuplicates,
} from "#data/editor/likely-duplicates.ts";
import { peopleByIds } from "#data/editor/people.ts";
import { namesOf } from "#data/editor/users.ts";
import { readFacilities } from "#data/public/reference.ts";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { EditorPage } from "#ui/editor/editor-page.tsx";
import { HeldDifferent, LikelyPairs } from "#ui/editor/likely-duplicates.tsx";
import { Pagination, pageQuery } from "#ui/pagination.tsx";

const address: Address = "/editor/duplicates";
const Page = z.coerce.number().int().min(1).max(100_000).catch(1);

export async function generateMetadata() {
  const t = await getTranslations("duplicates");
  return { title: t("title") };
}

export default async function DuplicatesPage({ searchParams }: { searchParams: PageQuery }) {
  const params = await searchParamsOf(searchParams);
  const person = params.get("person");
  return person === null ? (
    <Everybody page={Page.parse(params.get("page") ?? 1)} done={params.get("done")} />
  ) : (
    <OnePerson person={person} done={params.get("done")} />
  );
}

async function Everybody({ page, done }: { page: number; done: string | null }) {
  const actor = await pageActor("read", `${address}${pageQuery(page)}`);
  const t = await getTranslations("duplicates");
  const language = await getLocale();
  const [{ pairs, total, pages }, held, facilities] = await Promise.all([
    listLikelyDuplicates(actor, page),
    listHeldDifferent(actor),
    readFacilities(),
  ]);
  const users = await namesOf(held.map(({ by }) => by));
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={[]} done={done}>
      <p>{t("lead")}</p>
      <p role="status">{total === 0 ? t("none") : t("total", { count: total })}</p>
      <LikelyPairs pairs={pairs} actor={actor} facilities={facilities} hold={holdDifferent} />
      <Pagination
        page={page}
        pages={pages}
        href={(it) => localizedPath(`${address}${pageQuery(it)}`, language)}
      />
      <HeldDifferent held={held} actor={actor} takeBack={takeBackDifferent} users={users} />
    </EditorPage>
  );
}

async function OnePerson({ person: id, done }: { person: string; done: string | null }) {
  const actor = await pageActor("read", `${address}?${new URLSearchParams({ person: id })}`);
  const t = await getTranslations("duplicates");
  if (!z.guid().safeParse(id).success) notFound();
  const [people, alike, held, facilities] = await Promise.all([
    peopleByIds(actor, [id]),
    findLikelyDuplicates(actor, id),
    listHeldDifferent(actor, id),
    readFacilities(),
  ]);
  const one = people.get(id) ?? notFound();
  const users = await namesOf(held.map(({ by }) => by));
  const crumbs = await personCrumbs(one);
  const pairs = alike.map(({ person: other, comparison }) => ({ one, other, comparison }));
  return (
    <EditorPage
      actor={actor}
      title={t("titleOf", { name: crumbs.at(-1)?.label ?? "" })}
      crumbs={crumbs}
      done={done}
    >
      <p>{t("lead")}</p>
      {pairs.length === 0 && <p role="status">{t("noneOf")}</p>}
      <LikelyPairs pairs={pairs} actor={actor} facilities={facilities} hold={holdDifferent} of={id} />
      <HeldDifferent held={held} actor={actor} takeBack={takeBackDifferent} users={users} of={id} />
      <p className="actions">
        <a href={localizedPath(address, await getLocale())}>{t("all")}</a>
      </p>
    </EditorPage>
  );
}
