import { useLocale, useTranslations } from "next-intl";
import type { DraftFile } from "#domain/draft-file.ts";
import type { Article, Facility } from "#domain/reference.ts";
import { articleLabel } from "#ui/article-label.ts";
import { useCaseUpdateOptions } from "#ui/editor/case-update-options.ts";
import { countryCodes } from "#ui/whole-file/countries.ts";
import type { FormReferences } from "#ui/whole-file/references.ts";

// Those of the registry first, then the neighbours', then others in which the press writes of Belarus.
const documentLanguages =
  `be be-tarask ru en uk pl lt lv et de fr cs sk sv fi nb da nl es it pt hu ro bg ka hy tr he ar zh ja`.split(
    " ",
  );

/** What the form of a file can name: its own sources and prosecutions, facilities, articles and countries by name. */
export function useFormReferences(
  file: DraftFile,
  { facilities, articles }: { facilities: readonly Facility[]; articles: readonly Article[] },
): FormReferences {
  const t = useTranslations();
  const language = useLocale();
  const { facility, sources, prosecution } = useCaseUpdateOptions(file, facilities);
  const languageNames = new Intl.DisplayNames(language, { type: "language" });
  const countryNames = new Intl.DisplayNames(language, { type: "region" });
  return {
    sources,
    prosecutions: prosecution,
    facilities: facility,
    articles: articles.map(({ code, law, title }) => ({
      value: code,
      label: `${articleLabel(code, language)} ${title[language]}`,
      group: t(`law.${law}`),
    })),
    countries: countryCodes
      .map((code) => ({ value: code, label: countryNames.of(code) ?? code }))
      .sort((a, b) => a.label.localeCompare(b.label, language)),
    languages: documentLanguages.map((tag) => ({ value: tag, label: languageNames.of(tag) ?? tag })),
  };
}
