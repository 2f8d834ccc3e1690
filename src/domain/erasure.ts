import { z } from "zod";
import { FactId } from "#domain/case-file/fact.ts";
import { NoteId } from "#domain/disclosure.ts";
import { emptyFile } from "#domain/draft-file.ts";
import { isRecord } from "#domain/json.ts";
import { withoutFact } from "#domain/without-fact.ts";

/** What was erased of a person: that it was, never what it said. */
export const Erasure = z.strictObject({
  id: z.uuid(),
  person: z.guid(),
  /** A fact; `v2` for the notes of version 2; null for the whole person. */
  fact: z.union([FactId, NoteId]).nullable(),
  /** Whether all that editors had noted about the person went too. */
  notes: z.boolean(),
  /** Every id that went with it and stands nowhere any more. Never given again. */
  ids: z.array(z.string()),
  /** The versions that held it. */
  versions: z.array(z.int().positive()),
  at: z.iso.datetime({ precision: 3 }),
});
export type Erasure = z.infer<typeof Erasure>;

/** What stays of it in the database: why and by whom, besides. */
export type Tombstone = Erasure & { basis: string; by: string };

/** Stands where something has to stand, and nothing may. */
export const erasedText = "[erased]";

/** A row as PostgreSQL writes it in JSON, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** What an erasure needs to know of where it works: the ids of the person's drafts, and who does it. */
export type Surroundings = { drafts: ReadonlySet<string>; by: string };

type Eraser = (row: Row, erasure: Erasure, surroundings: Surroundings) => Row;

const ofPerson =
  (eraser: Eraser, column = "person_id"): Eraser =>
  (row, erasure, surroundings) =>
    row[column] === erasure.person ? eraser(row, erasure, surroundings) : row;

const ofDraft =
  (eraser: Eraser): Eraser =>
  (row, erasure, surroundings) =>
    typeof row.draft_id === "string" && surroundings.drafts.has(row.draft_id)
      ? eraser(row, erasure, surroundings)
      : row;

/**
 * The tables that hold something of a person which can be erased, those first that others point to, and what becomes of
 * a row. For the database and for the files of backups, so that both forget the same.
 */
export const erasers: Readonly<Record<string, Eraser>> = {
  person: ofPerson(
    (row, { fact }) => (fact === null && row.state !== null ? { ...row, state: "withdrawn" } : row),
    "id",
  ),
  version: ofPerson((row, erasure) => {
    const { fact, notes } = erasure;
    const own = fact === null || fact === `v${row.number}`;
    return {
      ...withFile(row, erasure),
      ...(own && { public_note: null }),
      ...((own || notes) && { internal_note: null }),
    };
  }),
  withholding: ofPerson((row, erasure, { by }) => {
    const concerned = isAbout(row, erasure);
    return {
      ...row,
      ...((concerned || erasure.notes) && { basis: erasedText }),
      // There is nothing left to hide, nor to look at again.
      ...(concerned &&
        row.lifted_at === null && { lifted_at: notBefore(row.created_at, erasure.at), lifted_by: by }),
    };
  }),
  different_people: (row, { person, fact, notes, at }, { by }) => {
    if (row.one_id !== person && row.other_id !== person) return row;
    const gone = fact === null;
    return {
      ...row,
      ...((gone || notes) && { reason: erasedText }),
      ...(gone && row.taken_back_at === null && { taken_back_at: notBefore(row.at, at), taken_back_by: by }),
    };
  },
  draft: ofPerson((row, { fact, at }) =>
    fact === null && row.state !== "published" && row.state !== "discarded"
      ? { ...row, state: "discarded", changed_at: at }
      : row,
  ),
  draft_save: ofDraft(withFile),
  draft_step: ofDraft((row, { fact, notes }) => (fact === null || notes ? { ...row, note: null } : row)),
  showing_request: ofPerson((row, erasure, { by }) => {
    const concerned = isAbout(row, erasure);
    return {
      ...row,
      ...((concerned || erasure.notes) && { reason: erasedText }),
      ...(concerned &&
        row.outcome === null && { outcome: "declined", decided_at: erasure.at, decided_by: by }),
    };
  }),
};

/** A withholding cannot end before it began, whatever a clock says. */
function notBefore(begun: unknown, at: string): string {
  return typeof begun === "string" && Date.parse(begun) > Date.parse(at) ? begun : at;
}

function isAbout(row: Row, { fact, ids }: Erasure): boolean {
  if (fact === null || row.fact_id === fact) return true;
  return typeof row.fact_id === "string" && ids.includes(row.fact_id);
}

function withFile(row: Row, { fact }: Erasure): Row {
  if (fact === null) return { ...row, file: emptyFile() };
  const less = isRecord(row.file) ? withoutFact(row.file, fact) : undefined;
  return less === undefined ? row : { ...row, file: less.file };
}
