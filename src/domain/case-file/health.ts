import { z } from "zod";
import { entryFields } from "#domain/case-file/fact.ts";
import { PartialDate } from "#domain/dates/partial-date.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** Risk groups as Viasna counts them. */
export const riskGroups = ["physical-illness", "disability", "mental-illness", "advanced-age"] as const;
export type RiskGroup = (typeof riskGroups)[number];

export const onsets = ["pre-existing", "in-custody", "not-known"] as const;
export const cares = ["not-known", "given", "inadequate", "delayed", "denied"] as const;

/** A condition in the words of its source: no diagnosis is made here. */
export const HealthCondition = z.strictObject({
  ...entryFields,
  condition: LocalizedText,
  group: z.enum(riskGroups),
  onset: z.enum(onsets),
  care: z.enum(cares),
  period: PartialDate.optional(),
  note: LocalizedText.optional(),
});
export type HealthCondition = z.infer<typeof HealthCondition>;

export const Health = z.strictObject({
  conditions: z.array(HealthCondition),
  riskGroups: z.array(z.strictObject({ ...entryFields, group: z.enum(riskGroups) })),
});
