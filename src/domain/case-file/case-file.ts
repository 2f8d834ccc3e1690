import { z } from "zod";
import { Contact } from "#domain/case-file/contact.ts";
import { Death } from "#domain/case-file/death.ts";
import { Event } from "#domain/case-file/events.ts";
import { fact, known } from "#domain/case-file/fact.ts";
import { Health } from "#domain/case-file/health.ts";
import { Names } from "#domain/case-file/names.ts";
import {
  Birth,
  Citizenship,
  Occupation,
  PersonCategory,
  Portrait,
  ProtectedIdentity,
  Residence,
  SexFact,
} from "#domain/case-file/person.ts";
import { Prosecution } from "#domain/case-file/prosecutions.ts";
import { CalledPoliticalPrisoner, Recognition } from "#domain/case-file/recognition.ts";
import { Source } from "#domain/case-file/sources.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** The schema version that this code writes. Older files are read through `upgrade`. */
export const schemaVersion = 1;

/** The sections of a file, without the rules that hold between them. */
export const caseFileFields = {
  schemaVersion: z.literal(schemaVersion),
  names: Names,
  protectedIdentity: ProtectedIdentity.optional(),
  sex: SexFact.optional(),
  birth: Birth,
  citizenships: z.array(Citizenship),
  residences: z.array(Residence),
  occupations: z.array(Occupation),
  categories: z.array(PersonCategory),
  portrait: Portrait.optional(),
  calledPoliticalPrisoner: CalledPoliticalPrisoner.optional(),
  recognitions: z.array(Recognition),
  events: z.array(Event),
  prosecutions: z.array(Prosecution),
  health: Health,
  death: Death.optional(),
  contact: Contact,
  summary: fact(LocalizedText).optional(),
  sources: z.array(Source),
};

/** The whole file of a person. Forms, versions, imports, exports and pages are this schema, or derived from it. */
export const CaseFile = z.strictObject(caseFileFields).superRefine((file, context) => {
  for (const problem of crossReferenceProblems(file)) context.addIssue({ code: "custom", ...problem });
});
export type CaseFile = z.infer<typeof CaseFile>;

// Whoever is protected is recorded under such a name alone: another one is never stored.
const protectingKinds: ReadonlySet<string> = new Set(["pseudonym", "given-name-only"]);

type Sections = z.infer<z.ZodObject<typeof caseFileFields>>;

/** What is wrong between two places of a file; forms have words for the code, and the id tells the place. */
type CrossReferenceProblem = {
  message: string;
  params: { code: string; values: { id: string } & Record<string, string> };
};

/** What no single section can see: ids used twice, sources and prosecutions that are named but not there. */
export function crossReferenceProblems(file: Sections): CrossReferenceProblem[] {
  const problems: CrossReferenceProblem[] = [];
  const add = (message: string, code: string, values: CrossReferenceProblem["params"]["values"]) =>
    problems.push({ message, params: { code, values } });
  const seen = new Set<string>();
  const sources = new Set(file.sources.map((source) => source.id));
  const prosecutions = new Set(file.prosecutions.map((prosecution) => prosecution.id));
  for (const source of file.sources) {
    if (seen.has(source.id)) add(`the id ${source.id} stands twice`, "id-twice", { id: source.id });
    seen.add(source.id);
  }
  for (const { id, bases } of walkFacts(file)) {
    if (seen.has(id)) add(`the id ${id} stands twice`, "id-twice", { id });
    seen.add(id);
    for (const { source } of bases) {
      if (sources.has(source)) continue;
      add(`${id} names the source ${source}, which is not in the file`, "source-gone", { id, source });
    }
  }
  if (known(file.protectedIdentity) === "yes") {
    for (const { id, kind } of file.names) {
      if (protectingKinds.has(kind)) continue;
      add(`${id} is a ${kind} name, but the identity is protected`, "protected-name", { id });
    }
  }
  for (const { id, prosecution } of file.events) {
    if (prosecution === undefined || prosecutions.has(prosecution)) continue;
    const message = `${id} names the prosecution ${prosecution}, which is not in the file`;
    add(message, "prosecution-gone", { id, prosecution });
  }
  return problems;
}
