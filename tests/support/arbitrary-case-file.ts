import fc from "fast-check";
import { CaseFile, schemaVersion } from "#domain/case-file/case-file.ts";
import { deathSettings } from "#domain/case-file/death.ts";
import { custodyKinds, releaseKinds } from "#domain/case-file/events.ts";
import { cares, onsets, riskGroups } from "#domain/case-file/health.ts";
import { nameKinds, scripts } from "#domain/case-file/names.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import { regimes, sentenceTypes } from "#domain/case-file/prosecutions.ts";
import { criteria, recognitionStates } from "#domain/case-file/recognition.ts";
import { Edtf } from "#domain/dates/partial-date.ts";
import { isRecord } from "#domain/json.ts";
import { languages } from "#domain/languages.ts";
import { originalHash } from "#domain/localized-text.ts";

/** A day, month, year or season of the registry's time, sometimes approximate or uncertain. */
function arbitrarySingleDate(): fc.Arbitrary<Edtf> {
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  const year = fc.integer({ min: 2010, max: 2025 }).map(String);
  const month = fc.integer({ min: 1, max: 12 }).map(twoDigits);
  const day = fc.integer({ min: 1, max: 28 }).map(twoDigits);
  const season = fc.constantFrom("21", "22", "23", "24");
  const sign = fc.constantFrom("", "", "", "~", "?", "%");
  return fc
    .tuple(
      fc.oneof(
        { weight: 4, arbitrary: fc.tuple(year, month, day) },
        { weight: 2, arbitrary: fc.tuple(year, month) },
        { weight: 1, arbitrary: fc.tuple(year) },
        { weight: 1, arbitrary: fc.tuple(year, season) },
      ),
      sign,
    )
    .map(([parts, mark]) => Edtf.parse(parts.join("-") + mark));
}

/** Any date that a file may hold: a single one, or an interval, with one end open at most. */
export function arbitraryDate(): fc.Arbitrary<Edtf> {
  const end = fc.oneof({ weight: 4, arbitrary: arbitrarySingleDate() }, fc.constant(".."));
  const interval = fc.tuple(end, end).map((ends) => ends.join("/"));
  return fc.oneof(
    { weight: 4, arbitrary: arbitrarySingleDate() },
    { weight: 1, arbitrary: interval.filter((text) => Edtf.safeParse(text).success) },
  );
}

const phrases = [
  "калонія",
  "штрафны ізалятар",
  "З’езд у Віцебску",
  "«Народная Воля»",
  "колония",
  "подъезд № 4",
  "ёлка",
  "prison",
  "O'Neil",
  "naïve",
  "<script>alert(1)</script>",
  "</p>",
  "&amp;",
  '"quoted"',
  "{name}",
  "100 % 'yes'",
  "👩‍⚕️",
  "two\nlines",
];

// One number makes a whole text, since a file has hundreds of them and numbers are made and shrunk fast.
const seed = fc.nat({ max: 999_999 });

function phrase(number: number): string {
  const first = phrases[number % phrases.length] ?? "";
  return number > 0 && number % 3 === 0 ? `${first} ${phrase(Math.floor(number / phrases.length))}` : first;
}

/** A text as people write it, with what breaks careless pages among it. */
function arbitraryText(): fc.Arbitrary<string> {
  return seed.map(phrase);
}

/** A text in one to three languages, some of its translations outdated. */
function localizedText() {
  return fc.tuple(seed, fc.nat({ max: 2 }), fc.nat({ max: 7 })).map(([text, first, kept]) => {
    const original = languages[first] ?? "be";
    const translations = languages.filter((it, bit) => it !== original && (kept >> bit) & 1);
    const hash = text % 5 === 0 ? "0123456789ab" : originalHash(phrase(text));
    return {
      original,
      [original]: phrase(text),
      ...Object.fromEntries(translations.map((it, index) => [it, phrase(text + index + 1)])),
      ...(translations.length > 0 && {
        translates: Object.fromEntries(translations.map((it) => [it, hash])),
      }),
    };
  });
}

// Ids, sources' and prosecutions' ids are given when the whole file is there; until then they are numbers.
const placeholder = fc.nat({ max: 1_000 });

function basis() {
  return fc.record({
    source: placeholder,
    asOf: arbitrarySingleDate(),
    manner: fc.constantFrom("stated", "stated", "inferred", "reference"),
    note: fc.option(localizedText(), { freq: 2, nil: undefined }),
  });
}

const bases = () => fc.array(basis(), { minLength: 1, maxLength: 2 });
const partialDate = () =>
  fc.record({ edtf: arbitraryDate(), words: localizedText() }, { requiredKeys: ["edtf"] });

function fact(value: fc.Arbitrary<unknown>) {
  const gap = fc.constantFrom("no", "not-known");
  const known = fc.oneof({ weight: 5, arbitrary: value }, gap);
  const disputed = fc.array(fc.record({ value: known, basis: bases() }), { minLength: 1, maxLength: 2 });
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ value: known, basis: bases() }) },
    { weight: 1, arbitrary: fc.record({ value: known, basis: bases(), disputed }) },
    { weight: 1, arbitrary: fc.constant({ value: "not-known", basis: [] }) },
  );
}

