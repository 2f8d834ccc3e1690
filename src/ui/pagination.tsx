import { useTranslations } from "next-intl";

type Props = {
  page: number;
  pages: number;
  /** The address of a page of the list, with its query. */
  href: (page: number) => string;
};

/** Links to the pages before and after; nothing for a list of one page. */
export function Pagination({ page, pages, href }: Props) {
  const t = useTranslations("pages");
  if (page > pages) return <p>{t.rich("beyond", { first: (text) => <a href={href(1)}>{text}</a> })}</p>;
  if (pages === 1) return null;
  return (
    <nav aria-label={t("label")} className="pages">
      {page > 1 && (
        <a href={href(page - 1)} rel="prev">
          {t("previous")}
        </a>
      )}
      <span>{t("position", { page, pages })}</span>
      {page < pages && (
        <a href={href(page + 1)} rel="next">
          {t("next")}
        </a>
      )}
    </nav>
  );
}

/** The query of a page of a list that has no filters, with its "?". */
export function pageQuery(page: number): string {
  return page === 1 ? "" : `?page=${page}`;
}
