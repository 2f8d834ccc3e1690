import { type DateToken, dateTokens } from "#domain/dates/date-tokens.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import type { Language } from "#domain/languages.ts";

/** Why a typed date is none. The form has words for each. */
export type DateProblem = "not-understood" | "no-such-day" | "no-year" | "two-digit-year" | "out-of-order";

/**
 * What somebody meant by the date that they typed. `words` says that EDTF tells less than the text ("early April"),
 * which is then worth keeping beside it, in its `language`.
 */
export type TypedDate = { edtf: Edtf; words?: true; language?: Language } | { problem: DateProblem };

/**
 * Reads a date in Belarusian, Russian, English or EDTF; the day comes before the month. `today`, `YYYY-MM-DD`, is what
 * "yesterday" is told from: without it such words are not understood. "After" and "before" include what they name,
 * since it is not certain that they don't. Never throws.
 */
export function readTypedDate(text: string, today?: string): TypedDate {
  if (text.length > 200) return notUnderstood;
  const plain = text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .replace(/(?<!\.)[.,;]?\s*$/, "")
    .trim();
  const edtf = Edtf.safeParse(plain.replace(/\s*\/\s*/g, "/"));
  if (edtf.success) return { edtf: edtf.data };
  const tokens = dateTokens(plain);
  return tokens === undefined ? notUnderstood : written(readWhole(tokens, today));
}

type Remarks = { about: boolean; perhaps: boolean; part: Language | undefined };
type Single = { year?: string | undefined; month?: string | undefined; day?: string | undefined };
type End = Single & { remarks: Remarks };
type Reading = { ends: readonly (End | "open")[] } | { problem: DateProblem };

const noRemarks: Remarks = { about: false, perhaps: false, part: undefined };
const notUnderstood = { problem: "not-understood" } as const;

function written(reading: Reading): TypedDate {
  if ("problem" in reading) return reading;
  const ends = reading.ends.map((it) => (it === "open" ? ".." : edtfOf(it)));
  if (ends.some((it) => it !== ".." && !Edtf.safeParse(it).success)) return { problem: "no-such-day" };
  const edtf = Edtf.safeParse(ends[0] === ends[1] ? ends[0] : ends.join("/"));
  if (!edtf.success) return { problem: "out-of-order" };
  const language = reading.ends.map((it) => (it === "open" ? undefined : it.remarks.part)).find(Boolean);
  return language === undefined ? { edtf: edtf.data } : { edtf: edtf.data, words: true, language };
}

function edtfOf({ year, month, day, remarks }: End): string {
  const isAbout = remarks.about || remarks.part !== undefined;
  const sign = isAbout ? (remarks.perhaps ? "%" : "~") : remarks.perhaps ? "?" : "";
  return [year, month, day].filter((it) => it !== undefined).join("-") + sign;
}

/**
 * A date or an interval with the remarks around it. Remarks before "from" and words behind everything belong to both
 * ends; before two whole dates they belong to the first.
 */
function readWhole(tokens: readonly DateToken[], today: string | undefined): Reading {
  const before = leadingRemarks(tokens);
  const isLed = ["from", "span", "to", "until"].includes(before.rest[0]?.kind ?? "");
  const after = trailingRemarks(isLed ? before.rest : tokens, ["about", "perhaps"]);
  const reading = readInterval(after.rest, today);
  if ("problem" in reading) return reading;
  const remarks = isLed ? both(before.remarks, after.remarks) : after.remarks;
  return { ends: reading.ends.map((it) => (it === "open" ? it : remarked(it, remarks))) };
}

function readInterval(tokens: readonly DateToken[], today: string | undefined): Reading {
  const [first, ...rest] = tokens;
  if (isMark(first, "..") && isMark(rest[0], "/")) return readOpen(rest.slice(1), "before", today);
  if (isMark(tokens.at(-1), "..") && isMark(tokens.at(-2), "/")) {
    return readOpen(tokens.slice(0, -2), "after", today);
  }
  if (first?.kind === "until" || first?.kind === "to") return readOpen(rest, "before", today);
  if (first?.kind === "span") return readPair(rest, true, today);
  if (first?.kind === "from") {
    const reading = readOpen(rest, "after", today);
    return isUnread(reading) ? readPair(rest, false, today) : reading;
  }
  const reading = readSole(tokens, today);
  return isUnread(reading) ? readPair(tokens, false, today) : reading;
}

