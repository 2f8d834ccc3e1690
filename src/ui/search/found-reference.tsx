import { useLocale, useTranslations } from "next-intl";
import { articleAddress, facilityAddress, localizedPath } from "#domain/addresses.ts";
import type { TrilingualText } from "#domain/reference.ts";
import type { ArticleFound, FacilityFound, MatchedText } from "#domain/words/reference-search.ts";
import { articleLabel } from "#ui/article-label.ts";
import { Marked } from "#ui/marked.tsx";

/** Places of detention that a search found. */
export function FoundFacilities({ facilities }: { facilities: readonly FacilityFound[] }) {
  const language = useLocale();
  return (
    <ul className="found">
      {facilities.map(({ facility, matched }) => (
        <li key={facility.code}>
          <a href={localizedPath(facilityAddress(facility.code), language)}>
            <Title text={facility.name} matched={matched} />
          </a>
          <Elsewhere matched={matched} />
        </li>
      ))}
    </ul>
  );
}

/** Articles that a search found. */
export function FoundArticles({ articles }: { articles: readonly ArticleFound[] }) {
  const language = useLocale();
  return (
    <ul className="found">
      {articles.map(({ article, matched }) => (
        <li key={article.code}>
          <a href={localizedPath(articleAddress(article.code), language)}>
            <span className="typed">{articleLabel(article.code, language)}</span>{" "}
            <Title text={article.title} matched={matched} />
          </a>
          <Elsewhere matched={matched} />
        </li>
      ))}
    </ul>
  );
}

function Title({ text, matched }: { text: TrilingualText; matched: MatchedText }) {
  const language = useLocale();
  return matched.language === language ? <Marked parts={matched.parts} /> : text[language];
}

/** The words in another language, where it is those that were found. */
function Elsewhere({ matched }: { matched: MatchedText }) {
  const t = useTranslations("search");
  const language = useLocale();
  if (matched.language === language) return null;
  return (
    <p className="soft">
      {t("matched")}{" "}
      <span lang={matched.language}>
        <Marked parts={matched.parts} />
      </span>
    </p>
  );
}
