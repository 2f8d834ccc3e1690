import { z } from "zod";

/** What every form about a draft sends: which one, and the save that the page was made from. */
export const draftFields = {
  draft: z.guid(),
  base: z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/)
    .transform(Number),
};
