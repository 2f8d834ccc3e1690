import { z } from "zod";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry } from "#db/registry.ts";
import { headingNames, type NamesByLanguage } from "#domain/draft-names.ts";
import type { Actor } from "#domain/policy.ts";
import { openStates } from "#domain/workflow.ts";

/** An open draft as lists show it. Who did something stands as the user's id: see `namesOf`. */
export type OpenDraft = {
  id: string;
  personId: string;
  /** Null before the first publication. */
  number: number | null;
  names: NamesByLanguage;
  state: (typeof openStates)[number];
  /** Whether another version was published since it was begun. */
  isStale: boolean;
  changedAt: Date;
  /** Everybody who may not publish it: as `authorsOf` has them. */
  authors: string[];
  /** The last step that was taken with it: who submitted it, or returned it and why. */
  last: { by: string; at: Date; note: string | null };
};

/** A version that was published, as the desk tells of it. */
export type PublishedVersion = {
  personId: string;
  number: number;
  version: number;
  names: NamesByLanguage;
  at: Date;
  by: string;
};

const DraftRows = z.array(
  z.object({
    id: z.string(),
    person_id: z.string(),
    number: z.int().nullable(),
    names: z.unknown(),
    state: z.enum(openStates),
    is_stale: z.boolean(),
    changed_at: z.date(),
    authors: z.array(z.string()),
    last_by: z.string(),
    last_at: z.date(),
    last_note: z.string().nullable(),
  }),
);

/** More than a team has at work at once. */
const mostDrafts = 500;

/** All open drafts, last changed first. */
export async function listOpenDrafts(actor: Actor): Promise<OpenDraft[]> {
  assertMayRead(actor);
  const rows = await editorsRegistry().$queryRaw`
    select d.id, d.person_id, p.number, s.file -> 'names' as names, d.state::text, d.changed_at,
      d.base_version <> coalesce(p.current_version, 0) as is_stale,
      array(
        select distinct a.saved_by from draft_save a join draft o on o.id = a.draft_id
        where o.id = d.id or (o.person_id = d.person_id and o.base_version = 0 and d.base_version = 0) order by 1
      ) as authors,
      l.by as last_by, l.at as last_at, l.note as last_note
    from draft d
    join person p on p.id = d.person_id
    join draft_save s on s.draft_id = d.id and s.number = d.save
    cross join lateral (
      select by, at, note from draft_step where draft_id = d.id order by number desc limit 1
    ) l
    where d.state in ('editing', 'submitted', 'returned')
    order by d.changed_at desc limit ${mostDrafts}`;
  return DraftRows.parse(rows).map((row) => ({
    id: row.id,
    personId: row.person_id,
    number: row.number,
    names: headingNames(row.names),
    state: row.state,
    isStale: row.is_stale,
    changedAt: row.changed_at,
    authors: row.authors,
    last: { by: row.last_by, at: row.last_at, note: row.last_note },
  }));
}

const VersionRows = z.array(
  z.object({
    person_id: z.string(),
    number: z.int(),
    version: z.int(),
    names: z.unknown(),
    created_at: z.date(),
    created_by: z.string(),
  }),
);

/** The versions that were published last, newest first. */
export async function listRecentVersions(actor: Actor, count: number): Promise<PublishedVersion[]> {
  assertMayRead(actor);
  const rows = await editorsRegistry().$queryRaw`
    select v.person_id, p.number, v.number as version, v.file -> 'names' as names, v.created_at, v.created_by
    from version v join person p on p.id = v.person_id
    order by v.created_at desc, p.number desc limit ${count}`;
  return VersionRows.parse(rows).map((row) => ({
    personId: row.person_id,
    number: row.number,
    version: row.version,
    names: headingNames(row.names),
    at: row.created_at,
    by: row.created_by,
  }));
}
