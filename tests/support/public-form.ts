import type { Basis } from "#domain/case-file/fact.ts";
import { PublicForm } from "#domain/disclosure.ts";
import { emptyFile } from "#domain/draft-file.ts";

/** Sections of a file as a test writes them; whatever it leaves out is empty. */
export type Sections = Partial<Record<Exclude<keyof PublicForm, "schemaVersion" | "sources">, unknown>>;

/** A public form with these sections and the sources s1 to s9, on which their facts may rest. */
export function publicForm(sections: Sections): PublicForm {
  return PublicForm.parse({
    ...emptyFile(),
    sources: Array.from({ length: 9 }, (_, index) => ({
      id: `s${index + 1}`,
      title: `Source ${index + 1}`,
      language: "en",
    })),
    withheld: [],
    ...sections,
  });
}

/** The basis of a fact that texts of these days state, each text a source of its own. */
export function toldIn(...days: string[]): Basis[] {
  return days.map((asOf, index) => ({ source: `s${index + 1}`, asOf, manner: "stated" }));
}
