import { z } from "zod";

/** ISO 4217: `BYN`. */
export const CurrencyCode = z.string().regex(/^[A-Z]{3}$/);
