/** How a request to show something again can end; one that waits has no outcome. */
export const showingOutcomes = ["granted", "declined", "taken_back"] as const;
export type ShowingOutcome = (typeof showingOutcomes)[number];

/** Whether two names that were typed mean one person. */
export function isSameName(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}
