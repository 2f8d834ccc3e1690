import { foldText } from "#domain/fold-text.ts";
import type { Language } from "#domain/languages.ts";

/** What a word or phrase does in a date that somebody typed. */
export type DateWord =
  | { kind: "month" | "season"; number: number }
  /** A day told from the day of typing: 1 is yesterday. */
  | { kind: "day"; ago: number }
  | { kind: "about" | "perhaps" }
  /** A part of a month, season or year, which EDTF has no sign for: "early", «канец». */
  | { kind: "part" }
  /** `from` begins what may have no end; `span` (between, «ад») has one. */
  | { kind: "from" | "span" }
  /** `to` stands between two dates or before the only one, `until` before the only one, `and` after a `span`. */
  | { kind: "to" | "until" | "and" }
  /** The end of what goes on: "present". */
  | { kind: "now" }
  /** Says nothing that the rest doesn't: «год», "in", «у». */
  | { kind: "filler" };

type Table = { language: Language; months: string[]; seasons: string[]; others: [DateWord, string][] };

// Phrases are parted by commas. Folding makes «ў» «у», «ё» «е», «і» «и» and drops soft signs, so «у» stands for
// «ў» and «снежань» for «сьнежань». Months: nominative, genitive, locative, instrumental, dative, abbreviations.
const tables: Table[] = [
  {
    language: "en",
    months: [
      "January, Jan",
      "February, Feb",
      "March, Mar",
      "April, Apr",
      "May",
      "June, Jun",
      "July, Jul",
      "August, Aug",
      "September, Sept, Sep",
      "October, Oct",
      "November, Nov",
      "December, Dec",
    ],
    seasons: ["spring", "summer", "autumn, fall", "winter"],
    others: [
      [{ kind: "day", ago: 0 }, "today"],
      [{ kind: "day", ago: 1 }, "yesterday"],
      [{ kind: "about" }, "about, around, c, ca, circa, approximately, approx, roughly"],
      [{ kind: "perhaps" }, "perhaps, maybe, possibly, probably, presumably, likely"],
      [{ kind: "part" }, "early, mid, late, beginning, start, middle, end, first half, second half"],
      [{ kind: "from" }, "from, since, after, no earlier than, not earlier than, starting"],
      [{ kind: "span" }, "between"],
      [{ kind: "to" }, "to, until, till, through, up to"],
      [{ kind: "until" }, "before, by, no later than, not later than"],
      [{ kind: "and" }, "and"],
      [{ kind: "now" }, "present, now"],
      [{ kind: "filler" }, "in, on, at, the, of, during, year, sometime, onwards"],
    ],
  },
  {
    language: "be",
    months: [
      "студзень, студзеня, студзені, студзенем, студзеню, студз",
      "люты, лютага, лютым, лютаму, лют",
      "сакавік, сакавіка, сакавіку, сакавіком, сак",
      "красавік, красавіка, красавіку, красавіком, крас",
      "май, мая, маі, маем, маю, травень, траўня, траўні, траўнем, траўню, трав",
      "чэрвень, чэрвеня, чэрвені, чэрвенем, чэрвеню, чэрв",
      "ліпень, ліпеня, ліпені, ліпенем, ліпеню, ліп",
      "жнівень, жніўня, жніўні, жніўнем, жніўню, жн",
      "верасень, верасня, верасні, вераснем, верасню, вер",
      "кастрычнік, кастрычніка, кастрычніку, кастрычнікам, кастр",
      "лістапад, лістапада, лістападзе, лістападам, лістападу, ліст",
      "снежань, снежня, снежні, снежнем, снежню, снеж",
    ],
    seasons: [
      "вясна, вясны, вясне, вясну, вясной, вясною, увесну",
      "лета, леце, летам, лету, улетку",
      "восень, восені, восенню, увосень",
      "зіма, зімы, зіме, зіму, зімой, зімою, узімку, узіму",
    ],
    others: [
      [{ kind: "day", ago: 0 }, "сёння"],
      [{ kind: "day", ago: 1 }, "учора"],
      [{ kind: "day", ago: 2 }, "пазаўчора"],
      [{ kind: "about" }, "каля, прыблізна, прыкладна, недзе, дзесьці"],
      [
        { kind: "perhaps" },
        "магчыма, мабыць, можа быць, верагодна, імаверна, напэўна, відаць, здаецца, меркавана",
      ],
      [
        { kind: "part" },
        `пачатак, пачатку, пачатка, пачаткам, напачатку, сярэдзіна, сярэдзіны, сярэдзіне, сярэдзіну, сярэдзінай,
        канец, канца, канцы, канцу, канцом, напрыканцы, раннім, ранняй, ранняя, познім, позняй, позняя,
        першая палова, першай палове, першай паловы, першую палову,
        другая палова, другой палове, другой паловы, другую палову`,
      ],
      [{ kind: "from" }, "з, са, пасля, пачынаючы з, не раней за, не раней"],
      [{ kind: "span" }, "паміж, між, ад"],
      [{ kind: "to" }, "да, па"],
      [{ kind: "until" }, "не пазней за, не пазней, перад, раней за"],
      [{ kind: "and" }, "і"],
      [{ kind: "now" }, "цяперашні час, цяперашняга часу"],
      [
        { kind: "filler" },
        "у, на, год, года, годзе, году, годам, гады, гадоў, гадах, гадамі, г, гг, месяц, месяца, месяцы, на працягу",
      ],
    ],
  },
  {
    language: "ru",
    months: [
      "январь, января, январе, январем, январю, янв",
      "февраль, февраля, феврале, февралем, февралю, февр, фев",
      "март, марта, марте, мартом, марту, мар",
      "апрель, апреля, апреле, апрелем, апрелю, апр",
      "май, мая, мае, маем, маю",
      "июнь, июня, июне, июнем, июню, июн",
      "июль, июля, июле, июлем, июлю, июл",
      "август, августа, августе, августом, августу, авг",
      "сентябрь, сентября, сентябре, сентябрем, сентябрю, сент, сен",
      "октябрь, октября, октябре, октябрем, октябрю, окт",
      "ноябрь, ноября, ноябре, ноябрем, ноябрю, нояб, ноя",
      "декабрь, декабря, декабре, декабрем, декабрю, дек",
    ],
    seasons: [
      "весна, весны, весне, весну, весной, весною",
      "лето, лета, лете, летом, лету",
      "осень, осени, осенью",
      "зима, зимы, зиме, зиму, зимой, зимою",
    ],
    others: [
      [{ kind: "day", ago: 0 }, "сегодня"],
      [{ kind: "day", ago: 1 }, "вчера"],
      [{ kind: "day", ago: 2 }, "позавчера"],
      [{ kind: "about" }, "около, примерно, приблизительно, ок, где-то, ориентировочно"],
      [
        { kind: "perhaps" },
        "возможно, вероятно, может быть, видимо, наверное, предположительно, скорее всего",
      ],
      [
        { kind: "part" },
        `начало, начала, начале, началу, началом, середина, середины, середине, середину, серединой,
        конец, конца, конце, концу, концом, под конец, ранняя, ранней, ранним, поздняя, поздней, поздним,
        первая половина, первой половине, первой половины, первую половину,
        вторая половина, второй половине, второй половины, вторую половину`,
      ],
      [{ kind: "from" }, "с, со, после, начиная с, не ранее, не раньше"],
      [{ kind: "span" }, "между, от"],
      [{ kind: "to" }, "до, по"],
      [{ kind: "until" }, "не позднее, не позже, перед, к, ко"],
      [{ kind: "and" }, "и"],
      [{ kind: "now" }, "настоящее время, настоящего времени"],
      [
        { kind: "filler" },
        "в, во, год, года, году, годом, годы, годов, годам, годах, годами, г, гг, месяц, месяца, месяце, в течение",
      ],
    ],
  },
];

/** All words and phrases, folded, with the language that they are of (the first of several). */
export const dateWords: ReadonlyMap<string, { word: DateWord; language: Language }> = new Map(
  tables
    .flatMap(({ language, months, seasons, others }) => {
      const named: [DateWord, string][] = [
        ...months.map((it, index): [DateWord, string] => [{ kind: "month", number: index + 1 }, it]),
        ...seasons.map((it, index): [DateWord, string] => [{ kind: "season", number: index + 21 }, it]),
        ...others,
      ];
      return named.flatMap(([word, phrases]) =>
        phrases.split(",").map((phrase) => ({ phrase: foldText(phrase), word, language })),
      );
    })
    .toReversed()
    .map(({ phrase, word, language }) => [phrase, { word, language }]),
);
