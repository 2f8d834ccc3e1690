import { z } from "zod";
import { authorsOf } from "#data/editor/draft-authors.ts";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { headingNames, type NamesByLanguage } from "#domain/draft-names.ts";
import type { Actor } from "#domain/policy.ts";
import type { DraftState } from "#domain/workflow.ts";

/** How a save came about; `aside` is one that came too late and is kept beside the draft. */
export type SaveManner = "opened" | "manual" | "automatic" | "went-back" | "aside";

/** A draft as its pages show it. Who did something stands as the user's id: see `namesOf`. */
export type FoundDraft = {
  id: string;
  personId: string;
  /** The person's number; null before the first publication. */
  number: number | null;
  /** Whether the person is withdrawn: nothing of them is published then. */
  withdrawn: boolean;
  /** By the draft's own names. */
  names: NamesByLanguage;
  state: DraftState;
  /** The save that it stands at. */
  save: number;
  file: DraftFile;
  /** The version that it was begun from; 0 for a new person, who has no `base` then. */
  baseVersion: number;
  base: CaseFile | undefined;
  /** The person's current version; 0 before the first. */
  currentVersion: number;
  publishedVersion: number | null;
  /** Everybody who may not publish it: see `authorsOf`. */
  authors: string[];
  steps: DraftStepTaken[];
  createdAt: Date;
  changedAt: Date;
};

export type DraftStepTaken = {
  number: number;
  step: string;
  save: number;
  note: string | null;
  at: Date;
  by: string;
};

/** One save of a draft, as its list shows it. */
export type SaveSummary = {
  number: number;
  manner: SaveManner;
  basedOn: number | null;
  at: Date;
  by: string;
  /** The keys of the file that differ from the draft before it, or from what one kept aside began from. */
  keys: string[];
};

const FileOfDraft = z.record(z.string(), z.unknown());
const Uuid = z.uuid();
const SaveNumber = z.int32().positive();

/** A draft by its id, whatever its state; undefined where there is none. */
export async function findDraft(actor: Actor, draftId: string): Promise<FoundDraft | undefined> {
  assertMayRead(actor);
  if (!Uuid.safeParse(draftId).success) return undefined;
  const registry = editorsRegistry();
  const row = await registry.draft.findUnique({
    where: { id: draftId },
    include: { person: true, steps: { orderBy: { number: "asc" } } },
  });
  if (row === null) return undefined;
  const [current, base, authors] = await Promise.all([
    registry.draftSave.findUniqueOrThrow({ where: { draftId_number: { draftId, number: row.save } } }),
    registry.version.findUnique({
      where: { personId_number: { personId: row.personId, number: row.baseVersion } },
      select: { file: true },
    }),
    authorsOf(registry, row),
  ]);
  const file = FileOfDraft.parse(current.file);
  return {
    id: row.id,
    personId: row.personId,
    number: row.person.number,
    withdrawn: row.person.state === "withdrawn",
    names: headingNames(file.names),
    state: row.state,
    save: row.save,
    file,
    baseVersion: row.baseVersion,
    base: base === null ? undefined : readCaseFile(base.file),
    currentVersion: row.person.currentVersion ?? 0,
    publishedVersion: row.publishedVersion,
    authors,
    steps: row.steps.map(({ draftId: _, ...step }) => step),
    createdAt: row.createdAt,
    changedAt: row.changedAt,
  };
}

const SaveRows = z.array(
  z.object({
    number: z.int(),
    manner: z.enum(["opened", "manual", "automatic", "went-back", "aside"]),
    based_on: z.int().nullable(),
    saved_at: z.date(),
    saved_by: z.string(),
    keys: z.array(z.string()),
  }),
);

/** Every save of a draft, newest first; those that are kept aside among them. */
export async function listSaves(actor: Actor, draftId: string): Promise<SaveSummary[]> {
  assertMayRead(actor);
  if (!Uuid.safeParse(draftId).success) return [];
  // The files stay in the database: there may be hundreds.
  const rows = await editorsRegistry().$queryRaw`
    select s.number, s.manner::text, s.based_on, s.saved_at, s.saved_by, array(
      select key from (select jsonb_object_keys(s.file) union select jsonb_object_keys(b.file)) as keys (key)
      where b.number is not null and s.file -> key is distinct from b.file -> key order by key
    ) as keys
    from draft_save s left join draft_save b on b.draft_id = s.draft_id and b.number = case
      when s.manner = 'aside' then s.based_on
      else (select max(p.number) from draft_save p
            where p.draft_id = s.draft_id and p.number < s.number and p.manner <> 'aside')
    end
    where s.draft_id = ${draftId}::uuid order by s.number desc`;
  return SaveRows.parse(rows).map((row) => ({
    number: row.number,
    manner: row.manner,
    basedOn: row.based_on,
    at: row.saved_at,
    by: row.saved_by,
    keys: row.keys,
  }));
}

/**
 * One save with its file and the one that it is held against: the draft before it, or, for one that is kept aside,
 * what it began from. Undefined where there is none.
 */
export async function findSave(
  actor: Actor,
  draftId: string,
  number: number,
): Promise<(Omit<SaveSummary, "keys"> & { file: DraftFile; before: DraftFile | undefined }) | undefined> {
  assertMayRead(actor);
  if (!Uuid.safeParse(draftId).success || !SaveNumber.safeParse(number).success) return undefined;
  const registry = editorsRegistry();
  const row = await registry.draftSave.findUnique({ where: { draftId_number: { draftId, number } } });
  if (row === null) return undefined;
  const { manner, basedOn, savedAt: at, savedBy: by } = row;
  const before = await registry.draftSave.findFirst({
    where: {
      draftId,
      ...(manner === "aside"
        ? { number: basedOn ?? 0 }
        : { number: { lt: number }, manner: { not: "aside" } }),
    },
    orderBy: { number: "desc" },
    select: { file: true },
  });
  return {
    number,
    manner: manner === "went_back" ? "went-back" : manner,
    basedOn,
    at,
    by,
    file: FileOfDraft.parse(row.file),
    before: before === null ? undefined : FileOfDraft.parse(before.file),
  };
}
