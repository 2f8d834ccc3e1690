import { z } from "zod";
import { LocalizedText } from "#domain/localized-text.ts";

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const season = String.raw`\d{4}-2[1-4]`;
const single = `(?:${day}|${season})[~?%]?`;
// EDTF level 1 (ISO 8601-2:2019) without its unspecified digits: a year, month, day or season,
// each approximate (~), uncertain (?) or both (%), or an interval of two of them, either end open (..).
const pattern = new RegExp(`^(?:${single}|(?:${single}|\\.\\.)/(?:${single}|\\.\\.))$`);

/** A date in EDTF, as exact as it is known: `2024-08`, `2024-08~`, `2020/2023`, `2020-21` (spring). */
export const Edtf = z.string().regex(pattern).refine(isReal, { error: "no such date" });
export type Edtf = z.infer<typeof Edtf>;

/** A date with the words that EDTF cannot say ("early April") beside it. */
export const PartialDate = z.strictObject({
  edtf: Edtf,
  words: LocalizedText.optional(),
});
export type PartialDate = z.infer<typeof PartialDate>;

/** The first and the last day that a date allows, `YYYY-MM-DD`; null where an end is open. */
export type DateBounds = { earliest: string | null; latest: string | null };

/** Bounds of an EDTF date. Throws a RangeError on what is none, or no day of the calendar. */
export function dateBounds(text: string): DateBounds {
  if (!pattern.test(text)) throw new RangeError(`not a date: ${text}`);
  const [from = "", to = from] = text.split("/");
  return {
    earliest: from === ".." ? null : singleBounds(from).earliest,
    latest: to === ".." ? null : singleBounds(to).latest,
  };
}

// Of the northern half. "Winter 2021" may be said of either end of that year.
const seasons: Readonly<Record<string, readonly [first: string, last: string]>> = {
  "21": ["03-01", "05-31"],
  "22": ["06-01", "08-31"],
  "23": ["09-01", "11-30"],
  "24": ["01-01", "12-31"],
};

function singleBounds(text: string): { earliest: string; latest: string } {
  const [year = "", month, day] = text.replace(/[~?%]$/, "").split("-");
  if (month === undefined) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const season = seasons[month];
  if (season !== undefined) return { earliest: `${year}-${season[0]}`, latest: `${year}-${season[1]}` };
  const lastDay = daysInMonth(Number(year), Number(month));
  if (day === undefined) return { earliest: `${year}-${month}-01`, latest: `${year}-${month}-${lastDay}` };
  if (Number(day) > lastDay) throw new RangeError(`no such day: ${text}`);
  return { earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` };
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isReal(text: string): boolean {
  try {
    const { earliest, latest } = dateBounds(text);
    if (earliest === null || latest === null) return earliest !== latest;
    return earliest <= latest;
  } catch {
    return false;
  }
}
