import type { Address } from "#domain/addresses.ts";
import { asPublished, type KeptVersion } from "#domain/as-published.ts";
import { idSections } from "#domain/case-file/references.ts";
import { concernedBy } from "#domain/concerned.ts";
import { type FactWithholding, noteId } from "#domain/disclosure.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { isRecord } from "#domain/json.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { facilitiesOf, type SameWords, type Speaking, sameWords, wordingsOf } from "#domain/same-words.ts";
import { deriveStatus, type Status } from "#domain/status.ts";
import { type Withholdable, withholdableFacts } from "#domain/withholdable.ts";

/** Everything of a person in which something may have to be hidden: all versions, and the open draft if there is one. */
export type PersonsFiles = { versions: readonly KeptVersion[]; draft: DraftFile | undefined };

/** Something that can be hidden by its id. */
export type Hideable =
  | (Withholdable & {
      kind: "fact";
      /** The versions that have it, first to last; none for one that only the draft has. */
      versions: number[];
    })
  | { kind: "note"; id: string; version: number; text: LocalizedText };

/** All that can be hidden, in the order of the newest file that has it; then the notes of versions, newest first. */
export function hideables({ versions, draft }: PersonsFiles): Hideable[] {
  const newestFirst = [...versions].reverse();
  const facts = new Map<string, Withholdable & { versions: number[] }>();
  for (const { number, file } of newestFirst) {
    for (const fact of withholdableFacts(file)) {
      const known = facts.get(fact.id);
      if (known === undefined) facts.set(fact.id, { ...fact, versions: [number] });
      else known.versions.unshift(number);
    }
  }
  for (const fact of withholdableFacts(draft)) {
    if (!facts.has(fact.id)) facts.set(fact.id, { ...fact, versions: [] });
  }
  return [
    ...[...facts.values()].map((fact) => ({ kind: "fact" as const, ...fact })),
    ...newestFirst.flatMap(({ number: version, publicNote: text }) =>
      text === null ? [] : [{ kind: "note" as const, id: noteId(version), version, text }],
    ),
  ];
}

/** Where else the words of something that is to be hidden stand, and can still be read. */
export function sameWordsShown(
  id: string,
  files: PersonsFiles,
  hidden: ReadonlySet<string>,
): SameWordsShown[] {
  const speaking = speakingOf(files);
  const own = speaking.get(id);
  if (own === undefined) return [];
  const stays = (fact: Withholdable) => ![fact.id, ...fact.within].some((it) => it === id || hidden.has(it));
  const shown = allFacts(files).filter(stays);
  const resting = new Map<string, Set<string>>();
  for (const fact of shown) {
    for (const source of sourcesNamedBy(fact.node)) {
      resting.set(source, (resting.get(source) ?? new Set()).add(fact.id));
    }
  }
  const others = [...speaking.values()].filter((it) =>
    it.section === "sources"
      ? resting.has(it.id)
      : it.section === noteSection
        ? !hidden.has(it.id)
        : shown.some((fact) => fact.id === it.id),
  );
  return sameWords(own, others).map((it) => ({ ...it, namedBy: [...(resting.get(it.id) ?? [])] }));
}

/** `namedBy` are the facts that keep a source on the page: it cannot be hidden without them. */
export type SameWordsShown = SameWords & { namedBy: string[] };

/** The section under which the notes of versions stand among what says something. */
const noteSection = "note";

function allFacts({ versions, draft }: PersonsFiles): Withholdable[] {
  return [...versions.map(({ file }) => file), draft].flatMap((file) => [...withholdableFacts(file)]);
}

