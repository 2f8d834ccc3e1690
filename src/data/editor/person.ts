import { z } from "zod";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry } from "#db/registry.ts";
import type { CaseFile } from "#domain/case-file/case-file.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import { FactWithholding } from "#domain/disclosure.ts";
import { headingNames, type NamesByLanguage } from "#domain/draft-names.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import type { Actor } from "#domain/policy.ts";
import { type DraftState, openStates } from "#domain/workflow.ts";

/** Somebody as their own page shows them. Who did something stands as the user's id: see `namesOf`. */
export type PersonForEditors = {
  id: string;
  /** Null before the first publication. */
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  /** By the current version; before the first, by the last draft. */
  names: NamesByLanguage;
  /** 0 before the first. */
  currentVersion: number;
  /** Newest first. */
  versions: VersionForEditors[];
  /** The open one, or none. */
  openDraft: DraftOfPerson | undefined;
  /** Published and discarded ones, newest first. */
  closedDrafts: DraftOfPerson[];
};

/** A version without its file. */
export type VersionForEditors = {
  number: number;
  publicNote: LocalizedText | null;
  internalNote: string | null;
  at: Date;
  by: string;
  /** SHA-256 over content, number, note and the version before. */
  hash: string;
};

export type DraftOfPerson = {
  id: string;
  state: DraftState;
  baseVersion: number;
  publishedVersion: number | null;
  createdAt: Date;
  createdBy: string;
  changedAt: Date;
};

const Uuid = z.guid();
const Named = z.array(z.object({ names: z.unknown() }));

/** Somebody by their id; undefined where there is nobody. */
export async function findPerson(actor: Actor, personId: string): Promise<PersonForEditors | undefined> {
  assertMayRead(actor);
  if (!Uuid.safeParse(personId).success) return undefined;
  const registry = editorsRegistry();
  const [person, versions, drafts] = await Promise.all([
    registry.person.findUnique({ where: { id: personId } }),
    registry.version.findMany({
      where: { personId },
      omit: { file: true },
      orderBy: { number: "desc" },
    }),
    registry.draft.findMany({
      where: { personId },
      omit: { lastIds: true },
      orderBy: { createdAt: "desc" },
    }),
  ]);
  if (person === null) return undefined;
  const [last] = drafts;
  const [named] = Named.parse(
    person.currentVersion === null
      ? await registry.$queryRaw`
          select file -> 'names' as names from draft_save
          where draft_id = ${last?.id}::uuid and number = ${last?.save ?? 0}`
      : await registry.$queryRaw`
          select file -> 'names' as names from version
          where person_id = ${personId}::uuid and number = ${person.currentVersion}`,
  );
  const isOpen = ({ state }: { state: DraftState }) => openStates.some((it) => it === state);
  return {
    id: person.id,
    number: person.number,
    state: person.state ?? "unpublished",
    names: headingNames(named?.names),
    currentVersion: person.currentVersion ?? 0,
    versions: versions.map(asVersion),
    openDraft: drafts.find(isOpen),
    closedDrafts: drafts.filter((draft) => !isOpen(draft)),
  };
}

/** One version of somebody with its file as it is, what is withheld included. */
export type WholeVersion = VersionForEditors & {
  person: Pick<PersonForEditors, "id" | "number" | "state" | "currentVersion">;
  file: CaseFile;
  /** The file of the version before it. */
  before: CaseFile | undefined;
  withholdings: FactWithholding[];
  /** The id of the person's open draft. */
  openDraft: string | undefined;
};

/** A version of somebody; undefined where there is none. */
export async function findVersionForEditors(
  actor: Actor,
  personId: string,
  number: number,
): Promise<WholeVersion | undefined> {
  assertMayRead(actor);
  if (!Uuid.safeParse(personId).success) return undefined;
  const registry = editorsRegistry();
  const [person, rows, withholdings, open] = await Promise.all([
    registry.person.findUnique({ where: { id: personId } }),
    registry.version.findMany({ where: { personId, number: { in: [number - 1, number] } } }),
    listFactWithholdings(actor, personId),
    registry.draft.findFirst({ where: { personId, state: { in: [...openStates] } }, select: { id: true } }),
  ]);
  const row = rows.find((it) => it.number === number);
  if (person === null || row === undefined) return undefined;
  const before = rows.find((it) => it.number === number - 1);
  return {
    ...asVersion(row),
    person: {
      id: person.id,
      number: person.number,
      state: person.state ?? "unpublished",
      currentVersion: person.currentVersion ?? 0,
    },
    file: readCaseFile(row.file),
    before: before && readCaseFile(before.file),
    withholdings,
    openDraft: open?.id,
  };
}

/** The withholdings of single facts of somebody that hold today. */
export async function listFactWithholdings(actor: Actor, personId: string): Promise<FactWithholding[]> {
  assertMayRead(actor);
  const rows = await editorsRegistry().withholding.findMany({
    where: { personId, liftedAt: null, factId: { not: null } },
  });
  return rows.map(({ factId, manner }) => FactWithholding.parse({ fact: factId, manner }));
}

function asVersion(row: {
  number: number;
  publicNote: unknown;
  internalNote: string | null;
  createdAt: Date;
  createdBy: string;
  hash: string;
}): VersionForEditors {
  return {
    number: row.number,
    publicNote: row.publicNote === null ? null : LocalizedText.parse(row.publicNote),
    internalNote: row.internalNote,
    at: row.createdAt,
    by: row.createdBy,
    hash: row.hash,
  };
}
