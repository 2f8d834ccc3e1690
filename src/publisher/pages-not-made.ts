/** A page that could not be made: which, and why. */
export type Failure = { path: string; reason: string };

/** Pages that could not be made; the old files stay. What was to be done before them is done: `result` holds it. */
export class PagesNotMade extends Error {
  override name = "PagesNotMade";
  readonly failures: readonly Failure[];
  readonly result: unknown;

  constructor(failures: readonly Failure[], result?: unknown) {
    const shown = failures.slice(0, 10).map(({ path, reason }) => `\n  ${path}: ${reason}`);
    const more = failures.length > shown.length ? `\n  and ${failures.length - shown.length} more` : "";
    super(`${failures.length} pages could not be made:${shown.join("")}${more}`);
    this.failures = failures;
    this.result = result;
  }
}
