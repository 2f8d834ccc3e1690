/** Why a command was refused: words for the command line here, a code that the pages translate. */
export type RefusalReason =
  | "already-asked"
  | "already-deactivated"
  | "already-decided"
  | "already-withdrawn"
  | "already-withheld"
  | "already-different"
  | "already-taken-back"
  | "base-is-current"
  | "choose-all"
  | "draft-changed"
  | "draft-has-problems"
  | "draft-open"
  | "erased"
  | "erased-id"
  | "hidden-anew"
  | "hidden-silently"
  | "invalid-file"
  | "last-administrator"
  | "login-taken"
  | "needs-another"
  | "no-note"
  | "not-allowed"
  | "not-deactivated"
  | "not-published"
  | "not-withdrawn"
  | "not-withheld"
  | "not-yours"
  | "own-account"
  | "own-draft"
  | "reused-id"
  | "review-in-the-past"
  | "same-person"
  | "stale-base"
  | "too-late"
  | "unchanged"
  | "unknown-difference"
  | "unknown-draft"
  | "unknown-fact"
  | "unknown-person"
  | "unknown-reference"
  | "unknown-request"
  | "unknown-save"
  | "unknown-user"
  | "unknown-version"
  | "withdrawn"
  | "wrong-state";

/** A command that was refused. Nothing was written; of a save that came too late only what is kept aside. */
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
