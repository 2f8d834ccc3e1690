import { z } from "zod";
import {
  type CustodyKind,
  custodyKinds,
  type Event,
  type ReleaseKind,
  releaseKinds,
} from "#domain/case-file/events.ts";
import { type Basis, known } from "#domain/case-file/fact.ts";
import type { SentenceType } from "#domain/case-file/prosecutions.ts";
import { walkFacts } from "#domain/case-file/walk.ts";
import { dateBounds, Edtf } from "#domain/dates/partial-date.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import { earliestAsOf, firstDay, latestAsOf } from "#domain/knowledge.ts";
import { effectiveDate, timeline } from "#domain/timeline.ts";

/**
 * What a file can know of where a person stands. `in-custody` is *last known in custody*; `sentenced` is
 * sentenced to a deprivation of liberty, with no report of custody or release since; `died` is a death of
 * which the file does not say in which of the other ways.
 */
export const states = [
  "in-custody",
  "sentenced",
  "released",
  "deported",
  "fled",
  "died-in-custody",
  "died-after-police-custody",
  "died-after-release",
  "killed-outside-custody",
  "died",
  "never-known-in-custody",
] as const;
export type State = (typeof states)[number];

export const Status = z.strictObject({
  state: z.enum(states),
  /** The last known kind of custody, in the state `in-custody` only. */
  custody: z.enum(custodyKinds).nullable(),
  /** How custody last ended, in the states `released` and `died-after-release` only. */
  release: z.enum(releaseKinds).nullable(),
  /** The day on which the knowledge ends: the latest `asOf` of the facts that carry the status. */
  asOf: Edtf.nullable(),
});
export type Status = z.infer<typeof Status>;

/** How a person left custody, as lists and filters name it. */
export const exits = [
  "sentence-served",
  "parole",
  "commuted",
  "pardoned",
  "amnestied",
  "exchanged",
  "acquitted",
  "deported",
  "fled",
  "died",
  "end-of-detention",
  "not-known",
] as const;
export type Exit = (typeof exits)[number];

/** Where a person stands who has left no custody for good, as lists and filters name it. */
export const custodyFacets = [
  ...custodyKinds,
  "sentenced",
  "awaiting-trial",
  "never-known-in-custody",
] as const;
export type CustodyFacet = (typeof custodyFacets)[number];

const custodialTypes: readonly SentenceType[] = [
  "imprisonment",
  "open-facility",
  "arrest",
  "psychiatric-treatment",
];
const custodyBeforeSentence: readonly CustodyKind[] = [
  "administrative-detention",
  "pre-trial-detention",
  "house-arrest",
];

/** The status of a person by what the public form tells; what is withheld is as if it were not there. */
export function deriveStatus(form: PublicForm): Status {
  const standing = standingFacts(form);
  return deathStatus(form, standing) ?? lifeStatus(form, standing);
}

/** The exit facet; null for who has not left custody, who was never in it, and who awaits trial at liberty. */
export function exitOf({ state, release }: Status): Exit | null {
  switch (state) {
    case "released":
      return release === "awaiting-trial" ? null : (release ?? "not-known");
    case "deported":
    case "fled":
      return state;
    case "died-in-custody":
    case "died-after-police-custody":
    case "died-after-release":
    case "died":
      return "died";
    default:
      return null;
  }
}

/** The custody facet; null for who has an exit and for deaths. */
export function custodyFacetOf({ state, custody, release }: Status): CustodyFacet | null {
  switch (state) {
    case "in-custody":
      return custody ?? "not-known";
    case "sentenced":
    case "never-known-in-custody":
      return state;
    case "released":
      return release === "awaiting-trial" ? release : null;
    default:
      return null;
  }
}

/**
 * When something was, by the first and the last day that its date and the first text that tells of it allow,
 * and from when to when it was told.
 */
type Moment = {
  from: string | null;
  to: string | null;
  dated: boolean;
  firstTold: string;
  lastTold: string;
  /** Place in the file, which decides between what one text tells of one time. */
  place: number;
};

type Holding = { moment: Moment; basis: readonly Basis[]; custody: CustodyKind | null };
type Leaving = {
  moment: Moment;
  basis: readonly Basis[];
  kind: "release" | "deportation" | "flight";
  release: ReleaseKind | null;
};
type Sentence = { moment: Moment; basis: readonly Basis[] };

/** What nothing later has overtaken. With a holding or a sentence, no way out of custody is left standing. */
type Standing = { holdings: Holding[]; sentences: Sentence[]; leavings: Leaving[] };

