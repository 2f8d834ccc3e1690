import { wordsIn } from "#domain/words/words-in.ts";

/** Words that have to stand one after the other; a single one mostly. */
export type Term = readonly string[];

/**
 * What somebody typed, as terms that all have to be there: what stands in quotation marks, or is written together with
 * hyphens or dots, is one. A mark that is never closed means nothing, nor does any other character.
 */
export function readTerms(q: string): Term[] {
  return [...q.matchAll(/"([^"]*)"|«([^»]*)»|[“„]([^“”]*)[“”]|([^\s"«»“”„]+)/g)]
    .map((found) => wordsIn(found.slice(1).find((it) => it !== undefined) ?? "").map(({ word }) => word))
    .filter((term) => term.length > 0);
}

/** The words of a term that a language's index has, and how far each stands behind the first. */
export type IndexedTerm = readonly { lexeme: string; offset: number }[];

/** A term by its words' stems; undefined for a word that the index leaves out. Empty where it leaves out all. */
export function indexedTerm(stems: readonly (string | undefined)[]): IndexedTerm {
  const first = stems.findIndex((stem) => stem !== undefined);
  return stems.flatMap((lexeme, index) => (lexeme === undefined ? [] : [{ lexeme, offset: index - first }]));
}

/** Terms as PostgreSQL's `tsquery` writes them; every lexeme is quoted, so that none is taken for an operator. */
export function tsqueryOf(terms: readonly IndexedTerm[]): string {
  return terms
    .map((term) =>
      term
        .map(({ lexeme, offset }, index) => {
          const distance = offset - (term[index - 1]?.offset ?? 0);
          return `${index === 0 ? "" : `<${distance}>`}'${lexeme.replace(/['\\]/g, "$&$&")}'`;
        })
        .join(""),
    )
    .map((term) => `(${term})`)
    .join("&");
}
