import { z } from "zod";
import { entryFields, fact } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";

export const recognitionStates = [
  "recognised",
  "recognised-ex-post-facto",
  "not-designated",
  "withdrawn",
] as const;
export type RecognitionState = (typeof recognitionStates)[number];

/** The published definitions that a recognition may rest on. */
export const criteria = [
  "pace-1900-a",
  "pace-1900-b",
  "pace-1900-c",
  "pace-1900-d",
  "pace-1900-e",
  "guidelines-2013",
] as const;

/** An organisation's decision about this person: not the same as a text that calls someone a political prisoner. */
export const Recognition = z.strictObject({
  ...entryFields,
  by: LocalizedText,
  state: z.enum(recognitionStates),
  date: PartialDate.optional(),
  criteria: z.array(z.enum(criteria)),
});

/** "A source calls the person a political prisoner", with those sources as its basis. */
export const CalledPoliticalPrisoner = fact(z.literal("yes"));
