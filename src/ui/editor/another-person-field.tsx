"use client";

import { use } from "react";
import { AlikeList } from "#ui/editor/alike.tsx";
import type { FacilityNames } from "#ui/editor/side-by-side.tsx";
import { CheckboxField } from "#ui/forms/checkbox-field.tsx";
import { FormContext } from "#ui/forms/form-context.ts";

type Props = {
  /** What somebody new is called beside the others. */
  own: string;
  label: string;
  facilities: FacilityNames;
};

/** Shows who may be the same as somebody new, and asks whether this is another person, once there are such. */
export function AnotherPersonField({ own, label, facilities }: Props) {
  const { alike = [] } = use(FormContext).state;
  if (alike.length === 0) return null;
  // What is ticked is said of these people: where others are found afterwards, it is asked again.
  const ids = alike.map(({ person }) => person.personId).sort();
  return (
    <div className="notice">
      <AlikeList alike={alike} own={own} facilities={facilities} isElsewhere />
      <CheckboxField key={ids.join(" ")} name="another" label={label} value={ids.join(" ")} />
    </div>
  );
}
