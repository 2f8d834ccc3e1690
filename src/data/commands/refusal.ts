/** Why a command was refused: words for the command line here, a code that the pages translate. */
export type RefusalReason =
  | "already-withdrawn"
  | "already-withheld"
  | "invalid-file"
  | "not-withdrawn"
  | "not-withheld"
  | "review-in-the-past"
  | "reused-id"
  | "stale-base"
  | "unchanged"
  | "unknown-fact"
  | "unknown-person"
  | "unknown-reference"
  | "withdrawn";

/** A command that was refused. Nothing was written. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly reason: RefusalReason;
  /** What the words speak of, for pages that say it in their language. */
  readonly values: Readonly<Record<string, string | number>> | undefined;

  constructor(reason: RefusalReason, message: string, values?: Readonly<Record<string, string | number>>) {
    super(message);
    this.reason = reason;
    this.values = values;
  }
}
