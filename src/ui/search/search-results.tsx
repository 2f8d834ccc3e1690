import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import { type SearchPart, type SearchQuery, searchQueryString } from "#domain/filters.ts";
import type { Language } from "#domain/languages.ts";
import type { Reading } from "#domain/names/find-by-name.ts";
import type { ArticleFound, FacilityFound } from "#domain/words/reference-search.ts";
import { Pagination } from "#ui/pagination.tsx";
import { FoundOfYear, type PersonOfYear } from "#ui/search/found-of-year.tsx";
import { FoundPeople } from "#ui/search/found-people.tsx";
import { FoundArticles, FoundFacilities } from "#ui/search/found-reference.tsx";
import { type FoundText, FoundTexts } from "#ui/search/found-texts.tsx";
import type { FoundPerson } from "#ui/search/match-reason.tsx";
import { NothingFound } from "#ui/search/nothing-found.tsx";

/** What a search found. A page of one list (a part, or a page after the first) has that list alone. */
export type Found = {
  /** What was looked for at last: what was typed, or another reading of it. */
  words: string;
  tried: readonly Reading[];
  people?: {
    people: readonly FoundPerson[];
    total: number;
    pages: number;
    more: boolean;
    nearest: readonly FoundPerson[];
  };
  year?: { year: number; people: readonly PersonOfYear[]; total: number; pages: number };
  facilities?: readonly FacilityFound[];
  articles?: readonly ArticleFound[];
  texts?: { found: readonly FoundText[]; total: number; pages: number; more: boolean };
};

type Props = { query: SearchQuery; found: Found };

/** How much of a list that has pages of its own stands among all results. */
const shownAmongAll = 10;

/** All that a search found, first the people of that name; or one page of one of its lists. */
export function SearchResults({ query, found }: Props) {
  const t = useTranslations("search");
  const { part, page, ...asked } = query;
  const isOneList = part !== undefined || page > 1;
  const sections = useSections(query, found).filter(({ count }) => count > 0 || isOneList);
  // A word that is no name is near to some: whom it is merely near to comes after what it is.
  if (isMerelyNear(found)) sections.sort((a, b) => Number(a.id === "people") - Number(b.id === "people"));
  const nearest = <Nearest people={found.people?.nearest ?? []} />;
  return (
    <>
      {found.words !== query.q && <ReadOtherwise q={query.q} {...found} />}
      {isOneList && (
        <p>
          <SearchLink query={{ ...asked, page: 1 }}>{t("allResults")}</SearchLink>
        </p>
      )}
      {sections.length === 0 && (
        <NothingFound query={query} tried={found.tried}>
          {nearest}
        </NothingFound>
      )}
      {sections.length > 1 && (
        <nav aria-label={t("found")}>
          <ul className="pages">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {sections.map(({ id, title, body }) => (
        <Fragment key={id}>
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {body}
          </section>
          {id === "people" && nearest}
        </Fragment>
      ))}
      {sections.length > 0 && sections.every(({ id }) => id !== "people") && nearest}
    </>
  );
}

function isMerelyNear({ people }: Found): boolean {
  return people?.people.every(({ matched }) => matched?.reasons.includes("near") === true) ?? false;
}

type Section = { id: string; title: string; count: number; body: ReactNode };

function useSections(query: SearchQuery, { words, ...found }: Found): Section[] {
  const t = useTranslations("search");
  const language = useLocale();
  const { people, year, facilities, articles, texts } = found;
  const pagination = (pages: number) => (
    <Pagination page={query.page} pages={pages} href={(page) => searchPath({ ...query, page }, language)} />
  );
  /** A list that has pages of its own, or its beginning with the way there. */
  const listed = (own: SearchPart, total: number, pages: number, all: string) => {
    if (query.part === own) return pagination(pages);
    if (total <= shownAmongAll) return null;
    return (
      <p>
        <SearchLink query={{ ...query, q: words, part: own, page: 1 }}>{all}</SearchLink>
      </p>
    );
  };
  const shown = <Item,>(own: SearchPart, items: readonly Item[]) =>
    query.part === own ? items : items.slice(0, shownAmongAll);

  return [
    people && {
      id: "people",
      title: t("people", { count: people.total }),
      count: people.total,
      body: (
        <>
          {people.more && <p className="note">{t("more")}</p>}
          <FoundPeople people={people.people} />
          {pagination(people.pages)}
        </>
      ),
    },
    year && {
      id: "year",
      title: t("year", { year: String(year.year), count: year.total }),
      count: year.total,
      body: (
        <>
          <FoundOfYear year={year.year} people={shown("year", year.people)} />
          {listed("year", year.total, year.pages, t("allOfYear", { year: String(year.year) }))}
        </>
      ),
    },
    facilities && {
      id: "facilities",
      title: t("facilities", { count: facilities.length }),
      count: facilities.length,
      body: <FoundFacilities facilities={facilities} />,
    },
    articles && {
      id: "articles",
      title: t("articles", { count: articles.length }),
      count: articles.length,
      body: <FoundArticles articles={articles} />,
    },
    texts && {
      id: "texts",
      title: t("texts", { count: texts.total }),
      count: texts.total,
      body: (
        <>
          {texts.more && <p className="note">{t("moreTexts")}</p>}
          <FoundTexts texts={shown("texts", texts.found)} />
          {listed("texts", texts.total, texts.pages, t("allTexts"))}
        </>
      ),
    },
  ].filter((section) => section !== undefined);
}

function Nearest({ people }: { people: readonly FoundPerson[] }) {
  const t = useTranslations("search");
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="nearest">
      <h2 id="nearest">{t("nearest")}</h2>
      <FoundPeople people={people} />
    </section>
  );
}

function ReadOtherwise({ q, words, tried }: Pick<Found, "words" | "tried"> & { q: string }) {
  const t = useTranslations("search.reading");
  const way = tried.some((reading) => reading.text === words && reading.way === "spacing")
    ? "spacing"
    : "layout";
  return <p className="note">{t.rich(way, { text: words, q, bdi: (chunks) => <bdi>{chunks}</bdi> })}</p>;
}

function SearchLink({ query, children }: { query: SearchQuery; children: ReactNode }) {
  return <a href={searchPath(query, useLocale())}>{children}</a>;
}

function searchPath(query: SearchQuery, language: Language): string {
  return `${localizedPath("/search", language)}?${searchQueryString(query)}`;
}