function isUnread(reading: Reading): boolean {
  return "problem" in reading && reading.problem === "not-understood";
}

function readOpen(
  tokens: readonly DateToken[],
  side: "before" | "after",
  today: string | undefined,
): Reading {
  const reading = readSole(tokens, today);
  if ("problem" in reading) return reading;
  const end = side === "after" ? reading.ends[0] : reading.ends.at(-1);
  if (end === undefined) return notUnderstood;
  return { ends: side === "after" ? [end, "open"] : ["open", end] };
}

/** One date with its year. A winter over two years ("winter 2022/2023") is an interval, since EDTF has none. */
function readSole(tokens: readonly DateToken[], today: string | undefined): Reading {
  const part = readPart(tokens, today);
  if (part === undefined) return notUnderstood;
  if (part.lacks !== undefined) return { problem: part.lacks };
  const remarks = both(part.leading, part.trailing);
  if (part.secondYear === undefined) return { ends: [{ ...part.single, remarks }] };
  if (Number(part.secondYear) !== Number(part.single.year) + 1) return notUnderstood;
  return {
    ends: [
      { year: part.single.year, month: "12", remarks },
      { year: part.secondYear, month: "02", remarks },
    ],
  };
}

/** Two dates, the first of which may leave to the second what both share: "10–15 May 2023". */
function readPair(tokens: readonly DateToken[], isSpan: boolean, today: string | undefined): Reading {
  let problem: DateProblem = "not-understood";
  for (const [index, token] of tokens.entries()) {
    const isBetween =
      token.kind === "to" ||
      (isSpan && token.kind === "and") ||
      (["/", "-", "–", "—"] as const).some((mark) => isMark(token, mark));
    if (!isBetween) continue;
    const reading = readEnds(tokens.slice(0, index), tokens.slice(index + 1), today);
    if (!("problem" in reading)) return reading;
    if (problem === "not-understood") problem = reading.problem;
  }
  return { problem };
}

function readEnds(
  first: readonly DateToken[],
  second: readonly DateToken[],
  today: string | undefined,
): Reading {
  if (second.length === 1 && second[0]?.kind === "now") return readOpen(first, "after", today);
  const from = readPart(first, today);
  const to = readPart(second, today);
  if (from === undefined || to === undefined) return notUnderstood;
  if (from.secondYear !== undefined || to.secondYear !== undefined) return notUnderstood;
  const remarks = [both(from.leading, from.trailing), both(to.leading, to.trailing)] as const;
  if (from.lacks === undefined && to.lacks === undefined) {
    return {
      ends: [
        { ...from.single, remarks: remarks[0] },
        { ...to.single, remarks: remarks[1] },
      ],
    };
  }
  const shared = sharing(from, to);
  if ("problem" in shared) return shared;
  // What stands before or behind dates that share a year is said of both, but for "early" and the like.
  return {
    ends: [
      { ...shared.from, remarks: both(remarks[0], { ...to.trailing, part: undefined }) },
      { ...shared.to, remarks: both(remarks[1], { ...from.leading, part: undefined }) },
    ],
  };
}

function sharing(from: Part, to: Part): { from: Single; to: Single } | { problem: DateProblem } {
  const { year, month, day } = to.single;
  // "May 10–15, 2023"
  if (/^M,?d$/.test(from.shape) && /^d,?y$/.test(to.shape)) {
    return { from: { ...from.single, year }, to: { ...from.single, year, day: month } };
  }
  if (to.lacks !== undefined) return { problem: to.lacks };
  if (month === undefined) return notUnderstood;
  if (from.single.month !== undefined) return { from: { ...from.single, year }, to: to.single };
  if (from.single.day === undefined) return { problem: from.lacks ?? "not-understood" };
  if (day !== undefined) return { from: { year, month, day: from.single.day }, to: to.single };
  // "05–06.2023"
  if (to.shape === "d.y") return { from: { year, month: from.single.day }, to: to.single };
  return notUnderstood;
}

