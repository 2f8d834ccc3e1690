import { z } from "zod";
import { Event, type EventKind, eventKinds } from "#domain/case-file/events.ts";
import { Source } from "#domain/case-file/sources.ts";
import { dateBounds } from "#domain/dates/partial-date.ts";
import { readTypedDate } from "#domain/dates/typed-date.ts";
import type { DraftFile, NewId } from "#domain/draft-file.ts";
import { same } from "#domain/draft-merge.ts";
import { idPrefix } from "#domain/form/id-prefixes.ts";
import { type FormField, modelOf } from "#domain/form/model.ts";
import { problemsOf } from "#domain/form/problems.ts";
import { readSection } from "#domain/form/read-section.ts";
import { typedText } from "#domain/form/typed-text.ts";
import type { Problem } from "#domain/form-state.ts";
import { isRecord } from "#domain/json.ts";
import { Language } from "#domain/languages.ts";
import { sourceKey, webAddressIn } from "#domain/source-address.ts";
import { timeline } from "#domain/timeline.ts";

const eventModel = modelOf(Event);

/** What a case update asks about an event of a kind: all that the schema has for it, but id and basis. */
export function eventFields(kind: EventKind): FormField[] {
  if (eventModel.kind !== "variants") throw new TypeError("events are told apart by their kind");
  const fields = eventModel.variants.find(({ value }) => value === kind)?.fields ?? [];
  return fields.filter(({ key }) => key !== "id" && key !== "basis");
}

const text = z.string().max(20_000, { error: "too-long" }).default("");
const eventTexts = Object.fromEntries(
  eventKinds.flatMap((kind) => eventFields(kind).map(({ key }) => [key, text])),
);

/** The form of a case update. */
export const CaseUpdateForm = z.strictObject({
  ...eventTexts,
  language: Language,
  /** Id of the person. */
  person: z.guid(),
  kind: z.enum(eventKinds),
  /** The language that place and note are in. */
  wordsIn: Language,
  /** Id of one that the file has; else the others tell of a new one. */
  source: text,
  address: text,
  title: text,
  publisher: text,
  author: text,
  sourceDate: text,
  sourceLanguage: text,
  /** That of the source where nothing is typed. */
  asOf: text,
  /** Ticked by whoever means an event that the file has already. */
  confirm: z.literal("yes").optional(),
  /** The button that was pressed. */
  after: z.enum(["save", "submit"]).default("save"),
});
export type CaseUpdateForm = z.infer<typeof CaseUpdateForm>;

/** One event to be added to a file, and the source that it rests on: one of the file, or a new one. */
export type CaseUpdate = {
  event: Readonly<Record<string, unknown>>;
  source: { id: string } | { entry: Readonly<Record<string, unknown>> };
  asOf: unknown;
};

type Context = {
  /** The person's draft, or the file that one would begin from. */
  file: DraftFile;
  /** The source with that address in another file of the registry. */
  known: Source | undefined;
  /** The day of typing, `YYYY-MM-DD`. */
  today: string;
};

/**
 * Reads what was typed: an event that a file can hold, on a source of the file, or on one whose particulars are those
 * of `known` where nothing else was typed. All that is wrong is told at its field.
 */
export function readCaseUpdate(
  form: CaseUpdateForm,
  { file, known, today }: Context,
): CaseUpdate | { problems: Problem[] } {
  const typed = Object.fromEntries(Object.entries(form).map(([key, value]) => [key, typedText(value ?? "")]));
  const read = readEvent(form, typed, today);
  const source = readSource(typed, { file, known, today });
  const cited = "problems" in source ? undefined : source;
  const asOf = readAsOf(typed.asOf ?? "", cited && entryOf(cited, file), today);
  const event = { kind: form.kind, ...read };
  const found = schemaProblems(event, cited, asOf);
  const problems = [
    ...found.filter(({ field }) => field !== "asOf"),
    ...("problems" in source ? source.problems : []),
    // Until it is known which source is meant, nothing is missing but that.
    ...found.filter(({ field }) => field === "asOf" && (cited !== undefined || typed.asOf !== "")),
    ...yetToCome(typed, today),
  ];
  if (problems.length > 0 || cited === undefined) return { problems };
  const update = { event, source: cited, asOf };
  if (form.confirm === undefined && isInFile(file, update)) {
    return { problems: [{ field: "confirm", code: "same-event" }] };
  }
  return update;
}

