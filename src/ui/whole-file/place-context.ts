import { createContext } from "react";

/** What the fields of a section's form know of the draft that they belong to. */
export type FormPlace = {
  /** Ids of the facts that the public doesn't see. */
  withheld: ReadonlySet<string>;
  /** Where such a fact is shown again, by its id. */
  hidingPath: (factId: string) => string;
  /** The place that was changed last, `events.3`: it is open and has the focus. */
  at: string;
};

/** The draft around a field. */
export const PlaceContext = createContext<FormPlace>({
  withheld: new Set(),
  hidingPath: () => "",
  at: "",
});
