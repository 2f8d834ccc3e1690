/** Who does things beside those who have an account: what stands in their place, and its key under `actor`. */
const others = {
  "first records": "first-records",
  "first start": "first-start",
  "new rules of disclosure or projection": "new-rules",
} as const;
const commandLine = "command line: ";

export type OtherActor =
  | { key: (typeof others)[keyof typeof others] }
  | { key: "command-line"; name: string };

/** What stands for somebody without an account; undefined for an account's id. */
export function otherActor(by: string): OtherActor | undefined {
  if (by.startsWith(commandLine)) return { key: "command-line", name: by.slice(commandLine.length) };
  for (const [text, key] of Object.entries(others)) if (text === by) return { key };
  return undefined;
}
