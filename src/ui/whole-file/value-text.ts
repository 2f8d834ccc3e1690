import { use } from "react";
import { ReferencesContext } from "#ui/whole-file/references-context.ts";
import { type ShownValue, useValueWords } from "#ui/whole-file/value-words.ts";

/** Says a value of the draft around in words, by the references of its form. */
export function useValueText(): (shown: ShownValue) => string {
  return useValueWords(use(ReferencesContext));
}
