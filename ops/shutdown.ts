import { say } from "./report.ts";

const cleanups: (() => Promise<void>)[] = [];
const controller = new AbortController();

/** Fires when this process is to end. */
export const stopping = controller.signal;

/** Has something done before the process ends; what was begun last ends first. */
export function atShutdown(cleanup: () => Promise<void>): void {
  cleanups.push(cleanup);
}

/** Ends everything that was begun. One thing that fails doesn't keep the others. */
export async function shutDown(): Promise<void> {
  controller.abort();
  // A page or a session that never ends must not keep the process from ending.
  setTimeout(() => process.exit(1), 40_000).unref();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup().catch(() => undefined);
}

/** Ends everything and the process on Ctrl-C, SIGTERM and a closed terminal; a second Ctrl-C ends it at once. */
export function shutDownOnSignals(exitCode: number): void {
  let since = 0;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping.aborted) {
        // One Ctrl-C comes twice: from the terminal, and from npm, which hands its own on.
        if (signal === "SIGINT" && performance.now() - since > 1_000) process.exit(1);
        return;
      }
      since = performance.now();
      say("Stopping");
      shutDown().finally(() => process.exit(exitCode));
    });
  }
}
