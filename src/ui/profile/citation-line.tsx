import { useLocale, useTranslations } from "next-intl";
import { localizedPath, versionAddress } from "#domain/addresses.ts";
import { cardName, type PersonCard } from "#domain/person-card.ts";
import { formatDate } from "#i18n/dates.ts";
import { cardNumber } from "#ui/card-number.ts";

type Props = {
  card: PersonCard;
  version: number;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  /** Origin of the site, without a slash at the end. */
  siteUrl: string;
};

/**
 * How to cite this version: one line that a click selects whole, with the address at which it stays. Below, where a
 * reader learns how to have something corrected or removed.
 */
export function CitationLine({ card, version, publishedAt, siteUrl }: Props) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <section>
      <h2>{t("profile.heading.citation")}</h2>
      <p className="citation">
        {t("profile.citation", {
          name: cardName(card, language)?.text ?? t("card.nameWithheld"),
          number: cardNumber(card.number),
          version,
          site: t("site.name"),
          date: formatDate(publishedAt.slice(0, 10), language),
          address: siteUrl + localizedPath(versionAddress(card.number, version), language),
        })}
      </p>
      <p>
        <a href={`${localizedPath("/about", language)}#correct`}>{t("profile.toCorrect")}</a>
      </p>
    </section>
  );
}
