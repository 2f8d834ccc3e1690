import edtf from "edtf";
import { z } from "zod";
import { LocalizedText } from "#domain/localized-text.ts";

const day = String.raw`\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?`;
const season = String.raw`\d{4}-2[1-4]`;
const single = `(?:${day}|${season})[~?%]?`;
// EDTF level 1 (ISO 8601-2:2019) without its unspecified digits: a year, month, day or season,
// each approximate (~), uncertain (?) or both (%), or an interval of two of them, either end open (..).
const pattern = new RegExp(`^(?:${single}|(?:${single}|\\.\\.)/(?:${single}|\\.\\.))$`);

/** A date in EDTF, as exact as it is known: `2024-08`, `2024-08~`, `2020/2023`, `2020-21` (spring, of the northern half). */
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

/** Bounds of an EDTF date. Throws on text that `Edtf` does not accept. */
export function dateBounds(text: string): DateBounds {
  const [from, to] = text.split("/");
  if (from === undefined) throw new RangeError(`not a date: ${text}`);
  if (to === undefined) return singleBounds(from);
  return {
    earliest: from === ".." ? null : singleBounds(from).earliest,
    latest: to === ".." ? null : singleBounds(to).latest,
  };
}

// The package takes a season for a quarter of the year, and reads none with a sign.
const seasons: Readonly<Record<string, readonly [first: string, last: string]>> = {
  "21": ["-03-01", "-05-31"],
  "22": ["-06-01", "-08-31"],
  "23": ["-09-01", "-11-30"],
  // "Winter 2021" may be said of either end of that year.
  "24": ["-01-01", "-12-31"],
};

function singleBounds(text: string): { earliest: string; latest: string } {
  const season = seasons[text.slice(5, 7)];
  if (season !== undefined) {
    const year = text.slice(0, 4);
    return { earliest: year + season[0], latest: year + season[1] };
  }
  const remembered = boundsRead.get(text);
  if (remembered !== undefined) return remembered;
  const { min, max } = edtf(text);
  const bounds = { earliest: isoDay(min), latest: isoDay(max) };
  if (boundsRead.size >= mostRemembered) boundsRead.clear();
  boundsRead.set(text, bounds);
  return bounds;
}

// The package's parser takes about a tenth of a millisecond a date, and a file names the same few dates all over.
const boundsRead = new Map<string, { earliest: string; latest: string }>();
const mostRemembered = 10_000;

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function isReal(text: string): boolean {
  try {
    const { earliest, latest } = dateBounds(text);
    if (earliest === null && latest === null) return false;
    // edtf rolls 30 February over to March; a bound that moved shows it.
    const [from = "", to = from] = text.split("/");
    if (!sameMonth(from, earliest) || !sameMonth(to, latest)) return false;
    return earliest === null || latest === null || earliest <= latest;
  } catch {
    return false;
  }
}

function sameMonth(text: string, bound: string | null): boolean {
  if (bound === null || !/^\d{4}-\d{2}-\d{2}/.test(text)) return true;
  return text.slice(0, 7) === bound.slice(0, 7);
}
