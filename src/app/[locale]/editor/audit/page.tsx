import { getTranslations } from "next-intl/server";
import { type PageQuery, searchParamsOf } from "#app/query.ts";
import { pageActor } from "#auth/page-actor.ts";
import { listActors, readAudit } from "#data/editor/audit.ts";
import { namesOf } from "#data/editor/users.ts";
import { auditAddress, parseAuditQuery } from "#domain/audit-query.ts";
import { Audit } from "#ui/editor/audit.tsx";
import { EditorPage } from "#ui/editor/editor-page.tsx";

export async function generateMetadata() {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: PageQuery }) {
  const { query, unread } = parseAuditQuery(await searchParamsOf(searchParams));
  const actor = await pageActor("read-audit", auditAddress(query));
  const t = await getTranslations("audit");
  const [{ entries, total, pages }, actors] = await Promise.all([readAudit(actor, query), listActors(actor)]);
  const users = await namesOf([
    ...actors,
    ...entries.flatMap(({ details }) => (typeof details.user === "string" ? details.user : [])),
  ]);
  return (
    <EditorPage actor={actor} title={t("title")} crumbs={[]}>
      <Audit
        query={query}
        unread={unread}
        entries={entries}
        total={total}
        pages={pages}
        users={users}
        actors={actors}
      />
    </EditorPage>
  );
}
