import type { Prisma } from "#db/generated/client.ts";
import type { Language } from "#domain/languages.ts";

/** The order of a list of persons: by the alphabet of the language (the columns' collations), then by number. */
export function orderIn(language: Language): Prisma.PublicPersonOrderByWithRelationInput[] {
  const byName = { be: { sortBe: "asc" }, ru: { sortRu: "asc" }, en: { sortEn: "asc" } } as const;
  return [byName[language], { number: "asc" }];
}
