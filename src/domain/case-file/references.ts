import type { CaseFile } from "#domain/case-file/case-file.ts";
import { known } from "#domain/case-file/fact.ts";
import { walkFacts } from "#domain/case-file/walk.ts";

/** Each fact's id with the section that it stands in. */
export function factSections(file: CaseFile): Map<string, string> {
  return new Map([...walkFacts(file)].map(({ id, section }) => [id, section]));
}

/** Each id of a file, of facts and of sources, with the section that it stands in. */
export function idSections(file: CaseFile): Map<string, string> {
  const sources = file.sources.map(({ id }): [string, string] => [id, "sources"]);
  return new Map([...factSections(file), ...sources]);
}

/** Codes of the facilities that a file names, each once. */
export function referencedFacilities(file: CaseFile): string[] {
  const codes = [
    ...file.events.map((event) => event.facility),
    known(file.death?.facility),
    known(file.contact.facility),
  ];
  return [...new Set(codes.filter((code) => code !== undefined))];
}

/** Codes of the articles that a file names, each once. */
export function referencedArticles(file: CaseFile): string[] {
  return [...new Set(file.prosecutions.flatMap((prosecution) => prosecution.articles.map((it) => it.code)))];
}
