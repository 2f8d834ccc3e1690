import { useLocale, useTranslations } from "next-intl";
import { custodyKinds } from "#domain/case-file/events.ts";
import { riskGroups } from "#domain/case-file/health.ts";
import { categories, sexes } from "#domain/case-file/person.ts";
import type { PeopleFilter } from "#domain/filters.ts";
import { recognitionFacets } from "#domain/projection.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { exits } from "#domain/status.ts";
import { articleLabel } from "#ui/article-label.ts";

const otherCustody = ["sentenced", "awaiting-trial", "never-known-in-custody"] as const;

/** Gives the words for a value of a filter; a code that nothing has a name for stays itself. */
export function useFilterLabel(facilities: readonly Facility[], articles: readonly Article[]) {
  const t = useTranslations();
  const language = useLocale();
  const facilityByCode = new Map(facilities.map((facility) => [facility.code, facility]));
  const articleByCode = new Map(articles.map((article) => [article.code, article]));

  return (filter: PeopleFilter, value: string): string => {
    switch (filter) {
      case "custody": {
        const kind = one(custodyKinds, value);
        if (kind !== undefined) return t(`custody.${kind}`);
        const other = one(otherCustody, value);
        return other === undefined ? value : t(`custodyFacet.${other}`);
      }
      case "exit": {
        const exit = one(exits, value);
        return exit === undefined ? value : t(`exit.${exit}`);
      }
      case "category": {
        const category = one(categories, value);
        return category === undefined ? value : t(`categoryGroup.${category}`);
      }
      case "sex": {
        const sex = one(sexes, value);
        return sex === undefined ? value : t(`sex.${sex}`);
      }
      case "risk": {
        const group = one(riskGroups, value);
        return group === undefined ? value : t(`riskGroup.${group}`);
      }
      case "recognition": {
        const facet = one(recognitionFacets, value);
        return facet === undefined ? value : t(`recognition.${facet}`);
      }
      case "place":
        return facilityByCode.get(value)?.name[language] ?? value;
      case "article": {
        const title = articleByCode.get(value)?.title[language];
        const label = articleLabel(value, language);
        return title === undefined ? label : `${label}. ${title}`;
      }
    }
  };
}

function one<T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}
