import { z } from "zod";
import { FacilityCode } from "#domain/case-file/events.ts";
import { fact } from "#domain/case-file/fact.ts";
import { LocalizedText } from "#domain/localized-text.ts";

/** Whether and where one may write to the person. */
export const Contact = z.strictObject({
  mayWrite: fact(z.enum(["yes", "restricted"])).optional(),
  facility: fact(FacilityCode).optional(),
  advice: fact(LocalizedText).optional(),
});
export type Contact = z.infer<typeof Contact>;
