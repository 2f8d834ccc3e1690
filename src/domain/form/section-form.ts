import { type DraftSection, draftSections } from "#domain/draft-file.ts";
import { caseFileForm, type FormField } from "#domain/form/model.ts";

/** The fields of one section of the form. */
export function sectionForm(section: DraftSection): FormField[] {
  const keys: readonly string[] = draftSections[section];
  return keys.flatMap((key) => caseFileForm.find((field) => field.key === key) ?? []);
}
