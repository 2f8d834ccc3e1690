import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Event } from "#domain/case-file/events.ts";
import { timeline } from "#domain/timeline.ts";
import { arbitraryCaseFile } from "../../tests/support/arbitrary-case-file.ts";
import { toldIn } from "../../tests/support/public-form.ts";

const event = (id: string, kind: string, date: string | undefined, ...told: string[]) =>
  Event.parse({
    id,
    kind,
    basis: toldIn(...told),
    ...(date && { date: { edtf: date } }),
    ...(kind === "reported-in-custody" && { custody: "prison" }),
  });

describe("the timeline", () => {
  test("puts dated events by their first day and undated ones by the first text that tells of them", () => {
    const events = [
      event("e1", "search", "2023-05", "2025"),
      event("e2", "injury", undefined, "2024-09-13", "2023-04-30"),
      event("e3", "charge", "2023", "2025"),
      event("e4", "threat", "../2023-04", "2025"),
      event("e5", "hospital", "2023-04-30", "2025"),
      event("e6", "reported-in-custody", undefined, "2023-04-29", "2023-05-02"),
    ];
    expect(timeline(events).map(({ event: it, sortKey }) => [it.id, sortKey])).toEqual([
      ["e3", "2023-01-01-1"],
      ["e4", "2023-04-01-0"],
      ["e2", "2023-04-30-0"],
      ["e5", "2023-04-30-1"],
      ["e1", "2023-05-01-1"],
      ["e6", "2023-05-02-1"],
    ]);
  });

  test("puts what was done to a person before the death, though it is told later", () => {
    const events = [
      event("e1", "death", "2023-07", "2025"),
      event("e2", "hospital", undefined, "2025"),
      Event.parse({
        ...event("e3", "threat", undefined, "2025"),
        kind: "other",
        note: { original: "en", en: "A day of memory" },
      }),
      event("e4", "charge", undefined, "2022"),
    ];
    expect(timeline(events).map(({ event: it }) => it.id)).toEqual(["e4", "e2", "e1", "e3"]);
  });

  test("holds every event once, in the order of its keys, and those alike in the order of the file", () => {
    fc.assert(
      fc.property(arbitraryCaseFile(), ({ events }) => {
        const entries = timeline(events);
        expect(new Set(entries.map((it) => it.event))).toEqual(new Set(events));
        expect(entries).toHaveLength(events.length);
        for (const [index, entry] of entries.entries()) {
          const next = entries[index + 1];
          if (next === undefined) break;
          expect(entry.sortKey <= next.sortKey).toBe(true);
          if (entry.sortKey === next.sortKey) {
            expect(events.indexOf(entry.event)).toBeLessThan(events.indexOf(next.event));
          }
        }
      }),
    );
  });
});
