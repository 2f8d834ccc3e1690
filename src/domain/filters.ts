import { z } from "zod";
import { FacilityCode } from "#domain/case-file/events.ts";
import { riskGroups } from "#domain/case-file/health.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { ArticleCode } from "#domain/case-file/prosecutions.ts";
import { recognitionFacets } from "#domain/projection.ts";
import { custodyFacets, exits } from "#domain/status.ts";

/** Why a part of an address's query is not followed. `value` is what was asked, cut to be shown. */
export type QueryProblem = {
  key: string;
  value: string;
  reason: "unknown-filter" | "unknown-value" | "repeated" | "bad-page" | "too-long" | "second-text";
};

const lastPage = 10_000;
const longestCode = 40;

/** The filters of the list of people, in the order of its canonical address. */
const filters = {
  custody: z.enum(custodyFacets),
  exit: z.enum(exits),
  category: z.enum(categories),
  article: ArticleCode.max(longestCode),
  place: FacilityCode.max(longestCode),
  sex: z.enum(sexes),
  risk: z.enum(riskGroups),
  recognition: z.enum(recognitionFacets),
};

const Filters = z.strictObject(filters).partial();
export type PeopleFilters = z.infer<typeof Filters>;
export type PeopleFilter = keyof PeopleFilters;

/** The filters' keys, in canonical order. */
export const peopleFilters: readonly PeopleFilter[] = Filters.keyof().options;

/** The values that a filter can take; those of `article` and `place` are in the reference data. */
export const filterValues = {
  custody: custodyFacets,
  exit: exits,
  category: categories,
  sex: sexes,
  risk: riskGroups,
  recognition: recognitionFacets,
} as const;

/** What a list of people is asked for; filters combine with "and". */
export type PeopleQuery = PeopleFilters & { page: number };

/** Lists of a search that have pages of their own; without one of them, all that was found is shown. */
export const searchParts = ["texts", "year"] as const;
export type SearchPart = (typeof searchParts)[number];

/** What a search is asked for; `q` is empty where nothing was typed. Words and filters combine with "and". */
export type SearchQuery = PeopleFilters & { q: string; part?: SearchPart; page: number };

/** Reads the query of `/people`. What cannot be followed is left out of the query and told as a problem. */
export function parsePeopleQuery(params: URLSearchParams): { query: PeopleQuery; problems: QueryProblem[] } {
  const { single, problems } = singleValues(params, [...peopleFilters, "page"]);
  const page = readPage(single, problems);
  return { query: { ...readFilters(single, problems), page }, problems };
}

/** The codes of a query that the registry does not have: places and articles are data, not schema. */
export function unknownCodes(
  query: PeopleFilters,
  isKnown: Readonly<Record<"place" | "article", (code: string) => boolean>>,
): QueryProblem[] {
  return (["place", "article"] as const).flatMap((key) => {
    const value = query[key];
    return value === undefined || isKnown[key](value) ? [] : [{ key, value, reason: "unknown-value" }];
  });
}

/** The canonical query of a list of people, without "?"; empty for the first page of all. */
export function peopleQueryString(query: PeopleQuery): string {
  const params = new URLSearchParams(chosenFilters(query).map(({ filter, value }) => [filter, value]));
  if (query.page !== 1) params.set("page", String(query.page));
  return params.toString();
}

/** The filters that are set, in canonical order. */
export function chosenFilters(query: PeopleFilters): { filter: PeopleFilter; value: string }[] {
  return peopleFilters.flatMap((filter) => {
    const value = query[filter];
    return value === undefined ? [] : [{ filter, value }];
  });
}

/** The same query with one filter fewer. */
export function withoutFilter<Query extends PeopleFilters>(query: Query, filter: PeopleFilter): Query {
  const rest = { ...query };
  delete rest[filter];
  return rest;
}

