"use client";

import type { ComponentProps } from "react";
import { PartDifference } from "#ui/whole-file/part-difference.tsx";
import type { FormReferences } from "#ui/whole-file/references.ts";
import { ReferencesContext } from "#ui/whole-file/references-context.ts";

/** A difference in which facilities, sources and articles are called by their names. */
export function NamedDifference({
  references,
  ...difference
}: ComponentProps<typeof PartDifference> & { references: FormReferences }) {
  return (
    <ReferencesContext value={references}>
      <PartDifference {...difference} />
    </ReferencesContext>
  );
}
