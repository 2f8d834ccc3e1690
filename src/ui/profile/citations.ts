import type { Basis } from "#domain/case-file/fact.ts";
import type { Source } from "#domain/case-file/sources.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import type { LocalizedText } from "#domain/localized-text.ts";

/** What stands at a fact for one of its bases: `1`, or `1b` where the basis has a note, and where it leads. */
export type Citation = {
  mark: string;
  /** Id on the page: the source, or the note under it. */
  target: string;
  manner: Basis["manner"];
  /** EDTF; given where it isn't the source's own date. */
  asOf?: string;
};

/** A source as the foot of the page lists it, with the notes that facts make to it. */
export type CitedSource = { number: number; source: Source; notes: CitationNote[] };
export type CitationNote = { id: string; letter: string; note: LocalizedText };

export type Citations = { cite: (basis: Basis) => Citation; sources: CitedSource[] };

/** Numbers a form's sources in the order of its list, and gives letters to the notes, the same note once. */
export function citationsOf(form: PublicForm): Citations {
  const sources = form.sources.map(
    (source, index): CitedSource => ({ number: index + 1, source, notes: [] }),
  );
  const byId = new Map(sources.map((entry) => [entry.source.id, entry]));
  const noteByKey = new Map<string, CitationNote>();
  for (const { bases } of walkFacts(form)) {
    for (const { source, note } of bases) {
      const entry = byId.get(source);
      if (entry === undefined || note === undefined || noteByKey.has(noteKey(source, note))) continue;
      const letter = letterOf(entry.notes.length);
      const cited = { id: `${source}${letter}`, letter, note };
      entry.notes.push(cited);
      noteByKey.set(noteKey(source, note), cited);
    }
  }
  return { sources, cite: (basis) => cite(basis, byId, noteByKey) };
}

function cite(
  basis: Basis,
  byId: ReadonlyMap<string, CitedSource>,
  noteByKey: ReadonlyMap<string, CitationNote>,
): Citation {
  const entry = byId.get(basis.source);
  if (entry === undefined) throw new RangeError(`${basis.source} is not among the sources`);
  const note = basis.note === undefined ? undefined : noteByKey.get(noteKey(basis.source, basis.note));
  return {
    mark: `${entry.number}${note?.letter ?? ""}`,
    target: note?.id ?? basis.source,
    manner: basis.manner,
    ...(basis.asOf === entry.source.date?.edtf ? {} : { asOf: basis.asOf }),
  };
}

function noteKey(source: string, note: LocalizedText): string {
  return JSON.stringify([source, note.original, note[note.original]]);
}

// a … z, aa, ab …
function letterOf(index: number): string {
  const letter = String.fromCharCode("a".charCodeAt(0) + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
