import type { Event } from "#domain/case-file/events.ts";
import type { Edtf } from "#domain/dates/partial-date.ts";
import { earliestAsOf, firstDay, latestAsOf } from "#domain/knowledge.ts";

/** An event and the key that puts it in its place; keys compare as plain strings. */
export type TimelineEntry = { event: Event; sortKey: string };

/**
 * The events from first to last: dated ones by the first day that their date allows (with an open beginning, by that of
 * its end, and before what is dated to it), undated ones by the
 * first day of which a text tells them, and before what is dated to that day, since they happened by then.
 * What was done to a person, and is told later, was done before the death. Events alike keep their order.
 */
export function timeline(events: readonly Event[]): TimelineEntry[] {
  const [death] = events.filter(isDatedDeath).map(sortKey).sort();
  return events
    .map((event) => ({ event, sortKey: death === undefined ? sortKey(event) : keyUntil(death, event) }))
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)));
}

function isDatedDeath({ kind, date }: Event): boolean {
  return (kind === "death" || kind === "killing-outside-custody") && date !== undefined;
}

function keyUntil(death: string, event: Event): string {
  const key = sortKey(event);
  // Of "other" nothing is known: it may be what others did in memory of the dead.
  if (effectiveDate(event) !== null || event.kind === "other" || key < death) return key;
  return `${death.slice(0, -1)}0`;
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
  // "By August 2024": before what is dated to that month.
  if (date?.startsWith("../")) return `${firstDay(date.slice(3))}-0`;
  if (date !== null) return `${firstDay(date)}-1`;
  const told = earliestAsOf(event.basis);
  return `${told === null ? "" : firstDay(told)}-0`;
}
