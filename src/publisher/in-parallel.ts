import type { Failure } from "#publisher/pages-not-made.ts";

// Next renders in one thread, and waits for PostgreSQL meanwhile; compression has threads of its own.
const workers = 4;

/**
 * Does the work for every path, a few at once. One that fails doesn't stop the others, and is tried once more when
 * they are done: a database under load may have let it wait too long, and a whole edition is not given up for that.
 */
export async function inParallel<T extends { path: string }>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<Failure[]> {
  const failed = await attempt(items, work);
  const again = await attempt([...failed.keys()], work);
  return [...again].map(([{ path }, error]) => ({
    path,
    reason: error instanceof Error ? error.message : String(error),
  }));
}

async function attempt<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<Map<T, unknown>> {
  const failed = new Map<T, unknown>();
  const queue = items.values();
  async function worker(): Promise<void> {
    for (const item of queue) {
      await work(item).catch((error: unknown) => {
        failed.set(item, error);
      });
    }
  }
  await Promise.all(Array.from({ length: workers }, worker));
  return failed;
}
