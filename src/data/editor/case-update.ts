import { z } from "zod";
import { findDraft } from "#data/editor/draft.ts";
import { findPerson, findVersionForEditors, type PersonForEditors } from "#data/editor/person.ts";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry } from "#db/registry.ts";
import { Source } from "#domain/case-file/sources.ts";
import { type DraftFile, emptyFile } from "#domain/draft-file.ts";
import type { Actor } from "#domain/policy.ts";
import { sourceKey, webAddressIn } from "#domain/source-address.ts";
import type { DraftState } from "#domain/workflow.ts";

/** Somebody whose case is to be updated. */
export type PersonToUpdate = {
  person: PersonForEditors;
  /** The open draft with the save that it stands at, or none. */
  draft: { id: string; save: number; state: DraftState } | undefined;
  /** What the update is added to: the open draft's file, else the one that a draft would begin from. */
  file: DraftFile;
};

/** Somebody by their id with the file to add to; undefined where there is nobody. */
export async function findPersonToUpdate(
  actor: Actor,
  personId: string,
): Promise<PersonToUpdate | undefined> {
  const person = await findPerson(actor, personId);
  if (person === undefined) return undefined;
  const draft = person.openDraft && (await findDraft(actor, person.openDraft.id));
  if (draft !== undefined) return { person, draft, file: draft.file };
  const version = await findVersionForEditors(actor, personId, person.currentVersion);
  const last = person.closedDrafts[0];
  const file = version?.file ?? (last && (await findDraft(actor, last.id)))?.file ?? emptyFile();
  return { person, draft: undefined, file };
}

const Rows = z.array(z.object({ source: z.unknown() }));

/**
 * The source with an address in any file of the registry, current or in an open draft, however the address was
 * written; undefined where there is none with a title.
 */
export async function findKnownSource(actor: Actor, address: string): Promise<Source | undefined> {
  assertMayRead(actor);
  const wanted = webAddressIn(address);
  if (wanted === undefined) return undefined;
  const key = sourceKey(wanted);
  const [host = ""] = key.split("/");
  const rows = Rows.parse(
    await editorsRegistry().$queryRaw`
      select s.source from (
        select v.file, p.number, 0 as is_draft
        from person p join version v on v.person_id = p.id and v.number = p.current_version
        union all
        select a.file, p.number, 1
        from draft d join draft_save a on a.draft_id = d.id and a.number = d.save join person p on p.id = d.person_id
        where d.state in ('editing', 'submitted', 'returned')
      ) f
      cross join lateral jsonb_array_elements(
        case jsonb_typeof(f.file -> 'sources') when 'array' then f.file -> 'sources' else '[]' end
      ) s (source)
      where strpos(lower(s.source ->> 'address'), ${host}) > 0
      order by f.is_draft, f.number nulls last`,
  );
  return rows
    .map(({ source }) => Source.safeParse(source).data)
    .find((source) => source?.address !== undefined && sourceKey(source.address) === key);
}
