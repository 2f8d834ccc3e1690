import { CaseFile, schemaVersion } from "#domain/case-file/case-file.ts";
import { releaseKinds } from "#domain/case-file/events.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { originalHash } from "#domain/localized-text.ts";
import { drawing } from "./drawing.ts";
import {
  familyEndings,
  familyStems,
  givenNames,
  patronymics,
  type Spelled,
  towns,
} from "./invented-names.ts";

/**
 * Case files of invented people, about as long as the longest real ones, for benches and large editions.
 * The same seed always gives the same files, and more of them begin with the same ones.
 */
export function generateCaseFiles(count: number, seed = 1): CaseFile[] {
  return Array.from({ length: count }, (_, index) => generateCaseFile(seed * 1_000_003 + index));
}

const facilities = [
  "sizo-1",
  "sizo-3",
  "ik-1",
  "ik-2",
  "ik-4",
  "ik-15",
  "ik-17",
  "ik-20",
  "prison-1",
  "prison-4",
];
const articles = [
  "130",
  "289",
  "293",
  "341",
  "342",
  "356",
  "357",
  "361",
  "361-1",
  "361-4",
  "364",
  "368",
  "369-1",
];

const conditions: readonly Spelled[] = [
  ["Цукровы дыябет", "Сахарный диабет", "Diabetes"],
  ["Гіпертанія", "Гипертония", "High blood pressure"],
  ["Хвароба сэрца", "Болезнь сердца", "A heart condition"],
  ["Страта зроку", "Потеря зрения", "Loss of sight"],
];

const notes: readonly Spelled[] = [
  [
    "Паводле сваякоў, лісты не даходзілі тры месяцы, а перадачу вярнулі без тлумачэння.",
    "По словам родных, письма не доходили три месяца, а передачу вернули без объяснения.",
    "According to relatives, no letters arrived for three months, and a parcel was returned unexplained.",
  ],
  [
    "Адвакату адмовілі ў спатканні, спаслаўшыся на каранцін.",
    "Адвокату отказали в свидании, сославшись на карантин.",
    "The lawyer was refused a visit; quarantine was given as the reason.",
  ],
  [
    "Былы вязень расказаў, што сустракаў яго ў вытворчай зоне; там шылі спецвопратку.",
    "Бывший заключённый рассказал, что встречал его в производственной зоне; там шили спецодежду.",
    "A former prisoner said that they had met in the production zone, where work clothes were sewn.",
  ],
  [
    "Суд прайшоў у закрытым рэжыме, прысуд агучылі толькі ў выніковай частцы.",
    "Суд прошёл в закрытом режиме, приговор огласили только в резолютивной части.",
    "The trial was closed; only the operative part of the verdict was read out.",
  ],
];

const titles = [
  "Вечаровыя навіны, спіс затрыманых",
  "Сводка о политических процессах за месяц",
  "Monthly digest of politically motivated trials",
  "Хроніка пераследу",
];

