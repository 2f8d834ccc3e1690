import type { Registry, Transaction } from "#db/registry.ts";

// A rebuild of a large registry is one transaction, too.
const limits = { maxWait: 30_000, timeout: 15 * 60_000 };

/** Runs one command as one transaction: all of it is written, or nothing. */
export function inTransaction<T>(registry: Registry, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return registry.$transaction(work, limits);
}