type Fields = Record<string, fc.Arbitrary<unknown>>;

/** An entry of a list; the optional fields may be left out. */
function entry(required: Fields, optional: Fields = {}) {
  const fields: Fields = { basis: bases(), ...optional, ...required };
  return fc.record(fields, { requiredKeys: ["basis", ...Object.keys(required)] });
}

const optionalFields = (fields: Fields) => fc.record(fields, { requiredKeys: [] });
const few = (item: fc.Arbitrary<unknown>) => fc.array(item, { maxLength: 3 });
const facility = () => fc.constantFrom("ik-4", "sizo-1", "prison-4", "akrestsina");
const amount = () => fc.integer({ min: 1, max: 20_000 }).map((cents) => cents / 100);
const currency = () => fc.constantFrom("BYN", "EUR");

function event() {
  const optional = {
    date: partialDate(),
    place: localizedText(),
    facility: facility(),
    prosecution: placeholder,
    note: localizedText(),
  };
  const of = (kind: string, required: Fields = {}, more: Fields = {}) =>
    entry({ kind: fc.constant(kind), ...required }, { ...optional, ...more });
  const custody = fc.constantFrom(...custodyKinds);
  const plain = [
    "charge",
    "hospital",
    "reported-incommunicado",
    "ill-treatment",
    "injury",
    "threat",
    "search",
    "hunger-strike",
    "attempted-expulsion",
    "deportation",
    "flight",
    "dismissal",
    "death",
    "killing-outside-custody",
  ];
  return fc.oneof(
    of("detention", { custody }),
    of("reported-in-custody", { custody }),
    of("transfer", { custody }),
    of("release", { release: fc.constantFrom(...releaseKinds) }),
    of(
      "punishment-cell",
      { cell: fc.constantFrom("shizo", "pkt", "kartser", "not-known") },
      { days: days() },
    ),
    of("contact", { channel: fc.constantFrom("letter", "call", "visit", "lawyer", "sighting") }),
    of("fine", {}, { amount: amount(), currency: currency() }),
    of("other", { note: localizedText() }),
    ...plain.map((kind) => of(kind)),
  );
}

const days = () => fc.integer({ min: 1, max: 90 });

function prosecution() {
  const term = fc
    .record(
      { years: fc.integer({ min: 1, max: 25 }), months: fc.integer({ min: 1, max: 30 }), days: days() },
      {
        requiredKeys: [],
      },
    )
    .filter((it) => Object.keys(it).length > 0);
  const punishment = entry(
    { type: fc.constantFrom(...sentenceTypes) },
    {
      term,
      regime: fc.constantFrom(...regimes),
      amount: amount(),
      currency: currency(),
      note: localizedText(),
    },
  );
  const article = entry(
    { code: fc.constantFrom("342", "342-2", "369-1", "361-4", "koap-19.11") },
    { part: fc.constantFrom("1", "2", "3") },
  );
  return entry(
    { articles: few(article), sentence: few(punishment) },
    {
      charge: fact(localizedText()),
      court: fact(localizedText()),
      judge: fact(localizedText()),
      prosecutor: fact(localizedText()),
      inAbsentia: fact(fc.constant("yes")),
      verdictDate: fact(partialDate()),
      appeal: fact(localizedText()),
    },
  );
}

function name() {
  const optional = { given: arbitraryText(), patronymic: arbitraryText(), family: arbitraryText() };
  const required = {
    language: fc.constantFrom(...languages),
    script: fc.constantFrom(...scripts),
    kind: fc.constantFrom(...nameKinds),
    preferred: fc.boolean(),
  };
  return fc.oneof(
    entry({ ...required, given: optional.given }, optional),
    entry({ ...required, family: optional.family }, optional),
  );
}

function death() {
  const headings = [
    "identification",
    "lastSeenAlive",
    "place",
    "circumstances",
    "healthBefore",
    "healthKnownToAuthorities",
    "officialCause",
    "reportedCause",
    "autopsy",
    "bodyReturned",
    "bodyState",
    "investigation",
    "informed",
  ];
  return optionalFields({
    setting: fact(fc.constantFrom(...deathSettings)),
    date: fact(partialDate()),
    facility: fact(facility()),
    ...Object.fromEntries(headings.map((heading) => [heading, fact(localizedText())])),
  });
}

function health() {
  const group = fc.constantFrom(...riskGroups);
  const condition = entry(
    {
      condition: localizedText(),
      group,
      onset: fc.constantFrom(...onsets),
      care: fc.constantFrom(...cares),
    },
    { period: partialDate(), note: localizedText() },
  );
  return fc.record({ conditions: few(condition), riskGroups: few(entry({ group })) });
}