function standingFacts(form: PublicForm): Standing {
  const events = timeline(form.events).map(({ event }) => event);
  const leavings = events.flatMap((event) => leavingOf(event, form.events.indexOf(event)) ?? []);
  const allHoldings = events.flatMap((event) => holdingOf(event, form.events.indexOf(event)) ?? []);
  const holdings = allHoldings.filter((held) => leavings.every((left) => isHeldAfter(held, left)));
  const sentences = custodialSentences(form).filter((sentence) =>
    leavings.every((left) => isSentencedAfter(sentence, left)),
  );
  const last = leavings.filter((left) => !allHoldings.some((held) => isHeldAfter(held, left)));
  return { holdings, sentences, leavings: last.length > 0 ? last : leavings };
}

function holdingOf(event: Event, place: number): Holding | undefined {
  switch (event.kind) {
    case "detention":
    case "transfer":
    case "reported-in-custody":
      return { moment: momentOf(event, place), basis: event.basis, custody: event.custody };
    // These are only told of who is held; where, they don't say.
    case "punishment-cell":
    case "reported-incommunicado":
      return { moment: momentOf(event, place), basis: event.basis, custody: null };
    default:
      return undefined;
  }
}

function leavingOf(event: Event, place: number): Leaving | undefined {
  switch (event.kind) {
    case "release":
    case "deportation":
    case "flight": {
      const release = event.kind === "release" ? event.release : null;
      return { moment: momentOf(event, place), basis: event.basis, kind: event.kind, release };
    }
    default:
      return undefined;
  }
}

function custodialSentences({ prosecutions }: PublicForm): Sentence[] {
  return prosecutions
    .filter((prosecution) => known(prosecution.inAbsentia) !== "yes")
    .flatMap(({ verdictDate, sentence }, place) =>
      sentence
        .filter((punishment) => custodialTypes.includes(punishment.type))
        .map(({ basis }) => ({ moment: moment(known(verdictDate)?.edtf ?? null, basis, place), basis })),
    );
}

function momentOf(event: Event, place: number): Moment {
  return moment(effectiveDate(event), event.basis, place);
}

function moment(date: Edtf | null, basis: readonly Basis[], place: number): Moment {
  const [first, last] = [earliestAsOf(basis), latestAsOf(basis)];
  const { earliest, latest } = date === null ? { earliest: null, latest: null } : dateBounds(date);
  // What is told has happened by then, whatever the date leaves open.
  const toldBy = first === null ? null : dateBounds(first).latest;
  return {
    from: earliest,
    to: earlierEnd(latest, toldBy),
    dated: date !== null,
    firstTold: first === null ? "" : firstDay(first),
    lastTold: last === null ? "" : firstDay(last),
    place,
  };
}