/** Reads the query of a list that has pages and no filters. */
export function parseListQuery(params: URLSearchParams): { page: number; problems: QueryProblem[] } {
  const { single, problems } = singleValues(params, ["page"]);
  return { page: readPage(single, problems), problems };
}

export const longestSearch = 200;

/**
 * Reads the query of `/search`. Of a text over 200 characters the first 200 are searched, and of several texts the first:
 * both are told as problems of `q`, which unlike all others come from what somebody types. `typed` is all that was.
 */
export function parseSearchQuery(params: URLSearchParams): {
  query: SearchQuery;
  typed: string;
  problems: QueryProblem[];
} {
  const others = new URLSearchParams(params);
  others.delete("q");
  const { single, problems } = singleValues(others, [...peopleFilters, "part", "page"]);
  const page = readPage(single, problems);
  const chosen = readFilters(single, problems);
  const part = readPart(single, problems);
  const [typed = "", second] = params
    .getAll("q")
    .map(cleanText)
    .filter((text) => text !== "");
  if (second !== undefined) problems.push({ key: "q", value: shownValue(second), reason: "second-text" });
  const characters = [...typed];
  if (characters.length > longestSearch) {
    problems.push({ key: "q", value: shownValue(typed), reason: "too-long" });
  }
  const q = characters.slice(0, longestSearch).join("").trim();
  return { query: { q, ...chosen, ...(part && { part }), page }, typed, problems };
}

function cleanText(text: string): string {
  return text
    .replace(/[\p{Cc}]+/gu, (run) => (/\s/.test(run) ? " " : ""))
    .normalize("NFC")
    .trim();
}

/** The canonical query of a search, without "?"; empty where nothing is asked. */
export function searchQueryString({ q, part, page, ...chosen }: SearchQuery): string {
  const params = new URLSearchParams();
  if (q !== "") params.set("q", q);
  for (const { filter, value } of chosenFilters(chosen)) params.set(filter, value);
  if (part !== undefined) params.set("part", part);
  if (page !== 1) params.set("page", String(page));
  return params.toString();
}

function readFilters(single: ReadonlyMap<string, string>, problems: QueryProblem[]): PeopleFilters {
  const good = new Map<string, string>();
  for (const key of peopleFilters) {
    const value = single.get(key);
    if (value === undefined) continue;
    if (filters[key].safeParse(value).success) good.set(key, value);
    else problems.push({ key, value: shownValue(value), reason: "unknown-value" });
  }
  return Filters.parse(Object.fromEntries(good));
}

function readPart(single: ReadonlyMap<string, string>, problems: QueryProblem[]): SearchPart | undefined {
  const value = single.get("part");
  const part = searchParts.find((it) => it === value);
  if (value !== undefined && part === undefined) {
    problems.push({ key: "part", value: shownValue(value), reason: "unknown-value" });
  }
  return part;
}

/** The one value of each key that is known and not empty. */
function singleValues(params: URLSearchParams, keys: readonly string[]) {
  const problems: QueryProblem[] = [];
  const single = new Map<string, string>();
  for (const key of new Set(params.keys())) {
    const values = params.getAll(key).filter((value) => value !== "");
    const [value, second] = values;
    if (value === undefined) continue;
    if (!keys.includes(key)) {
      problems.push({ key: shownValue(key), value: shownValue(value), reason: "unknown-filter" });
    } else if (second !== undefined) problems.push({ key, value: shownValue(second), reason: "repeated" });
    else single.set(key, value);
  }
  return { single, problems };
}

function readPage(single: ReadonlyMap<string, string>, problems: QueryProblem[]): number {
  const value = single.get("page") ?? "1";
  if (/^[1-9][0-9]{0,4}$/.test(value) && Number(value) <= lastPage) return Number(value);
  problems.push({ key: "page", value: shownValue(value), reason: "bad-page" });
  return 1;
}

function shownValue(value: string): string {
  return [...value.replace(/\p{Cc}/gu, "")].slice(0, 80).join("");
}