/** One date, or what of it stands before the other end of an interval; `lacks` is its problem if it stands alone. */
type Part = Body & { shape: string; leading: Remarks; trailing: Remarks };
type Body = { single: Single; lacks?: DateProblem; secondYear?: string | undefined };

function readPart(tokens: readonly DateToken[], today: string | undefined): Part | undefined {
  const { remarks: leading, rest } = leadingRemarks(tokens);
  const { remarks: trailing, rest: body } = trailingRemarks(rest, ["sign", "about", "perhaps", "part"]);
  const shape = body.map(letterOf).join("");
  const read = forms.find(([pattern]) => pattern.test(shape))?.[1](valuesOf(body, today), shape);
  if (read === undefined) return undefined;
  // "Early 10 May" is no part of a unit that has parts.
  const hasPart = leading.part !== undefined || trailing.part !== undefined;
  if (hasPart && read.single.day !== undefined) return undefined;
  return { ...read, shape, leading, trailing };
}

/** A token's letter in the shape of a date: y a year, d a number of a day or month, M, S and T what is named by words. */
function letterOf(token: DateToken): string {
  switch (token.kind) {
    case "number":
      return token.digits.length === 4 ? "y" : token.digits.length < 3 ? "d" : "x";
    case "mark":
      return token.mark;
    case "month":
      return "M";
    case "season":
      return "S";
    case "day":
      return "T";
    default:
      return "x";
  }
}

/** The years, the numbers and the name of a date, in their order. */
type Values = { years: string[]; numbers: string[]; name?: string; told?: string };

function valuesOf(tokens: readonly DateToken[], today: string | undefined): Values {
  const values: Values = { years: [], numbers: [] };
  for (const token of tokens) {
    if (token.kind === "number") {
      if (token.digits.length === 4) values.years.push(token.digits);
      else values.numbers.push(token.digits.padStart(2, "0"));
    }
    if (token.kind === "month" || token.kind === "season")
      values.name = String(token.number).padStart(2, "0");
    const told = token.kind === "day" ? daysBefore(today, token.ago) : undefined;
    if (told !== undefined) values.told = told;
  }
  return values;
}

const forms: readonly [RegExp, (values: Values, shape: string) => Body][] = [
  [/^d([./–—-]?)d\1y$/, ({ years: [year], numbers: [day, month] }) => ({ single: { year, month, day } })],
  [/^y([./–—-]?)d\1d$/, ({ years: [year], numbers: [month, day] }) => ({ single: { year, month, day } })],
  [/^d[./–—-]?y$/, ({ years: [year], numbers: [month] }) => ({ single: { year, month } })],
  [/^y[./–—-]?d$/, yearAndNumber],
  [
    /^(?:d[./-]?M[./-]?,?y|M,?d,?y|y,?M,?d|y,?dM)$/,
    ({ years: [year], numbers: [day], name }) => ({ single: { year, month: name, day } }),
  ],
  [/^(?:[MS][./-]?,?y|y[./-]?,?[MS])$/, ({ years: [year], name }) => ({ single: { year, month: name } })],
  [/^y$/, ({ years: [year] }) => ({ single: { year } })],
  [/^T$/, toldDay],
  [
    /^Sy[/–-]y$/,
    ({ years: [year, secondYear], name }) =>
      name === "24" ? { single: { year, month: name }, secondYear } : { single: {}, lacks: "not-understood" },
  ],
  // Without a year, or with half of one.
  [/^d[./-]?M$/, ({ numbers: [day], name }) => ({ single: { month: name, day }, lacks: "no-year" })],
  [/^M,?d$/, ({ numbers: [day], name }) => ({ single: { month: name, day }, lacks: "two-digit-year" })],
  [/^d([./-])d$/, ({ numbers: [day, month] }) => ({ single: { month, day }, lacks: "no-year" })],
  [/^[MS]$/, ({ name }) => ({ single: { month: name }, lacks: "no-year" })],
  [/^d$/, ({ numbers: [day] }) => ({ single: { day }, lacks: "two-digit-year" })],
  // The end of "May 10–15, 2023".
  [/^d,y$/, ({ years: [year], numbers: [month] }) => ({ single: { year, month }, lacks: "not-understood" })],
  [
    /^(?:d([./–—-])d\1d|d[./-]?M[./-]?,?d|M,?d,?d|S,?d|Sy[/–-]d)$/,
    () => ({ single: {}, lacks: "two-digit-year" }),
  ],
];

