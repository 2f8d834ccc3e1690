import { useLocale, useTranslations } from "next-intl";
import { articleAddress, localizedPath } from "#domain/addresses.ts";
import { type Article, articleGroups } from "#domain/reference.ts";
import { articleLabel } from "#ui/article-label.ts";

/** The articles, a table for each group. */
export function ArticleTables({ articles }: { articles: readonly (Article & { people: number })[] }) {
  const t = useTranslations();
  const language = useLocale();
  return articleGroups
    .map((group) => ({ group, rows: articles.filter((article) => article.group === group) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => (
      <table key={group} className="articles">
        <caption>{t(`articleGroup.${group}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("articles.code")}</th>
            <th scope="col">{t("articles.name")}</th>
            <th scope="col" className="number">
              {t("articles.people")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((article) => (
            <tr key={article.code}>
              <th scope="row">
                <a className="typed" href={localizedPath(articleAddress(article.code), language)}>
                  {articleLabel(article.code, language)}
                </a>
              </th>
              <td>
                {article.title[language]}
                {article.translated.includes(language) && (
                  <>
                    {" "}
                    <span className="soft">({t("articles.translated")})</span>
                  </>
                )}
              </td>
              <td className="number">{article.people > 0 ? article.people : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    ));
}