const Checked = z.object({ events: z.array(Event), sources: z.array(Source) });

/** What the schema finds wrong with an event and its new source, at the fields of this form. */
function schemaProblems(
  event: CaseUpdate["event"],
  source: CaseUpdate["source"] | undefined,
  asOf: unknown,
): Problem[] {
  const draft = {
    events: [{ ...event, id: "e1", basis: [{ source: "s1", asOf }] }],
    sources: source !== undefined && "entry" in source ? [{ ...source.entry, id: "s1" }] : [],
  };
  const parsed = Checked.safeParse(draft);
  if (parsed.success) return [];
  return problemsOf(parsed.error.issues, draft).map(({ path, ...problem }) => ({
    field: fieldAt(path),
    ...problem,
  }));
}

type Typed = Readonly<Record<string, string>>;

/** Dates that were typed and cannot have come yet: what happened and what was written lies in the past. */
function yetToCome(typed: Typed, today: string): Problem[] {
  return ["date", "sourceDate", "asOf"].flatMap((field) => {
    const read = readTypedDate(typed[field] ?? "", today);
    const earliest = "edtf" in read ? dateBounds(read.edtf).earliest : null;
    return earliest !== null && earliest > today ? [{ field, code: "date-in-future" }] : [];
  });
}

function readEvent({ kind, wordsIn }: CaseUpdateForm, typed: Typed, today: string): Record<string, unknown> {
  const fields = eventFields(kind);
  const named = fields.map(({ key, model }): [string, string] => {
    const name =
      model.kind === "localized" ? `${key}.${wordsIn}` : model.kind === "date" ? `${key}.edtf` : key;
    return [name, typed[key] ?? ""];
  });
  const { currency, ...event } = readSection(fields, named, { previous: {}, today }).part;
  // It is offered with the amount, and says nothing without.
  return { ...event, ...(event.amount !== undefined && { currency }) };
}

/** The name of this form's field for a path of the file. */
function fieldAt(path: string): string {
  const [list, , key = "", , inner] = path.split(".");
  if (list === "sources") return { date: "sourceDate", language: "sourceLanguage" }[key] ?? key;
  return key === "basis" ? (inner ?? "source") : key;
}

function readAsOf(
  typed: string,
  source: Readonly<Record<string, unknown>> | undefined,
  today: string,
): unknown {
  if (typed !== "") {
    const read = readTypedDate(typed, today);
    return "edtf" in read ? read.edtf : typed;
  }
  return isRecord(source?.date) ? source.date.edtf : undefined;
}

function readSource(typed: Typed, context: Context): CaseUpdate["source"] | { problems: Problem[] } {
  const { source = "", address = "" } = typed;
  const chosen = source === "" ? undefined : sourcesOf(context.file).find(({ id }) => id === source);
  if (source !== "") {
    if (chosen === undefined) return { problems: [{ field: "source", code: "choose-source" }] };
    return usedAsItIs(typed, chosen, context.today);
  }
  if (address === "" && typed.title === "") return { problems: [{ field: "source", code: "source-needed" }] };
  const at = address === "" ? undefined : webAddressIn(address);
  if (address !== "" && at === undefined) return { problems: [{ field: "address", code: "not-address" }] };
  const inFile = at === undefined ? undefined : sourceAt(context.file, at);
  if (inFile !== undefined) return usedAsItIs(typed, inFile, context.today);
  return newSource(typed, at, context);
}

/** A source of the file. What was typed besides and says otherwise is not dropped in silence. */
function usedAsItIs(
  typed: Typed,
  source: FileSource,
  today: string,
): { id: string } | { problems: Problem[] } {
  const { address: _, ...told } = particulars(typed, today);
  const says: Readonly<Record<string, unknown>> = source;
  const others = Object.entries(told).filter(
    ([key, value]) => value !== undefined && !same(value, says[key]),
  );
  const isElsewhere = typed.address !== "" && !isAt(source, typed.address ?? "");
  const problems = [
    ...others.map(([key]) => fieldAt(`sources.0.${key}`)),
    ...(isElsewhere ? ["address"] : []),
  ];
  if (problems.length === 0) return { id: source.id };
  return { problems: problems.map((field) => ({ field, code: "source-says-otherwise" })) };
}

