import { useLocale, useTranslations } from "next-intl";
import type { PersonCard } from "#domain/person-card.ts";
import type { Article } from "#domain/reference.ts";
import { articleLabel } from "#ui/article-label.ts";
import { PersonCardItem } from "#ui/person-card.tsx";

/** One article: its title, and who of the registry it was used against. */
export function ArticleView({ article, people }: { article: Article; people: readonly PersonCard[] }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <>
      <h1>{t("articles.heading", { code: articleLabel(article.code, language) })}</h1>
      <p className="lead">
        {article.title[language]}
        {article.translated.includes(language) && (
          <>
            {" "}
            <span className="soft">({t("articles.translated")})</span>
          </>
        )}
      </p>
      <p className="soft">
        {t(`law.${article.law}`)} · {t(`articleGroup.${article.group}`)}
      </p>
      <section aria-labelledby="against">
        <h2 id="against">{t("articles.against")}</h2>
        {people.length === 0 ? (
          <p>{t("articles.againstNobody")}</p>
        ) : (
          <ul className="cards">
            {people.map((card) => (
              <PersonCardItem key={card.number} card={card} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
