import type { DraftFile } from "#domain/draft-file.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { useFormReferences } from "#ui/whole-file/form-references.ts";
import type { FormReferences } from "#ui/whole-file/references.ts";

/** What two files name, by name: what only the earlier one has is still called as there. */
export function useReferencesOfBoth(
  before: DraftFile,
  after: DraftFile,
  known: { facilities: readonly Facility[]; articles: readonly Article[] },
): FormReferences {
  const [old, now] = [useFormReferences(before, known), useFormReferences(after, known)];
  const withOld = (key: "sources" | "prosecutions") => [
    ...now[key],
    ...old[key].filter(({ value }) => !now[key].some((it) => it.value === value)),
  ];
  return { ...now, sources: withOld("sources"), prosecutions: withOld("prosecutions") };
}
