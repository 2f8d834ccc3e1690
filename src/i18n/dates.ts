import type { Edtf, PartialDate } from "#domain/dates/partial-date.ts";
import type { Language } from "#domain/languages.ts";
import { textIn } from "#domain/localized-text.ts";

/** `long`: «10 мая 2023 года», "10 September 2023"; `short`, for narrow columns: 10.05.2023, "10 Sept 2023". */
export type DateStyle = "long" | "short";

/** A date for a reader: in words of a source where EDTF cannot say it, else by the rules of the language. */
export function formatDate(date: PartialDate | Edtf, language: Language, style: DateStyle = "long"): string {
  return dateText(date, language, style).text;
}

/** The same with the language that the text is in: words of a source may be in another than the reader's. */
export function dateText(
  date: PartialDate | Edtf,
  language: Language,
  style: DateStyle = "long",
): { text: string; lang: Language } {
  if (typeof date === "string") return { text: edtfText(date, language, style), lang: language };
  if (date.words !== undefined) return textIn(date.words, language);
  return { text: edtfText(date.edtf, language, style), lang: language };
}

/** Value for `<time datetime>`; null for what HTML has no value for: intervals, seasons, what is not certain or exact. */
export function dateTimeValue(date: Edtf): string | null {
  return /^(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/.test(date) ? date : null;
}

function edtfText(date: Edtf, language: Language, style: DateStyle): string {
  const { signed, interval, from, until } = grammars[language];
  const [first = "", last = first] = date.split("/");
  if (first === last) return signed(parse(first), style);
  if (first === "..") return until(parse(last), style);
  if (last === "..") return from(parse(first), style);
  return interval(parse(first), parse(last), style);
}

const signs = ["~", "?", "%"] as const;
type Single = { year: string; sign: (typeof signs)[number] | undefined } & (
  | { precision: "day"; month: number; day: number }
  | { precision: "month"; month: number }
  | { precision: "season"; season: number }
  | { precision: "year" }
);

/** Reads one date of EDTF. Throws a RangeError on anything else, so that no wrong date is ever shown. */
function parse(text: string): Single {
  const match = /^(?<year>\d{4})(?:-(?<month>\d{2}))?(?:-(?<day>\d{2}))?(?<sign>[~?%])?$/.exec(text)?.groups;
  if (match?.year === undefined) throw new RangeError(`not a date: ${text}`);
  const common = { year: String(Number(match.year)), sign: signs.find((it) => it === match.sign) };
  const month = Number(match.month);
  if (match.day !== undefined) return { ...common, precision: "day", month, day: Number(match.day) };
  if (match.month === undefined) return { ...common, precision: "year" };
  return month > 20
    ? { ...common, precision: "season", season: month }
    : { ...common, precision: "month", month };
}

/** What the first date of an interval need not say, since the second says it. */
type Shared = "nothing" | "year" | "month";

function sharedBy(from: Single, to: Single): Shared {
  if (from.sign !== undefined || to.sign !== undefined || from.year !== to.year) return "nothing";
  if (from.precision !== to.precision) return "nothing";
  const inOneMonth = from.precision === "day" && to.precision === "day" && from.month === to.month;
  return inOneMonth ? "month" : "year";
}

/** How one language says a date with its sign, an interval, and intervals without an end or a beginning. */
type Grammar = {
  signed(date: Single, style: DateStyle): string;
  interval(from: Single, to: Single, style: DateStyle): string;
  from(date: Single, style: DateStyle): string;
  until(date: Single, style: DateStyle): string;
};

/** Names of the twelve months in English as they stand in a date of that form. */
function monthNames(options: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => {
    const parts = format.formatToParts(Date.UTC(2024, index, 15));
    return parts.find((part) => part.type === "month")?.value ?? "";
  });
}

function english(): Grammar {
  const months = {
    long: monthNames({ day: "numeric", month: "long" }),
    short: monthNames({ day: "numeric", month: "short" }),
  };
  const seasons: Readonly<Record<number, string>> = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
  };
  const remarks = { "~": "about ", "?": "perhaps ", "%": "perhaps about " };

  function unsigned(date: Single, style: DateStyle, shared: Shared = "nothing"): string {
    const parts = [];
    if (date.precision === "day") parts.push(date.day);
    if (date.precision === "season") parts.push(seasons[date.season]);
    if ("month" in date && shared !== "month") parts.push(months[style][date.month - 1]);
    if (shared === "nothing") parts.push(date.year);
    return parts.join(" ");
  }
  function signed(date: Single, style: DateStyle, shared?: Shared): string {
    return (date.sign === undefined ? "" : remarks[date.sign]) + unsigned(date, style, shared);
  }
  return {
    signed,
    interval: (from, to, style) => `${signed(from, style, sharedBy(from, to))} to ${signed(to, style)}`,
    from: (date, style) => `from ${signed(date, style)}`,
    until: (date, style) => `no later than ${signed(date, style)}`,
  };
}

type Case = "nominative" | "genitive" | "accusative";

