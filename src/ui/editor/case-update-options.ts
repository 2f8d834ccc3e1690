import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { PartialDate } from "#domain/dates/partial-date.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import { type Facility, facilityTypes } from "#domain/reference.ts";
import { formatDate } from "#i18n/dates.ts";
import { articleLabel } from "#ui/article-label.ts";
import type { Option } from "#ui/forms/option.ts";

const Text = z.string().optional().catch(undefined);
const Sources = z
  .array(
    z.object({
      id: z.string(),
      title: Text,
      address: Text,
      publisher: Text,
      date: PartialDate.optional().catch(undefined),
    }),
  )
  .catch([]);
const Prosecutions = z
  .array(z.object({ id: z.string(), articles: z.array(z.object({ code: z.string() })).catch([]) }))
  .catch([]);

/** What a case update can name: facilities by type, and the sources and prosecutions of a file, as far as they can be read. */
export function useCaseUpdateOptions(
  file: DraftFile,
  all: readonly Facility[],
): { facility: Option[]; prosecution: Option[]; sources: Option[] } {
  const t = useTranslations();
  const language = useLocale();
  return {
    facility: facilityTypes.flatMap((type) =>
      all
        .filter((facility) => facility.type === type)
        .map(({ code, name }) => ({ value: code, label: name[language], group: t(`facilityType.${type}`) })),
    ),
    sources: Sources.parse(file.sources).map(({ id, title, address, publisher, date }) => ({
      value: id,
      label: [title ?? address ?? id, publisher, date && formatDate(date, language, "short")]
        .filter((it) => it !== undefined)
        .join(", "),
    })),
    prosecution: Prosecutions.parse(file.prosecutions).map(({ id, articles }) => ({
      value: id,
      label:
        articles.length === 0
          ? id
          : t("card.articles", {
              count: articles.length,
              articles: articles.map(({ code }) => articleLabel(code, language)).join(", "),
            }),
    })),
  };
}