/** "2023-05" and "2023-21" as EDTF has them; "2020–23" and "2020/23" are two years. */
function yearAndNumber({ years: [year], numbers: [number] }: Values, shape: string): Body {
  const isLaterYear = Number(number) > Number(year) % 100;
  const isMonth = Number(number) >= 1 && Number(number) <= 12;
  const isSeason = Number(number) >= 21 && Number(number) <= 24;
  const isEdtf = shape === "y-d" && (isMonth || isSeason);
  if (!isEdtf && isLaterYear && /[/–—-]/.test(shape)) return { single: {}, lacks: "two-digit-year" };
  return isEdtf || isMonth ? { single: { year, month: number } } : { single: {}, lacks: "no-such-day" };
}

function toldDay({ told }: Values): Body {
  const [year, month, day] = told?.split("-") ?? [];
  return year === undefined ? { single: {}, lacks: "not-understood" } : { single: { year, month, day } };
}

function daysBefore(today: string | undefined, days: number): string | undefined {
  const start = /^\d{4}-\d{2}-\d{2}$/.test(today ?? "") ? Date.parse(`${today}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(start) ? undefined : new Date(start - days * 86_400_000).toISOString().slice(0, 10);
}

function leadingRemarks(tokens: readonly DateToken[]): { remarks: Remarks; rest: readonly DateToken[] } {
  let remarks = noRemarks;
  let start = 0;
  for (const token of tokens) {
    const remark = remarkOf(token);
    // "Perhaps, in May", "mid-May".
    const isJoint = start > 0 && (isMark(token, ",") || isMark(token, "-"));
    if (remark === undefined && !isJoint) break;
    if (remark !== undefined) remarks = both(remarks, remark);
    start += 1;
  }
  return { remarks, rest: tokens.slice(start) };
}

/** Takes remarks of these kinds off the end, where they may stand in brackets. */
function trailingRemarks(
  tokens: readonly DateToken[],
  kinds: readonly DateToken["kind"][],
): { remarks: Remarks; rest: readonly DateToken[] } {
  const isBracketed = isMark(tokens.at(-1), ")");
  let remarks = noRemarks;
  let end = isBracketed ? tokens.length - 1 : tokens.length;
  for (const token of tokens.slice(0, end).reverse()) {
    const remark = kinds.includes(token.kind) ? remarkOf(token) : undefined;
    if (remark === undefined && !isMark(token, ",")) break;
    if (remark !== undefined) remarks = both(remarks, remark);
    end -= 1;
  }
  if (!isBracketed) return { remarks, rest: tokens.slice(0, end) };
  if (!isMark(tokens[end - 1], "(")) return { remarks: noRemarks, rest: tokens };
  return { remarks, rest: tokens.slice(0, end - 1) };
}

function remarkOf(token: DateToken): Remarks | undefined {
  switch (token.kind) {
    case "about":
      return { ...noRemarks, about: true };
    case "perhaps":
      return { ...noRemarks, perhaps: true };
    case "part":
      return { ...noRemarks, part: token.language };
    case "sign":
      return { ...noRemarks, about: token.sign !== "?", perhaps: token.sign !== "~" };
    default:
      return undefined;
  }
}

function both(one: Remarks, other: Remarks): Remarks {
  return {
    about: one.about || other.about,
    perhaps: one.perhaps || other.perhaps,
    part: one.part ?? other.part,
  };
}

function remarked(end: End, remarks: Remarks): End {
  return { ...end, remarks: both(end.remarks, remarks) };
}

function isMark(token: DateToken | undefined, mark: Extract<DateToken, { kind: "mark" }>["mark"]): boolean {
  return token?.kind === "mark" && token.mark === mark;
}
