import { z } from "zod";
import { type EventKind, eventKinds, FacilityCode } from "#domain/case-file/events.ts";
import { scripts } from "#domain/case-file/names.ts";
import { sexes } from "#domain/case-file/person.ts";
import { ArticleCode } from "#domain/case-file/prosecutions.ts";
import { dateBounds, Edtf } from "#domain/dates/partial-date.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { typedNames } from "#domain/draft-names.ts";
import { isRecord } from "#domain/json.ts";
import { languages } from "#domain/languages.ts";
import { wordsOf } from "#domain/names/letters.ts";
import { outlineOf } from "#domain/names/skeleton.ts";
import { soundsOf } from "#domain/names/sounds.ts";
import { fullName } from "#domain/person-card.ts";

const Part = z.string().optional();
const Spelling = {
  text: z.string(),
  language: z.enum(languages),
  script: z.enum(scripts),
};

/** One spelling of a name. One that `protects` stands for the real name, or is only a part of it. */
const TraitName = z.object({
  ...Spelling,
  given: Part,
  patronymic: Part,
  family: Part,
  protects: z.boolean(),
});
export type TraitName = z.infer<typeof TraitName>;

/** Something that happened to somebody, with its date in EDTF. */
const DatedTrait = z.object({ kind: z.enum([...eventKinds, "verdict"]), date: z.string() });
export type DatedTrait = z.infer<typeof DatedTrait>;

const PlaceWords = z.object({ be: Part, ru: Part, en: Part });
export type PlaceWords = z.infer<typeof PlaceWords>;

/**
 * Where somebody lived, was born or was held: the words of a file by language, or a facility by its code. `outlines` are
 * the words in each language without what languages write otherwise.
 */
const PlaceTrait = z.union([
  z.object({ words: PlaceWords, outlines: z.array(z.array(z.string())) }),
  z.object({ facility: z.string() }),
]);
export type PlaceTrait = z.infer<typeof PlaceTrait>;

/** What of a file tells who somebody is. Of a fact that is disputed every value counts. */
export const PersonTraits = z.object({
  names: z.array(TraitName),
  sexes: z.array(z.enum(sexes)),
  /** EDTF. */
  births: z.array(z.string()),
  deaths: z.array(DatedTrait),
  /** What happens to somebody once or a few times, so that a second file would have the same day. */
  dates: z.array(DatedTrait),
  /** The last that happened to them, or that they did, while they lived. */
  lastAlive: DatedTrait.optional(),
  articles: z.array(z.string()),
  places: z.array(PlaceTrait),
});
export type PersonTraits = z.infer<typeof PersonTraits>;

const telling: readonly EventKind[] = ["detention", "release", "deportation", "flight", "dismissal"];
const deadly: readonly EventKind[] = ["death", "killing-outside-custody"];
const ofTheLiving: readonly EventKind[] = [
  "detention",
  "reported-in-custody",
  "transfer",
  "punishment-cell",
  "hospital",
  "contact",
  "hunger-strike",
  "release",
  "deportation",
  "flight",
];

/** Reads the traits of a file, or of a draft as far as it is shaped as one. Never throws. */
export function traitsOf(file: DraftFile): PersonTraits {
  const section = (key: string) => (isRecord(file[key]) ? file[key] : {});
  const events = recordsIn(file.events);
  const prosecutions = recordsIn(file.prosecutions);
  const dated = events.flatMap(datedEvent);
  const of = (kinds: readonly (EventKind | "verdict")[]) => dated.filter(({ kind }) => kinds.includes(kind));
  const isProtected = valuesOf(file.protectedIdentity, z.literal("yes")).length > 0;
  return {
    names: typedNames(file.names).map(({ given, patronymic, family, language, script, kind }) => ({
      given,
      patronymic,
      family,
      text: fullName({ given, patronymic, family }),
      language,
      script,
      protects: isProtected || kind === "pseudonym" || kind === "given-name-only",
    })),
    sexes: valuesOf(file.sex, z.enum(sexes)),
    births: datesOf(section("birth").date),
    deaths: once([
      ...datesOf(section("death").date).map((date) => ({ kind: "death" as const, date })),
      ...of(deadly),
    ]),
    dates: once([
      ...of(telling),
      ...prosecutions.flatMap((it) =>
        datesOf(it.verdictDate).map((date) => ({ kind: "verdict" as const, date })),
      ),
    ]),
    lastAlive: of(ofTheLiving).reduce<DatedTrait | undefined>(later, undefined),
    articles: once(
      prosecutions.flatMap((it) => recordsIn(it.articles)).flatMap(({ code }) => read(ArticleCode, code)),
    ),
    places: once([
      ...valuesOf(section("birth").place, TypedPlace).map(placeTrait),
      ...[...recordsIn(file.residences), ...events]
        .flatMap(({ place }) => read(TypedPlace, place))
        .map(placeTrait),
      ...[...events.map((it) => it.facility), ...valuesOf(section("death").facility, z.unknown())]
        .flatMap((code) => read(FacilityCode, code))
        .map((facility) => ({ facility })),
    ]),
  };
}

const Words = z.string().trim().min(1).optional().catch(undefined);
const TypedPlace = z
  .object({ be: Words, ru: Words, en: Words })
  .refine((words) => Object.values(words).some((text) => text !== undefined));
const Dated = z.object({ edtf: Edtf });

function placeTrait(words: PlaceWords): PlaceTrait {
  const outlines = Object.values(words).map((text) =>
    wordsOf(text ?? "")
      .map((word) => outlineOf(soundsOf(word)))
      .filter((outline) => outline !== ""),
  );
  return { words, outlines: once(outlines.filter((it) => it.length > 0)) };
}

function recordsIn(list: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

function read<T extends z.ZodType>(schema: T, value: unknown): z.output<T>[] {
  const parsed = schema.safeParse(value);
  return parsed.success ? [parsed.data] : [];
}

/** What a fact says, and what is said against it. */
function valuesOf<T extends z.ZodType>(fact: unknown, schema: T): z.output<T>[] {
  if (!isRecord(fact)) return [];
  return once([fact, ...recordsIn(fact.disputed)].flatMap(({ value }) => read(schema, value)));
}

function datesOf(fact: unknown): Edtf[] {
  return once(valuesOf(fact, Dated).map(({ edtf }) => edtf));
}

function datedEvent(event: Readonly<Record<string, unknown>>): DatedTrait[] {
  const kind = eventKinds.find((it) => it === event.kind);
  return kind === undefined ? [] : read(Dated, event.date).map(({ edtf: date }) => ({ kind, date }));
}

function later(one: DatedTrait | undefined, other: DatedTrait): DatedTrait | undefined {
  const from = dateBounds(other.date).earliest;
  if (from === null) return one;
  return one === undefined || from > (dateBounds(one.date).earliest ?? "") ? other : one;
}

function once<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** Whether a date is one day, and surely that one. */
export function isExactDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}
