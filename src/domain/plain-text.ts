import { z } from "zod";

// NUL cannot be stored by PostgreSQL; the other control characters, the bidirectional overrides and
// lone surrogates let a text show as something else than it is.
const unsafe = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** Text that somebody wrote: trimmed, NFC, not empty, at most 20,000 characters, nothing invisible that misleads. */
export const PlainText = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .refine((text) => !unsafe.test(text), {
    error: "holds characters that cannot be shown",
    params: { code: "not-showable" },
  })
  .refine((text) => text === text.normalize("NFC"), { error: "is not in Unicode's form NFC" });
