import { Children, Fragment, type ReactNode } from "react";

/** Parts in one line with a dot between them, which begins no line; parts that aren't there leave no trace. */
export function Dotted({ children }: { children: ReactNode }) {
  // toArray drops null, undefined and booleans, and gives the rest keys.
  return Children.toArray(children).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change places
    <Fragment key={index}>
      {index > 0 && "\u00a0· "}
      {part}
    </Fragment>
  ));
}