function portrait() {
  return entry({
    file: fc.constant("0123456789abcdef.jpg"),
    width: fc.integer({ min: 1, max: 4_000 }),
    height: fc.integer({ min: 1, max: 4_000 }),
    description: localizedText(),
    provenance: localizedText(),
    licence: arbitraryText(),
  });
}

function source() {
  const address = fc.constantFrom("https://example.org/a?b=1&c=2", "http://example.net/");
  return fc.record(
    {
      title: arbitraryText(),
      language: fc.constantFrom("be", "ru", "en", "be-tarask"),
      publisher: arbitraryText(),
      author: arbitraryText(),
      date: partialDate(),
      address,
      archivedAddress: address,
      accessed: arbitrarySingleDate(),
      fileHash: fc.constant("0f".repeat(32)),
      note: localizedText(),
    },
    { requiredKeys: ["title", "language"] },
  );
}

/** A valid file with anything in any section; about one in thirteen lacks a given optional section. */
export function arbitraryCaseFile(): fc.Arbitrary<CaseFile> {
  const seldomAbsent = (value: fc.Arbitrary<unknown>) => fc.option(value, { freq: 12, nil: undefined });
  return fc
    .record({
      names: few(name()),
      protectedIdentity: seldomAbsent(fact(fc.constant("yes"))),
      sex: seldomAbsent(fact(fc.constantFrom(...sexes))),
      birth: optionalFields({ date: fact(partialDate()), place: fact(localizedText()) }),
      citizenships: few(entry({ country: fc.constantFrom("BY", "PL", "CH") })),
      residences: few(entry({ place: localizedText() }, { period: partialDate() })),
      occupations: few(
        entry({ title: localizedText() }, { employer: localizedText(), period: partialDate() }),
      ),
      categories: few(entry({ category: fc.constantFrom(...categories) })),
      portrait: seldomAbsent(portrait()),
      calledPoliticalPrisoner: seldomAbsent(fact(fc.constant("yes"))),
      recognitions: few(
        entry(
          {
            by: localizedText(),
            state: fc.constantFrom(...recognitionStates),
            criteria: fc.subarray([...criteria]),
          },
          { date: partialDate() },
        ),
      ),
      events: fc.array(event(), { maxLength: 6 }),
      prosecutions: few(prosecution()),
      health: health(),
      death: fc.option(death(), { freq: 2, nil: undefined }),
      contact: optionalFields({
        mayWrite: fact(fc.constantFrom("yes", "restricted")),
        facility: fact(facility()),
        advice: fact(localizedText()),
      }),
      summary: seldomAbsent(fact(localizedText())),
      sources: fc.array(source(), { minLength: 1, maxLength: 12 }),
    })
    .map(assemble);
}

type Parts = Record<string, unknown> & { names: unknown[]; events: unknown[]; sources: unknown[] };

/** Gives the ids, which hold over the whole file: no arbitrary of a part can know them. */
function assemble({ sources, ...parts }: Parts): CaseFile {
  let last = 0;
  function withIds(node: unknown, isDisputed = false): unknown {
    if (Array.isArray(node)) return node.map((item) => withIds(item, isDisputed));
    if (!isRecord(node)) return node;
    const id = "basis" in node && !isDisputed && `f${++last}`;
    const fields = Object.entries(node)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        key,
        key === "source" && typeof value === "number"
          ? // The last ones seldom, so that some are named by one fact alone, and some by none.
            `s${(Math.floor(Math.sqrt(value)) % sources.length) + 1}`
          : withIds(value, key === "disputed"),
      ]);
    return { ...(id && { id }), ...Object.fromEntries(fields) };
  }
  const isProtected = isRecord(parts.protectedIdentity) && parts.protectedIdentity.value === "yes";
  const names = onePreferredEach(parts.names).map((it) => (isProtected ? { ...it, kind: "pseudonym" } : it));
  const numbered = withIds({ ...parts, names });
  return CaseFile.parse({
    schemaVersion,
    ...withProsecutions(numbered),
    sources: sources.map((it, index) => ({ id: `s${index + 1}`, ...(isRecord(it) && it) })),
  });
}

function onePreferredEach(names: readonly unknown[]): Record<string, unknown>[] {
  const preferred = new Set<unknown>();
  return names.filter(isRecord).map((it) => {
    const isFirst = it.preferred === true && !preferred.has(it.language);
    if (isFirst) preferred.add(it.language);
    return { ...it, preferred: isFirst };
  });
}

function withProsecutions(file: unknown): Record<string, unknown> {
  if (!isRecord(file) || !Array.isArray(file.events) || !Array.isArray(file.prosecutions)) {
    throw new TypeError("not the parts of a file");
  }
  const ids = file.prosecutions.map((it) => (isRecord(it) ? it.id : undefined));
  const events = file.events.filter(isRecord).map(({ prosecution, ...it }) => {
    const belongsTo = typeof prosecution === "number" ? ids[prosecution % (ids.length || 1)] : undefined;
    return belongsTo === undefined ? it : { ...it, prosecution: belongsTo };
  });
  return { ...file, events };
}