function earlierEnd(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

function isCertainlyAfter(a: Moment, b: Moment): boolean {
  return a.from !== null && b.to !== null && a.from > b.to;
}

function isHeldAfter({ moment: held }: Holding, { moment: left }: Leaving): boolean {
  if (isCertainlyAfter(held, left)) return true;
  if (isCertainlyAfter(left, held)) return false;
  // The dates leave it open. An undated detention is a new one only where no text as fresh tells of the release.
  if (!held.dated && held.firstTold > left.lastTold) return true;
  if (left.firstTold > held.lastTold) return false;
  return held.dated && left.dated && held.place > left.place;
}

function isSentencedAfter(
  { moment: sentenced }: Sentence,
  { moment: left, kind, release }: Leaving,
): boolean {
  if (kind !== "release") return false;
  // These two come before a sentence by their nature; the others end one.
  if (release === "awaiting-trial" || release === "end-of-detention")
    return !isCertainlyAfter(left, sentenced);
  return isCertainlyAfter(sentenced, left);
}

function isLaterLeaving(a: Leaving, b: Leaving): boolean {
  if (isCertainlyAfter(a.moment, b.moment)) return true;
  if (isCertainlyAfter(b.moment, a.moment)) return false;
  // Who is deported or flees has been released before, if at all.
  if ((a.kind === "release") !== (b.kind === "release")) return b.kind === "release";
  if (a.moment.firstTold > b.moment.lastTold) return true;
  if (b.moment.firstTold > a.moment.lastTold) return false;
  return a.moment.place > b.moment.place;
}

function lifeStatus(form: PublicForm, { holdings, sentences, leavings }: Standing): Status {
  const nothing = { custody: null, release: null };
  if (holdings.length > 0) {
    const asOf = endOfKnowledge([...holdings, ...sentences]);
    return { ...nothing, state: "in-custody", custody: custodyKind(holdings, sentences), asOf };
  }
  if (sentences.length > 0) return { ...nothing, state: "sentenced", asOf: endOfKnowledge(sentences) };
  const last = lastLeaving(leavings);
  switch (last?.kind) {
    case "release":
      return {
        ...nothing,
        state: "released",
        release: releaseKind(last, leavings),
        asOf: endOfKnowledge([last]),
      };
    case "deportation":
      return { ...nothing, state: "deported", asOf: endOfKnowledge([last]) };
    case "flight":
      return { ...nothing, state: "fled", asOf: endOfKnowledge([last]) };
    default:
      return { ...nothing, state: "never-known-in-custody", asOf: endOfFile(form) };
  }
}

function lastLeaving(leavings: readonly Leaving[]): Leaving | undefined {
  return leavings.reduce<Leaving | undefined>(
    (last, left) => (last === undefined || isLaterLeaving(left, last) ? left : last),
    undefined,
  );
}

function custodyKind(holdings: readonly Holding[], sentences: readonly Sentence[]): CustodyKind {
  const last = holdings.findLast((held) => held.custody !== null);
  if (last?.custody == null) return "not-known";
  // A sentence to be served moves the person on, and what it says is not where.
  const moved = sentences.some((sentence) => !isCertainlyAfter(last.moment, sentence.moment));
  return moved && custodyBeforeSentence.includes(last.custody) ? "not-known" : last.custody;
}

/** The kind of the last release, or, where its text does not say, that of another text on what may be the same one. */
function releaseKind(last: Leaving, leavings: readonly Leaving[]): ReleaseKind {
  const said = leavings.findLast(
    ({ release, moment: other }) =>
      release !== null && release !== "not-known" && !isCertainlyAfter(last.moment, other),
  );
  return (last.release === "not-known" ? said?.release : last.release) ?? "not-known";
}

function deathStatus(form: PublicForm, standing: Standing): Status | undefined {
  const carriers = factsOfDeath(form);
  if (carriers.length === 0) return undefined;
  const state = deathState(form, standing);
  const last = lastLeaving(standing.leavings);
  const release =
    state === "died-after-release" && last?.kind === "release" ? releaseKind(last, standing.leavings) : null;
  return { state, custody: null, release, asOf: endOfKnowledge(carriers) };
}

/** The facts that tell of a death; whatever stands under its headings does, where nothing tells of it first. */
function factsOfDeath({ death, events }: PublicForm): { basis: readonly Basis[] }[] {
  const told = events.filter((it) => it.kind === "death" || it.kind === "killing-outside-custody");
  const { setting, date, ...headings } = death ?? {};
  if (setting?.value === "no") return told;
  const first = [setting, date].filter((it) => it !== undefined);
  if (told.length + first.length > 0) return [...told, ...first];
  return Object.values(headings).flatMap((it) =>
    it === undefined || it.value === "no" || it.value === "not-known" ? [] : [it],
  );
}

function deathState({ death, events }: PublicForm, { holdings, leavings }: Standing): State {
  const setting = death?.setting?.value;
  switch (setting) {
    case "in-custody":
      return "died-in-custody";
    case "after-police-custody":
      return "died-after-police-custody";
    case "after-release":
      return "died-after-release";
    case "outside-custody":
      return "killed-outside-custody";
    // Also at home, where the case was still open.
    case "under-investigation":
      return holdings.length > 0 ? "died-in-custody" : "died";
    case "not-known":
      return "died";
  }
  if (events.some((it) => it.kind === "killing-outside-custody")) return "killed-outside-custody";
  const inFacility =
    known(death?.facility) !== undefined ||
    events.some((it) => it.kind === "death" && it.facility !== undefined);
  if (inFacility) return "died-in-custody";
  // The last that was known is not yet where the person died; but a release stays one.
  return holdings.length === 0 && lastLeaving(leavings)?.kind === "release" ? "died-after-release" : "died";
}

/** The day up to which the freshest text on these facts speaks. */
function endOfKnowledge(facts: readonly { basis: readonly Basis[] }[]): Edtf | null {
  return latestAsOf(facts.flatMap((it) => it.basis));
}

/** The same for the whole file, what we added from reference works aside: those don't speak of the person's fate. */
function endOfFile(form: PublicForm): Edtf | null {
  const bases = [...walkFacts(form)].flatMap((it) => it.bases);
  return latestAsOf(bases.filter((basis) => basis.manner !== "reference"));
}
