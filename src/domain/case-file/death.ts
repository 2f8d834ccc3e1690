import { z } from "zod";
import { FacilityCode } from "#domain/case-file/events.ts";
import { fact } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";

export const deathSettings = [
  "in-custody",
  "under-investigation",
  "after-police-custody",
  "after-release",
  "outside-custody",
] as const;
export type DeathSetting = (typeof deathSettings)[number];

/** A death under the headings of the Minnesota Protocol (2016), in their order on the page. */
export const Death = z.strictObject({
  setting: fact(z.enum(deathSettings)).optional(),
  date: fact(PartialDate).optional(),
  identification: fact(LocalizedText).optional(),
  lastSeenAlive: fact(LocalizedText).optional(),
  place: fact(LocalizedText).optional(),
  facility: fact(FacilityCode).optional(),
  circumstances: fact(LocalizedText).optional(),
  healthBefore: fact(LocalizedText).optional(),
  healthKnownToAuthorities: fact(LocalizedText).optional(),
  officialCause: fact(LocalizedText).optional(),
  reportedCause: fact(LocalizedText).optional(),
  autopsy: fact(LocalizedText).optional(),
  bodyReturned: fact(LocalizedText).optional(),
  bodyState: fact(LocalizedText).optional(),
  investigation: fact(LocalizedText).optional(),
  informed: fact(LocalizedText).optional(),
});
export type Death = z.infer<typeof Death>;
