import type { Failure } from "#publisher/pages-not-made.ts";

// Next renders in one thread, and waits for PostgreSQL meanwhile; compression has threads of its own.
const workers = 4;

/** Does the work for every path, a few at once. One that fails doesn't stop the others. */
export async function inParallel<T extends { path: string }>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const queue = items.values();
  async function worker(): Promise<void> {
    for (const item of queue) {
      await work(item).catch((error: unknown) => {
        failures.push({ path: item.path, reason: error instanceof Error ? error.message : String(error) });
      });
    }
  }
  await Promise.all(Array.from({ length: workers }, worker));
  return failures;
}
