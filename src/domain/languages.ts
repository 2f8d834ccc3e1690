import { z } from "zod";

/** The three languages of the registry, in the order in which a page offers them. */
export const languages = ["be", "ru", "en"] as const;

export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;
