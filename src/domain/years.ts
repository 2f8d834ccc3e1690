import { type EventKind, eventKinds } from "#domain/case-file/events.ts";
import { known } from "#domain/case-file/fact.ts";
import { dateBounds, type Edtf } from "#domain/dates/partial-date.ts";
import type { PublicForm } from "#domain/disclosure.ts";

/** What a file gives a date of, in the order in which it is told. A death is an event, wherever it stands. */
export const datedKinds = ["birth", ...eventKinds, "verdict"] as const satisfies readonly string[];
export type DatedKind = "birth" | EventKind | "verdict";

/** The years that a search knows. */
export const [firstYear, lastYear] = [1900, 2100];

/** The year that a text is, of those that a search knows; undefined for every other text. */
export function yearOf(text: string): number | undefined {
  const year = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  return year !== undefined && Number(year) >= firstYear && Number(year) <= lastYear
    ? Number(year)
    : undefined;
}

/** The years in which something of a person's file happened or may have happened, each with what it was, once. */
export function yearsOf(form: PublicForm): { year: number; kind: DatedKind }[] {
  const dated: [DatedKind, Edtf | undefined][] = [
    ["birth", known(form.birth.date)?.edtf],
    ...form.events.map((event): [DatedKind, Edtf | undefined] => [event.kind, event.date?.edtf]),
    ...form.prosecutions.map((it): [DatedKind, Edtf | undefined] => ["verdict", known(it.verdictDate)?.edtf]),
    ["death", known(form.death?.date)?.edtf],
  ];
  const years = dated.flatMap(([kind, edtf]) => (edtf === undefined ? [] : yearsAllowed(edtf, kind)));
  return [...new Map(years.map((it) => [`${it.year} ${it.kind}`, it])).values()];
}

function yearsAllowed(edtf: Edtf, kind: DatedKind): { year: number; kind: DatedKind }[] {
  const { earliest, latest } = dateBounds(edtf);
  // "Since 2020" would allow every year that comes: an open interval stands in the year that it names.
  const from = Math.max(firstYear, Number((earliest ?? latest ?? "").slice(0, 4)));
  const to = Math.min(lastYear, Number((latest ?? earliest ?? "").slice(0, 4)));
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({ year: from + index, kind }));
}
