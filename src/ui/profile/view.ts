import { known } from "#domain/case-file/fact.ts";
import type { Sex } from "#domain/case-file/person.ts";
import type { PublicForm } from "#domain/disclosure.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { type Citations, citationsOf } from "#ui/profile/citations.ts";

/** What every section of a profile is made from. */
export type ProfileView = {
  form: PublicForm;
  citations: Citations;
  /** For words that have a gender in Belarusian and Russian. */
  sex: Sex | "other";
  facilities: ReadonlyMap<string, Facility>;
  articles: ReadonlyMap<string, Article>;
};

/** The view of a form, with the facilities and articles that it names. */
export function viewOf(
  form: PublicForm,
  references: { facilities: ReadonlyMap<string, Facility>; articles: ReadonlyMap<string, Article> },
): ProfileView {
  return { form, citations: citationsOf(form), sex: known(form.sex) ?? "other", ...references };
}
