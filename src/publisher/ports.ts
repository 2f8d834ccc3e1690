import type { Address } from "#domain/addresses.ts";

// What the publisher needs of others, so that it can be tried without Next and without a database.

/** Renders a path of this site (with its language, or a file's) through Next. Rejects when Next is not there. */
export type Render = (path: string) => Promise<{ status: number; body: Buffer }>;

/** Every address that a whole edition has, and the numbers of withdrawn persons. */
export type ListAddresses = () => Promise<{ addresses: readonly Address[]; withdrawn: readonly number[] }>;

/** An address whose pages changed, and which change of it this is: no two have the same generation. */
export type Change = { address: Address; generation: number };

/** Which pages changed, and which of them are still to be made again; kept where the registry is kept. */
export type Outbox = {
  /** The last change of every address that has ever been noted. */
  changes(): Promise<Change[]>;
  /** Changes that the served edition does not have yet, oldest first: all of them, or those of some addresses. */
  pending(addresses?: readonly Address[]): Promise<Change[]>;
  add(addresses: readonly Address[]): Promise<void>;
  /** Strikes out changes that the served edition has. An address that changed once more since then stays. */
  clear(changes: readonly Change[]): Promise<void>;
};

/** Rejects when the lock is ours no more, as after a broken connection: somebody else may be at work. */
export type StillHeld = () => Promise<void>;

/**
 * Does what takes a moment, when it is our turn: what is public is changed, and files that are served are written,
 * by one at a time. Whoever hides something waits for no more than this.
 */
export type Exclusively = <T>(work: (stillHeld: StillHeld) => Promise<T>) => Promise<T>;

/** One maker of pages at a time, however long it takes. What it is given ends with its own lock. */
export type Turn = {
  /** Does the work when it is our turn. */
  wait<T>(work: (exclusively: Exclusively) => Promise<T>): Promise<T>;
  /** Does the work if nobody else is at it; false, and nothing is done, when somebody is. */
  attempt(work: (exclusively: Exclusively) => Promise<void>): Promise<boolean>;
};

/** Locks between processes. A killed process loses those that it holds. */
export type Locks = {
  exclusively: Exclusively;
  /** For making single pages of the edition that is served. */
  pages: Turn;
  /** For making a whole edition beside it. */
  whole: Turn;
};
