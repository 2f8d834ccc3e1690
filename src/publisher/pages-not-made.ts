/** A page that could not be made: which, and why. */
export type Failure = { path: string; reason: string };

const mark = Symbol.for("kartateka.pages-not-made");

/**
 * Pages that could not be made; the old files stay. What was to be done before them is done: `result` holds it.
 * `instanceof` knows one that was thrown in another graph of modules: the publisher is not part of Next's bundle.
 */
export class PagesNotMade extends Error {
  override name = "PagesNotMade";
  readonly [mark] = true;
  readonly failures: readonly Failure[];
  readonly result: unknown;

  constructor(failures: readonly Failure[], { result, cause }: { result?: unknown; cause?: unknown } = {}) {
    super(failures.length > 0 ? listed(failures) : `No page could be made: ${String(cause)}`, { cause });
    this.failures = failures;
    this.result = result;
  }

  static override [Symbol.hasInstance](value: unknown): value is PagesNotMade {
    return typeof value === "object" && value !== null && mark in value;
  }
}

function listed(failures: readonly Failure[]): string {
  const shown = failures.slice(0, 10).map(({ path, reason }) => `\n  ${path}: ${reason}`);
  const more = failures.length > shown.length ? `\n  and ${failures.length - shown.length} more` : "";
  return `${failures.length} pages could not be made:${shown.join("")}${more}`;
}
