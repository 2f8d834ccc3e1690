/** What was typed, as a file keeps it: NFC, lines ended by LF, nothing around it, nothing that no database holds. */
export function typedText(text: string): string {
  return text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim().normalize("NFC");
}

/**
 * Reads a number as people type it: "1500", "1 500,50", "1500.5". Undefined for anything else, also for "1,500", which
 * is a thousand more in one language than in another.
 */
export function typedNumber(text: string): number | undefined {
  const plain = text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "").replace(/,(?=\d{1,2}$)/, ".");
  if (!/^\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
