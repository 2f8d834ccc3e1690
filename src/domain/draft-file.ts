import { CaseFile, type caseFileFields, schemaVersion } from "#domain/case-file/case-file.ts";
import { type DraftProblem, problemsOf } from "#domain/form/problems.ts";
import { isRecord } from "#domain/json.ts";

/**
 * A case file on its way: shaped as one, but with what an editor typed wherever no value could be read from it yet.
 * Nobody but the draft's own pages may take it for a case file.
 */
export type DraftFile = Readonly<Record<string, unknown>>;

/**
 * The pages of a draft's form, and the keys of the file that each holds. A key is saved in one piece: two editors who
 * save different ones don't collide.
 */
export const draftSections = {
  names: ["names"],
  person: [
    "protectedIdentity",
    "sex",
    "birth",
    "citizenships",
    "residences",
    "occupations",
    "categories",
    "portrait",
  ],
  recognition: ["calledPoliticalPrisoner", "recognitions"],
  events: ["events"],
  prosecutions: ["prosecutions"],
  health: ["health"],
  death: ["death"],
  contact: ["contact"],
  summary: ["summary"],
  sources: ["sources"],
} as const satisfies Readonly<Record<string, readonly (keyof typeof caseFileFields)[]>>;
export type DraftSection = keyof typeof draftSections;

/** A file that says nothing yet. */
export function emptyFile(): CaseFile {
  return {
    schemaVersion,
    names: [],
    birth: {},
    citizenships: [],
    residences: [],
    occupations: [],
    categories: [],
    recognitions: [],
    events: [],
    prosecutions: [],
    health: { conditions: [], riskGroups: [] },
    contact: {},
    sources: [],
  };
}

/** Reads a draft as the case file that it would be published as. A file without a name is none yet. */
export function readDraft(draft: DraftFile): { file: CaseFile } | { problems: DraftProblem[] } {
  const parsed = CaseFile.safeParse(draft);
  if (!parsed.success) return { problems: problemsOf(parsed.error.issues, draft) };
  if (parsed.data.names.length === 0) return { problems: [{ path: "names", code: "no-name" }] };
  return { file: parsed.data };
}

/** The section of the form that a path of the file stands in; undefined for one that no section shows. */
export function sectionOf(path: string): DraftSection | undefined {
  const [key = ""] = path.split(".");
  return sectionNames.find((section) => draftSections[section].some((it) => it === key));
}

/** The sections of the form in their order. */
export const sectionNames: readonly DraftSection[] = [
  "names",
  "person",
  "recognition",
  "events",
  "prosecutions",
  "health",
  "death",
  "contact",
  "summary",
  "sources",
];

/** Gives an id that the person's files have never had, for a prefix such as `e`. */
export type NewId = (prefix: string) => string;

/** The highest number that each prefix has in a file, or in a draft: `{ e: 12, s: 3 }`. */
export function highestIds(node: unknown, highest: Record<string, number> = {}): Record<string, number> {
  if (Array.isArray(node)) for (const item of node) highestIds(item, highest);
  else if (isRecord(node)) {
    const [, prefix, digits] =
      typeof node.id === "string" ? (/^([a-z]{1,2})([1-9][0-9]{0,5})$/.exec(node.id) ?? []) : [];
    if (prefix !== undefined) highest[prefix] = Math.max(highest[prefix] ?? 0, Number(digits));
    for (const value of Object.values(node)) highestIds(value, highest);
  }
  return highest;
}

/** Gives ids from where `highest` stands, and counts it up. */
export function idsAfter(highest: Record<string, number>): NewId {
  return (prefix) => {
    const number = (highest[prefix] ?? 0) + 1;
    highest[prefix] = number;
    return `${prefix}${number}`;
  };
}
