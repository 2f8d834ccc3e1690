import type { Basis } from "#domain/case-file/fact.ts";
import { dateBounds, type Edtf } from "#domain/dates/partial-date.ts";

/** The day up to which the freshest of some bases speaks, compared by first possible days; null without a basis. */
export function latestAsOf(bases: readonly Basis[]): Edtf | null {
  return pick(bases, (day, best) => day > best);
}

/** The day up to which the oldest of some bases speaks: by then it was told. Null without a basis. */
export function earliestAsOf(bases: readonly Basis[]): Edtf | null {
  return pick(bases, (day, best) => day < best);
}

/** The first day that a date allows, for ordering: an open beginning counts as the end, which it has. */
export function firstDay(date: Edtf): string {
  const { earliest, latest } = dateBounds(date);
  return earliest ?? latest ?? "";
}

function pick(bases: readonly Basis[], isBetter: (day: string, best: string) => boolean): Edtf | null {
  let best: Edtf | null = null;
  for (const { asOf } of bases) {
    if (best === null || isBetter(firstDay(asOf), firstDay(best)) || isMoreExact(asOf, best)) best = asOf;
  }
  return best;
}

function isMoreExact(date: Edtf, other: Edtf): boolean {
  const [a, b] = [dateBounds(date), dateBounds(other)];
  return firstDay(date) === firstDay(other) && (a.latest ?? "9999-12-31") < (b.latest ?? "9999-12-31");
}
