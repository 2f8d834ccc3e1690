import { z } from "zod";
import { CurrencyCode } from "#domain/case-file/currency.ts";
import { entryFields, FactId } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";

export const custodyKinds = [
  "administrative-detention",
  "pre-trial-detention",
  "house-arrest",
  "arrest-house",
  "penal-colony",
  "prison",
  "open-facility",
  "home-confinement",
  "in-transfer",
  "hospital",
  "psychiatric-treatment",
  "whereabouts-unknown",
  "not-known",
] as const;
export type CustodyKind = (typeof custodyKinds)[number];

/** How custody ended. Deportation, flight and death are events of their own kinds. */
export const releaseKinds = [
  "sentence-served",
  "parole",
  "commuted",
  "pardoned",
  "amnestied",
  "exchanged",
  "acquitted",
  "awaiting-trial",
  "end-of-detention",
  "not-known",
] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** Code of a facility in the registry's reference data, such as `ik-4`. */
export const FacilityCode = z.string().regex(/^[a-z]+(?:-[a-z0-9]+)*$/);

const common = {
  ...entryFields,
  /** Left out when the day is not known at all. */
  date: PartialDate.optional(),
  place: LocalizedText.optional(),
  facility: FacilityCode.optional(),
  /** The prosecution in this file that the event belongs to. */
  prosecution: FactId.optional(),
  note: LocalizedText.optional(),
};

const custody = z.enum(custodyKinds);

export const Event = z.discriminatedUnion("kind", [
  z.strictObject({ ...common, kind: z.literal("detention"), custody }),
  z.strictObject({ ...common, kind: z.literal("charge") }),
  /** A text of that day says that the person is held. Its date is the day that the text speaks of. */
  z.strictObject({ ...common, kind: z.literal("reported-in-custody"), custody }),
  z.strictObject({ ...common, kind: z.literal("transfer"), custody }),
  z.strictObject({
    ...common,
    kind: z.literal("punishment-cell"),
    cell: z.enum(["shizo", "pkt", "kartser", "not-known"]),
    days: z.int().positive().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("hospital") }),
  z.strictObject({
    ...common,
    kind: z.literal("contact"),
    channel: z.enum(["letter", "call", "visit", "lawyer", "sighting"]),
  }),
  z.strictObject({ ...common, kind: z.literal("reported-incommunicado") }),
  z.strictObject({ ...common, kind: z.literal("ill-treatment") }),
  z.strictObject({ ...common, kind: z.literal("injury") }),
  z.strictObject({ ...common, kind: z.literal("threat") }),
  z.strictObject({ ...common, kind: z.literal("search") }),
  z.strictObject({ ...common, kind: z.literal("hunger-strike") }),
  z.strictObject({ ...common, kind: z.literal("attempted-expulsion") }),
  z.strictObject({ ...common, kind: z.literal("release"), release: z.enum(releaseKinds) }),
  z.strictObject({ ...common, kind: z.literal("deportation") }),
  z.strictObject({ ...common, kind: z.literal("flight") }),
  z.strictObject({ ...common, kind: z.literal("dismissal") }),
  /** A fine outside a criminal sentence. */
  z.strictObject({
    ...common,
    kind: z.literal("fine"),
    amount: z.number().positive().optional(),
    currency: CurrencyCode.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("death") }),
  z.strictObject({ ...common, kind: z.literal("killing-outside-custody") }),
  /** Anything of the person's public story that the other kinds cannot carry; its note says it. */
  z.strictObject({ ...common, kind: z.literal("other"), note: LocalizedText }),
]);
export type Event = z.infer<typeof Event>;
export type EventKind = Event["kind"];

/** All kinds of events, in the order of the schema. */
export const eventKinds: readonly EventKind[] = Event.options.map((option) => option.shape.kind.value);
