import type { Address } from "#domain/addresses.ts";

// What the publisher needs of others, so that it can be tried without Next and without a database.

/** Renders a path of this site (with its language, or a file's) through Next. Rejects when Next is not there. */
export type Render = (path: string) => Promise<{ status: number; body: Buffer }>;

/** Every address that a whole edition has, and the numbers of withdrawn persons. */
export type ListAddresses = () => Promise<{ addresses: readonly Address[]; withdrawn: readonly number[] }>;

/** The addresses whose pages are to be made again, kept where the registry is kept. */
export type Outbox = {
  pending(): Promise<Address[]>;
  add(addresses: readonly Address[]): Promise<void>;
  clear(addresses: readonly Address[]): Promise<void>;
};

/** Rejects when the lock is ours no more, as after a broken connection: somebody else may be at work. */
export type StillHeld = () => Promise<void>;

/** One publisher at a time, whatever the process. A killed process loses the lock. */
export type Lock = {
  /** Does the work when it is our turn. */
  wait<T>(work: (stillHeld: StillHeld) => Promise<T>): Promise<T>;
  /** Does the work if nobody else is at it; false, and nothing is done, when somebody is. */
  attempt(work: (stillHeld: StillHeld) => Promise<void>): Promise<boolean>;
};