/** What Belarusian and Russian say in different words; their dates are built alike. */
type Words = {
  // Not asked of Intl, as in English: Chromium has no Belarusian, and forms say dates in the browser.
  months: Readonly<Record<"nominative" | "genitive", readonly string[]>>;
  seasons: Readonly<Record<number, Readonly<Record<Case, string>>>>;
  about: string;
  perhaps: string;
  approximately: string;
  /** The "from" that fits what follows it: «са студзеня», «со 2 мая». */
  since(date: Single, text: string): string;
  years: string;
  noLaterThan: { words: string; takes: Case };
};

function eastSlavic(words: Words): Grammar {
  const { nominative: nominatives, genitive: genitives } = words.months;
  const remarks = {
    "~": ` (${words.approximately})`,
    "?": ` (${words.perhaps})`,
    "%": ` (${words.perhaps}, ${words.approximately})`,
  };

  function long(date: Single, inCase: Case, shared: Shared): string {
    const year = shared === "nothing" ? ` ${date.year} года` : "";
    switch (date.precision) {
      case "day":
        return shared === "month" ? String(date.day) : `${date.day} ${genitives[date.month - 1]}${year}`;
      case "month":
        return `${(inCase === "genitive" ? genitives : nominatives)[date.month - 1]}${year}`;
      case "season":
        return `${words.seasons[date.season]?.[inCase]}${year}`;
      case "year":
        return inCase === "genitive" ? `${date.year} года` : `${date.year} год`;
    }
  }
  function short(date: Single, inCase: Case): string {
    const twoDigits = (number: number) => String(number).padStart(2, "0");
    switch (date.precision) {
      case "day":
        return `${twoDigits(date.day)}.${twoDigits(date.month)}.${date.year}`;
      case "month":
        return `${twoDigits(date.month)}.${date.year}`;
      case "season":
        return `${words.seasons[date.season]?.[inCase]} ${date.year}`;
      case "year":
        return date.year;
    }
  }
  function unsigned(date: Single, style: DateStyle, inCase: Case, shared: Shared = "nothing"): string {
    return style === "short" ? short(date, inCase) : long(date, inCase, shared);
  }
  function signed(date: Single, style: DateStyle, shared?: Shared): string {
    const approximate = date.sign === "~" || date.sign === "%";
    const text = approximate
      ? `${words.about} ${unsigned(date, style, "genitive")}`
      : unsigned(date, style, "nominative", shared);
    return date.sign === "?" || date.sign === "%" ? `${words.perhaps}, ${text}` : text;
  }
  /** With its sign behind it, since no preposition can stand before «каля» and «магчыма». */
  function remarked(date: Single, style: DateStyle, inCase: Case): string {
    return unsigned(date, style, inCase) + (date.sign === undefined ? "" : remarks[date.sign]);
  }
  return {
    signed,
    // A dash, since it suits a time that lasted and a time within which something happened alike.
    interval(from, to, style) {
      if (from.precision === "year" && to.precision === "year" && !from.sign && !to.sign) {
        return `${from.year}–${to.year}${style === "long" ? ` ${words.years}` : ""}`;
      }
      const shared = sharedBy(from, to);
      const dash = shared === "month" && style === "long" ? "–" : "\u00a0– ";
      return signed(from, style, shared) + dash + signed(to, style);
    },
    from(date, style) {
      const text = remarked(date, style, "genitive");
      return `${words.since(date, text)} ${text}`;
    },
    until: (date, style) => `${words.noLaterThan.words} ${remarked(date, style, words.noLaterThan.takes)}`,
  };
}

const grammars: Readonly<Record<Language, Grammar>> = {
  en: english(),
  be: eastSlavic({
    months: {
      nominative:
        "студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань".split(
          " ",
        ),
      genitive:
        "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня".split(
          " ",
        ),
    },
    seasons: {
      21: { nominative: "вясна", genitive: "вясны", accusative: "вясну" },
      22: { nominative: "лета", genitive: "лета", accusative: "лета" },
      23: { nominative: "восень", genitive: "восені", accusative: "восень" },
      24: { nominative: "зіма", genitive: "зімы", accusative: "зіму" },
    },
    about: "каля",
    perhaps: "магчыма",
    approximately: "прыблізна",
    since: (_, text) => (/^(?:студзеня|жніўня|снежня)/.test(text) ? "са" : "з"),
    years: "гады",
    noLaterThan: { words: "не пазней за", takes: "accusative" },
  }),
  ru: eastSlavic({
    months: {
      nominative: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(
        " ",
      ),
      genitive: "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(
        " ",
      ),
    },
    seasons: {
      21: { nominative: "весна", genitive: "весны", accusative: "весну" },
      22: { nominative: "лето", genitive: "лета", accusative: "лето" },
      23: { nominative: "осень", genitive: "осени", accusative: "осень" },
      24: { nominative: "зима", genitive: "зимы", accusative: "зиму" },
    },
    about: "около",
    perhaps: "возможно",
    approximately: "приблизительно",
    since: (date) => (date.precision === "day" && date.day === 2 ? "со" : "с"),
    years: "годы",
    noLaterThan: { words: "не позднее", takes: "genitive" },
  }),
};
