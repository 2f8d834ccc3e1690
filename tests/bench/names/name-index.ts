import type { Strength } from "#domain/names/match-name.ts";
import type { NameParts } from "#domain/names/name-parts.ts";
import type { MatchReason } from "#domain/names/reasons.ts";
import type { Column } from "./people.ts";

/** A name that is looked for among others; `person` is the number of whose it is. */
export type IndexedName = { person: number; column: Column; parts: NameParts };

/** Somebody whom a search has found, and by which spelling. */
export type Offered = {
  person: number;
  text: string;
  strength: Strength;
  cost: number;
  reasons: readonly MatchReason[];
};

/** Names that can be searched. */
export type NameIndex = {
  /** Holds these names, and none of those before. */
  fill: (names: readonly IndexedName[]) => Promise<void>;
  /** Loses all names of these people. */
  leaveOut: (people: readonly number[]) => Promise<void>;
  /** One offer a person, best first. */
  find: (q: string) => Promise<Offered[]>;
  close: () => Promise<void>;
};