/** What each fact, source and note says, in all versions and the draft together. */
function speakingOf(files: PersonsFiles): Map<string, Speaking> {
  const speaking = new Map<string, Speaking>();
  const add = (id: string, section: string, node: Readonly<Record<string, unknown>>) => {
    const before = speaking.get(id);
    const texts = new Map((before?.wordings ?? []).map((it) => [it.text, it]));
    for (const wording of wordingsOf(node)) texts.set(wording.text, wording);
    const facilities = [...(before?.facilities ?? []), ...facilitiesOf(section, node)];
    speaking.set(id, { id, section, wordings: [...texts.values()], facilities });
  };
  for (const { id, section, node } of allFacts(files)) add(id, section, node);
  for (const file of [...files.versions.map((it) => it.file), files.draft]) {
    const sources = file?.sources;
    for (const source of Array.isArray(sources) ? sources : []) {
      if (isRecord(source) && typeof source.id === "string") add(source.id, "sources", source);
    }
  }
  for (const { number, publicNote } of files.versions) {
    if (publicNote !== null) add(noteId(number), noteSection, publicNote);
  }
  return speaking;
}

function sourcesNamedBy(node: Readonly<Record<string, unknown>>): string[] {
  const { basis, disputed } = node;
  const bases = [basis, ...(Array.isArray(disputed) ? disputed.map((it) => isRecord(it) && it.basis) : [])];
  return bases.flatMap((it) =>
    Array.isArray(it)
      ? it.flatMap((one) => (isRecord(one) && typeof one.source === "string" ? [one.source] : []))
      : [],
  );
}

/** What hiding something would do to what the public sees. */
export type Consequences = {
  addresses: Address[];
  /** Facts and sources that go with it, in any version, with their sections. */
  goes: { id: string; section: string }[];
  /** The status as the page says it now, and as it would; undefined when it stays. */
  status: { before: Status; after: Status } | undefined;
};

/** What hiding one thing more would do to a published person. */
export function consequencesOf(
  fact: FactWithholding,
  {
    number,
    versions,
    withholdings,
  }: { number: number; versions: readonly KeptVersion[]; withholdings: readonly FactWithholding[] },
): Consequences {
  const before = asPublished(number, versions, withholdings);
  const after = asPublished(number, versions, [...withholdings, fact]);
  const ids = ({ versions: shown }: typeof before) =>
    new Map(shown.flatMap(({ form: { withheld: _, ...form } }) => [...idSections(form)]));
  const left = ids(after);
  const [was, is] = [before, after].map((it) => it.versions.at(-1)?.form);
  const status = was && is && { before: deriveStatus(was), after: deriveStatus(is) };
  const isSame = JSON.stringify(status?.before) === JSON.stringify(status?.after);
  return {
    addresses: concernedBy(before, after),
    goes: [...ids(before)].flatMap(([id, section]) =>
      left.has(id) || id === fact.fact ? [] : [{ id, section }],
    ),
    status: isSame ? undefined : status,
  };
}

/** What is hidden of a person. Who did it stands as the user's id: see `namesOf`. */
export type Hidden = {
  id: string;
  /** Null for the whole person. */
  factId: string | null;
  /** What it is; undefined for the whole person, and for a fact that no version and no draft has any more. */
  what: Hideable | undefined;
  manner: FactWithholding["manner"];
  basis: string;
  /** `YYYY-MM-DD`. */
  reviewOn: string;
  at: Date;
  by: string;
  /** The request to show it again that waits. */
  request: OpenRequest | undefined;
};

/** Everybody who had to do with something hidden, by id: who hid it, and who asks for it. */
export function actorsOf({ by, request }: Pick<Hidden, "by" | "request">): string[] {
  return [by, ...(request === undefined ? [] : [request.askedBy])];
}

export type OpenRequest = { id: string; reason: string; askedAt: Date; askedBy: string };

/** A person in whose files something is to be hidden or shown again. */
export type PersonToHide = {
  id: string;
  number: number | null;
  state: "published" | "withdrawn" | null;
  names: NamesByLanguage;
  hideable: Hideable[];
  /** What is hidden today, the whole person first. */
  hidden: Hidden[];
};

/** A withholding, or a request to show something again, as the desk lists it. */
export type HiddenOfPerson = Hidden & { person: Omit<PersonToHide, "hideable" | "hidden"> };