function newSource(
  typed: Typed,
  address: string | undefined,
  { known, today }: Context,
): { entry: Readonly<Record<string, unknown>> } | { problems: Problem[] } {
  const { title, publisher, author, date, language } = known ?? {};
  const told = Object.entries({ ...particulars(typed, today), address }).filter(([, it]) => it !== undefined);
  const taken = Object.entries({ title, publisher, author, date, language }).filter(
    ([, it]) => it !== undefined,
  );
  const entry: Readonly<Record<string, unknown>> = Object.fromEntries([...taken, ...told]);
  const problems: Problem[] = [];
  if (entry.title === undefined) problems.push({ field: "title", code: "new-source" });
  if (entry.language === undefined) problems.push({ field: "sourceLanguage", code: "choose" });
  return problems.length > 0 ? { problems } : { entry };
}

/** What was typed of a source, by the keys of the file. */
function particulars(typed: Typed, today: string): Readonly<Record<string, unknown>> {
  const { title, publisher, author, sourceDate, sourceLanguage, address } = typed;
  const date = readSection(sourceDateField, [["date.edtf", sourceDate ?? ""]], { previous: {}, today }).part
    .date;
  const told = { title, publisher, author, date, language: sourceLanguage, address };
  return Object.fromEntries(Object.entries(told).map(([key, it]) => [key, it || undefined]));
}

const sourceDateField = [{ key: "date", model: modelOf(Source.shape.date), isOptional: true }];

type FileSource = Readonly<Record<string, unknown>> & { id: string };

/** The sources of a file as far as they can be named. */
export function sourcesOf(file: DraftFile): FileSource[] {
  const sources: readonly unknown[] = Array.isArray(file.sources) ? file.sources : [];
  return sources.flatMap((it) => (isRecord(it) && typeof it.id === "string" ? [{ ...it, id: it.id }] : []));
}

function sourceAt(file: DraftFile, address: string): FileSource | undefined {
  return sourcesOf(file).find((source) => isAt(source, address));
}

function isAt(source: Readonly<Record<string, unknown>>, address: string): boolean {
  return [source.address, source.archivedAddress].some(
    (it) => typeof it === "string" && sourceKey(it) === sourceKey(webAddressIn(address) ?? address),
  );
}

function entryOf(
  source: CaseUpdate["source"],
  file: DraftFile,
): Readonly<Record<string, unknown>> | undefined {
  return "entry" in source ? source.entry : sourcesOf(file).find(({ id }) => id === source.id);
}

/** Whether the file has an event of the same kind and date on the same source: most likely the same one. */
function isInFile(file: DraftFile, { event, source }: CaseUpdate): boolean {
  if (!("id" in source)) return false;
  return eventsOf(file).some(
    ({ kind, date, basis }) =>
      kind === event.kind &&
      same(edtfIn(date), edtfIn(event.date)) &&
      Array.isArray(basis) &&
      basis.some((it: unknown) => isRecord(it) && it.source === source.id),
  );
}

function edtfIn(date: unknown): unknown {
  return isRecord(date) ? date.edtf : undefined;
}

function eventsOf(file: DraftFile): Readonly<Record<string, unknown>>[] {
  return Array.isArray(file.events) ? file.events.filter(isRecord) : [];
}

/** The file with the event behind the others. A source that has come into it meanwhile isn't entered twice. */
export function withCaseUpdate(
  file: DraftFile,
  { event, source, asOf }: CaseUpdate,
  newId: NewId,
): { file: DraftFile; eventId: string } {
  const address = "entry" in source ? source.entry.address : undefined;
  const sourceId =
    "id" in source
      ? source.id
      : ((typeof address === "string" ? sourceAt(file, address)?.id : undefined) ??
        newId(idPrefix("sources")));
  const isNew = "entry" in source && !sourcesOf(file).some(({ id }) => id === sourceId);
  const eventId = newId(idPrefix("events"));
  const basis = [{ source: sourceId, asOf, manner: "stated" }];
  const sources: readonly unknown[] = Array.isArray(file.sources) ? file.sources : [];
  return {
    eventId,
    file: {
      ...file,
      events: [...(Array.isArray(file.events) ? file.events : []), { id: eventId, basis, ...event }],
      sources: isNew ? [...sources, { id: sourceId, ...source.entry }] : sources,
    },
  };
}

/** The events of a draft that can be read, last ones first. */
export function latestEvents(file: DraftFile): Event[] {
  const events = eventsOf(file).flatMap((it) => Event.safeParse(it).data ?? []);
  return timeline(events)
    .map(({ event }) => event)
    .reverse();
}
