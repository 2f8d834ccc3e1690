import type { Form } from "./forms.ts";
import type { Offered } from "./name-index.ts";
import type { Column } from "./people.ts";
import type { NameQuery } from "./queries.ts";

/** How often those asked for came first, and among the first ten people; shares of 1. */
export type PairFigures = {
  set: string;
  from: Column;
  to: Column;
  form: Form;
  n: number;
  recall1: number;
  recall10: number;
};

/** What came of a query. `indexed` is what the one who was meant stands in the index as. */
export type Answer = {
  query: NameQuery;
  indexed: string;
  /** Where the first right person came, from 1; 0 for nowhere. */
  place: number;
  /** That person isn't who was meant, nor bears the name that was asked for, but stands in the index under the same. */
  onlySameInIndex: boolean;
  first: Offered | undefined;
};

/** A query for somebody who is not in the index and whose name nobody there bears. */
export type AnswerInVain = { query: NameQuery; first: Offered | undefined };

export type NameFigures = {
  pairs: PairFigures[];
  answers: Answer[];
  inVain: AnswerInVain[];
  /** Of queries one after the other, in milliseconds. */
  latencies: number[];
};

/** Whether somebody was told to be who was asked for, and isn't. */
export function isFalselySure({ first }: AnswerInVain): boolean {
  return first?.strength === "sure";
}
