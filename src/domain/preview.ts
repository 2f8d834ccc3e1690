import type { CaseFile } from "#domain/case-file/case-file.ts";
import { disclose, type FactWithholding, type PublicForm } from "#domain/disclosure.ts";
import { cardOf, type PersonCard } from "#domain/person-card.ts";

/** The public page of a file as it would be under the withholdings of today. Before the first publication it has the number 0. */
export function previewOf(
  number: number | null,
  file: CaseFile,
  withholdings: readonly FactWithholding[],
): { form: PublicForm; card: PersonCard } {
  const form = disclose(file, withholdings);
  return { form, card: { ...cardOf(number ?? 1, form), number: number ?? 0 } };
}
