import type { Option } from "#ui/forms/option.ts";

/** What a file's fields name that isn't in them: to be chosen from, and to be called by a name. */
export type FormReferences = {
  /** Of the file itself. */
  sources: readonly Option[];
  prosecutions: readonly Option[];
  facilities: readonly Option[];
  articles: readonly Option[];
  countries: readonly Option[];
  languages: readonly Option[];
};

export const noReferences: FormReferences = {
  sources: [],
  prosecutions: [],
  facilities: [],
  articles: [],
  countries: [],
  languages: [],
};

/** Which of them a field chooses from; undefined for one that chooses from none. */
export function referencesOf(kind: string, references: FormReferences): readonly Option[] | undefined {
  switch (kind) {
    case "source":
      return references.sources;
    case "prosecution":
      return references.prosecutions;
    case "facility":
      return references.facilities;
    case "article":
      return references.articles;
    case "country":
      return references.countries;
    case "language":
      return references.languages;
    default:
      return undefined;
  }
}
