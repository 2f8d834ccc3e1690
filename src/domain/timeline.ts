import type { Event } from "#domain/case-file/events.ts";
import type { Edtf } from "#domain/dates/partial-date.ts";
import { earliestAsOf, firstDay, latestAsOf } from "#domain/knowledge.ts";

/** An event and the key that puts it in its place; keys compare as plain strings. */
export type TimelineEntry = { event: Event; sortKey: string };

/**
 * The events from first to last: dated ones by the first day that their date allows, undated ones by the
 * first day of which a text tells them, and before what is dated to that day, since they happened by then.
 * Events alike keep their order.
 */
export function timeline(events: readonly Event[]): TimelineEntry[] {
  return events
    .map((event) => ({ event, sortKey: sortKey(event) }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)));
}

/** The date of an event; that of a report without one is the day up to which its text speaks. */
export function effectiveDate(event: Event): Edtf | null {
  if (event.date !== undefined) return event.date.edtf;
  return event.kind === "reported-in-custody" || event.kind === "reported-incommunicado"
    ? latestAsOf(event.basis)
    : null;
}

function sortKey(event: Event): string {
  const date = effectiveDate(event);
  if (date !== null) return `${firstDay(date)}-1`;
  const told = earliestAsOf(event.basis);
  return `${told === null ? "" : firstDay(told)}-0`;
}