/** One such file. */
export function generateCaseFile(seed: number): CaseFile {
  const { between, chance, of } = drawing(seed);
  const lastIds = new Map<string, number>();

  const days = Array.from({ length: between(4, 8) }, () => day(between(100, 1_700))).sort();
  const sources = [...days, "2025-05-21"].map((edtf, index) => ({
    id: `s${index + 1}`,
    title: `${of(titles)}, № ${between(1, 400)}`,
    publisher: "Выдуманае выданне",
    date: { edtf },
    language: of(["be", "ru", "en"]),
    address: `https://news.example/${seed}/${index + 1}`,
    accessed: "2025-06-01",
  }));

  function id(prefix: string): string {
    const next = (lastIds.get(prefix) ?? 0) + 1;
    lastIds.set(prefix, next);
    return `${prefix}${next}`;
  }
  /** One or two of the sources that can tell of that day. */
  function basis(since = "") {
    const later = sources.filter(({ date }) => date.edtf >= since);
    const first = between(0, later.length - 1);
    return later
      .slice(first, first + between(1, 2))
      .map(({ id: source, date }) => ({ source, asOf: date.edtf }));
  }
  function entry<T extends object>(prefix: string, fields: T, since?: string) {
    return { id: id(prefix), basis: basis(since), ...fields };
  }
  const fact = <T>(prefix: string, value: T) => entry(prefix, { value });
  function event(kind: string, date: string, fields: object = {}) {
    const note = chance(0.7) && { note: text(of(notes)) };
    return entry("e", { kind, date: { edtf: date }, ...note, ...fields }, date);
  }

  const sex = of(sexes);
  const [given, patronymic] = [of(givenNames[sex]), of(patronymics)[sex]];
  const [stem, ending, town] = [of(familyStems), of(familyEndings)[sex], of(towns)];
  const spellings = (["be", "ru", "en"] as const).map((language, index) =>
    entry("n", {
      language,
      script: language === "en" ? "Latn" : "Cyrl",
      kind: "legal",
      given: given[index],
      patronymic: patronymic[index],
      family: `${stem[index]}${ending[index]}`,
      preferred: true,
    }),
  );
  const alias = { language: "en", script: "Latn", kind: "known-as", preferred: false };
  const otherSpelling = entry("n", {
    ...alias,
    given: given[2],
    family: `${stem[2]}${ending[2]}`.toUpperCase(),
  });

  const detained = between(0, 600);
  const tried = detained + between(60, 300);
  const facility = of(facilities);
  const prosecution = entry("p", {
    charge: fact("p", text(["Удзел у пратэстах", "Участие в протестах", "Taking part in protests"])),
    articles: Array.from({ length: between(1, 3) }, () => entry("p", { code: of(articles), part: "1" })),
    court: fact("p", text([`Суд, ${town[0]}`, `Суд, ${town[1]}`, `Court, ${town[2]}`])),
    judge: fact("p", "not-known"),
    verdictDate: fact("p", { edtf: day(tried) }),
    sentence: [
      entry("p", {
        type: "imprisonment",
        term: { years: between(1, 15) },
        regime: of(["general", "strict"]),
      }),
      entry("p", { type: "fine", amount: between(1, 500) * 10, currency: "BYN" }),
    ],
    appeal: fact("p", text(of(notes))),
  });
  const inPrison = Array.from({ length: between(20, 40) }, (_, index) => {
    const date = day(tried + 10 + index * 18 + between(0, 9));
    return of([
      () => event("punishment-cell", date, { cell: "shizo", days: between(5, 30), facility }),
      () => event("contact", date, { channel: of(["letter", "call", "visit", "lawyer"]) }),
      () => event("reported-in-custody", date, { custody: "penal-colony", facility }),
      () => event("transfer", date, { custody: "penal-colony", facility: of(facilities) }),
      () => event("reported-incommunicado", date),
    ])();
  });
  const end = tried + 760;
  const fate = of(["held", "held", "held", "released", "released", "died"] as const);
  const ends = {
    held: () => [],
    released: () => [event("release", day(end), { release: of(releaseKinds) })],
    died: () => [event("death", day(end), { facility })],
  };

  return CaseFile.parse({
    schemaVersion,
    names: [...spellings, otherSpelling],
    sex: fact("x", sex),
    birth: {
      date: fact("x", { edtf: String(between(1950, 2003)) }),
      place: fact("x", text(town)),
    },
    citizenships: [entry("x", { country: "BY" })],
    residences: [entry("x", { place: text(town) })],
    occupations: [
      entry("x", { title: text(["Інжынер", "Инженер", "Engineer"]), period: { edtf: "2010/2020" } }),
    ],
    categories: [entry("x", { category: of(categories) })],
    calledPoliticalPrisoner: fact("x", "yes"),
    recognitions: [
      entry("r", {
        by: text([
          "Выдуманы праваабарончы цэнтр",
          "Вымышленный правозащитный центр",
          "An invented rights centre",
        ]),
        state: of(["recognised", "recognised-ex-post-facto"]),
        date: { edtf: day(detained + 14) },
        criteria: ["guidelines-2013"],
      }),
    ],
    events: [
      event("search", day(detained), { place: text(town) }),
      event("detention", day(detained), { custody: "pre-trial-detention", facility: "sizo-1" }),
      event("charge", day(detained + 10), { prosecution: prosecution.id }),
      ...inPrison,
      ...ends[fate](),
    ],
    prosecutions: [prosecution],
    health: {
      conditions: Array.from({ length: between(0, 2) }, () =>
        entry("h", {
          condition: text(of(conditions)),
          group: of(["physical-illness", "disability"]),
          onset: of(["pre-existing", "in-custody", "not-known"]),
          care: of(["inadequate", "delayed", "not-known"]),
          note: text(of(notes)),
        }),
      ),
      riskGroups: chance(0.2) ? [entry("h", { group: of(["disability", "advanced-age"]) })] : [],
    },
    ...(fate === "died" && {
      death: {
        setting: fact("d", "in-custody"),
        date: fact("d", { edtf: day(end) }),
        facility: fact("d", facility),
        circumstances: fact("d", text(of(notes))),
        officialCause: fact("d", "not-known"),
        reportedCause: fact("d", text(of(conditions))),
        autopsy: fact("d", "not-known"),
        investigation: fact("d", "no"),
      },
    }),
    contact: {
      ...(fate === "held" && { mayWrite: fact("c", "restricted"), facility: fact("c", facility) }),
    },
    summary: fact("x", summary(given, stem, ending, town)),
    sources,
  });
}

function summary(given: Spelled, stem: Spelled, ending: Spelled, town: Spelled) {
  const name = (index: 0 | 1 | 2) => `${given[index]} ${stem[index]}${ending[index]}`;
  return text([
    `${name(0)}, ${town[0]}. Пераследуецца за ўдзел у пратэстах. Пра справу вядома з паведамленняў сваякоў і назіральнікаў.`,
    `${name(1)}, ${town[1]}. Преследуется за участие в протестах. О деле известно из сообщений родных и наблюдателей.`,
    `${name(2)}, ${town[2]}. Persecuted for taking part in protests. The case is known from relatives and observers.`,
  ]);
}

/** A text written in Belarusian, with both its translations. */
function text([be, ru, en]: Spelled) {
  const hash = originalHash(be);
  return { original: "be", be, ru, en, translates: { ru: hash, en: hash } };
}

/** The day that comes so many days after 9 August 2020. */
function day(daysLater: number): string {
  return new Date(Date.UTC(2020, 7, 9 + daysLater)).toISOString().slice(0, 10);
}
