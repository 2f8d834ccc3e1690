import { Refusal } from "#data/commands/refusal.ts";
import { EnvironmentError, env } from "#env.ts";
import { PagesNotMade } from "#publisher/pages-not-made.ts";

/** A failure that a person can do something about: what happened, and what to do. */
export class Failure extends Error {
  override name = "Failure";
  readonly advice: string;

  constructor(message: string, advice: string, options?: { cause?: unknown }) {
    super(message, options);
    this.advice = advice;
  }
}

let progress: { write: (text: string) => unknown } = process.stdout;

/** From here on, what is said goes to stderr: for a command whose output another program reads. */
export function sayOnStderr(): void {
  progress = process.stderr;
}

/** Prints one line of progress. */
export function say(text: string): void {
  progress.write(`  ${text}\n`);
}

/** Runs one step under a heading, and tells how long it took when that was more than a second. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  process.stdout.write(`${title}\n`);
  const result = await work();
  const seconds = (performance.now() - started) / 1000;
  if (seconds > 1) say(`done in ${seconds.toFixed(1)} s`);
  return result;
}

/**
 * Tells of progress through many like things (`12 of 300`), every two seconds and at the end,
 * so that a log stays readable.
 */
export function counter(things: string): (done: number, total: number) => void {
  let last = performance.now();
  return (done, total) => {
    const now = performance.now();
    if (done < total && now - last < 2000) return;
    last = now;
    say(`${done} of ${total} ${things}`);
  };
}

/** The words of anything that was thrown. PostgreSQL's refused connections are an error with an empty message. */
export function wordsOf(thrown: unknown): string {
  if (thrown instanceof AggregateError && thrown.errors.length > 0) return wordsOf(thrown.errors[0]);
  if (thrown instanceof Error) return thrown.message || thrown.name;
  return String(thrown);
}

/** Tells a failure on stderr: what happened and what to do; the stack only with DEBUG. */
export function tell(thrown: unknown): void {
  process.stderr.write(`\nFailed: ${wordsOf(thrown)}\n`);
  const advice = adviceFor(thrown);
  if (advice !== "") process.stderr.write(`${advice}\n`);
  if (env.debug) console.error(thrown);
}

function adviceFor(thrown: unknown): string {
  if (thrown instanceof Failure) return thrown.advice;
  if (thrown instanceof Refusal) return "Nothing was changed.";
  if (thrown instanceof PagesNotMade) {
    return "What was asked for is done; these pages are tried again by every command and every few seconds by npm start.";
  }
  return thrown instanceof EnvironmentError || env.debug ? "" : "Run it with DEBUG=1 to see where.";
}

/** Keeps the process alive when whoever read its output has gone: what it says is then lost, and not it. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
}

/** Runs a command of the command line to its end; a failure is told in words and exits with 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (thrown) {
    tell(thrown);
    process.exitCode = 1;
  }
}
