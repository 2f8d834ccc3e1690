import { z } from "zod";
import { assertMayRead } from "#data/editor/reading.ts";
import { editorsRegistry, type Registry } from "#db/registry.ts";
import { readCaseFile } from "#domain/case-file/upgrade.ts";
import { FactWithholding } from "#domain/disclosure.ts";
import { headingNames } from "#domain/draft-names.ts";
import {
  type Consequences,
  consequencesOf,
  type Hidden,
  type HiddenOfPerson,
  hideables,
  type PersonsFiles,
  type PersonToHide,
  type SameWordsShown,
  sameWordsShown,
} from "#domain/hiding.ts";
import { LocalizedText } from "#domain/localized-text.ts";
import type { Actor } from "#domain/policy.ts";
import { openStates } from "#domain/workflow.ts";

const Uuid = z.guid();

/** A person with all that can be hidden of them, and what is; undefined where there is none. */
export async function findPersonToHide(actor: Actor, personId: string): Promise<PersonToHide | undefined> {
  assertMayRead(actor);
  return (await openPerson(personId))?.person;
}

/** What hiding one thing of a person would do, and where the same words would still stand. */
export async function findConsequences(
  actor: Actor,
  personId: string,
  fact: FactWithholding,
): Promise<{ consequences: Consequences | undefined; sameWords: SameWordsShown[] } | undefined> {
  assertMayRead(actor);
  const opened = await openPerson(personId);
  if (opened === undefined) return undefined;
  const { person, files } = opened;
  const hidden = person.hidden.flatMap(({ factId, manner }) =>
    factId === null ? [] : [{ fact: factId, manner }],
  );
  const withholdings = z.array(FactWithholding).parse(hidden);
  const { number, state } = person;
  return {
    consequences:
      number === null || state !== "published"
        ? undefined
        : consequencesOf(fact, { number, versions: files.versions, withholdings }),
    sameWords: sameWordsShown(fact.fact, files, new Set(hidden.map((it) => it.fact))),
  };
}

/** Everything that somebody asks to be shown again, oldest first. */
export async function listShowingRequests(actor: Actor): Promise<HiddenOfPerson[]> {
  assertMayRead(actor);
  const rows = await editorsRegistry().showingRequest.findMany({
    where: { outcome: null },
    orderBy: { askedAt: "asc" },
    select: { id: true, personId: true },
  });
  const hidden = await hiddenOf(rows.map((it) => it.personId));
  return rows.flatMap(({ id }) => hidden.filter((it) => it.request?.id === id));
}

/** What somebody has to look at again by that day (`YYYY-MM-DD`), the longest due first. */
export async function listWithholdingsDue(actor: Actor, day: string): Promise<HiddenOfPerson[]> {
  assertMayRead(actor);
  const rows = await editorsRegistry().withholding.findMany({
    where: { liftedAt: null, reviewOn: { lte: new Date(`${day}T00:00:00Z`) } },
    orderBy: [{ reviewOn: "asc" }, { createdAt: "asc" }],
    select: { id: true, personId: true },
  });
  const hidden = await hiddenOf(rows.map((it) => it.personId));
  return rows.flatMap(({ id }) => hidden.filter((it) => it.id === id));
}

async function hiddenOf(personIds: readonly string[]): Promise<HiddenOfPerson[]> {
  const all: HiddenOfPerson[] = [];
  for (const personId of new Set(personIds)) {
    const opened = await openPerson(personId);
    if (opened === undefined) continue;
    const { hideable: _, hidden, ...person } = opened.person;
    all.push(...hidden.map((it) => ({ ...it, person })));
  }
  return all;
}

async function openPerson(
  personId: string,
): Promise<{ person: PersonToHide; files: PersonsFiles } | undefined> {
  if (!Uuid.safeParse(personId).success) return undefined;
  const registry = editorsRegistry();
  const row = await registry.person.findUnique({
    where: { id: personId },
    include: {
      withholdings: { where: { liftedAt: null }, orderBy: { createdAt: "asc" } },
      showings: { where: { outcome: null } },
    },
  });
  if (row === null) return undefined;
  const files = await filesOf(registry, personId);
  const hideable = hideables(files);
  const whats = new Map(hideable.map((it) => [it.id, it]));
  const hidden = row.withholdings.map((it): Hidden => {
    const request = row.showings.find(({ factId }) => factId === it.factId);
    return {
      id: it.id,
      factId: it.factId,
      what: it.factId === null ? undefined : whats.get(it.factId),
      manner: it.manner,
      basis: it.basis,
      reviewOn: it.reviewOn.toISOString().slice(0, 10),
      at: it.createdAt,
      by: it.createdBy,
      request,
    };
  });
  const newest = files.versions.at(-1)?.file ?? files.draft;
  return {
    person: {
      id: row.id,
      number: row.number,
      state: row.state,
      names: headingNames(newest?.names),
      hideable,
      hidden: hidden.sort((a, b) => Number(a.factId !== null) - Number(b.factId !== null)),
    },
    files,
  };
}

const FileOfDraft = z.record(z.string(), z.unknown());

async function filesOf(registry: Registry, personId: string): Promise<PersonsFiles> {
  const versions = await registry.version.findMany({ where: { personId }, orderBy: { number: "asc" } });
  const draft = await registry.draft.findFirst({ where: { personId, state: { in: [...openStates] } } });
  const save =
    draft &&
    (await registry.draftSave.findUniqueOrThrow({
      where: { draftId_number: { draftId: draft.id, number: draft.save } },
    }));
  return {
    versions: versions.map(({ number, file, publicNote }) => ({
      number,
      file: readCaseFile(file),
      publicNote: publicNote === null ? null : LocalizedText.parse(publicNote),
    })),
    draft: save === null ? undefined : FileOfDraft.parse(save.file),
  };
}
