import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Address, localizedPath } from "#domain/addresses.ts";
import type { PeopleFilters } from "#domain/filters.ts";
import { LanguageSwitch } from "#ui/language-switch.tsx";
import { SearchBox } from "#ui/search-box.tsx";

/** A page above the one that is shown. */
export type Crumb = { address: Address; label: string };

const sections = [
  "people",
  "search",
  "deaths",
  "health",
  "facilities",
  "articles",
  "updates",
  "methodology",
  "about",
] as const;

type PageProps = {
  /** The page's own address: the language switch and the marked section follow from it. */
  address: Address;
  /** Query of a live page, with its "?", so that switching the language keeps it. */
  query?: string;
  /** The pages above this one, outermost first, without home. */
  crumbs?: readonly Crumb[];
  /** The filters of the list that is shown: a search from here keeps to them. */
  filters?: PeopleFilters;
  /** For a page with a larger search of its own. */
  hasSearch?: boolean;
  children: ReactNode;
};

/** Everything around a page's content: header, sections, language switch, footer. The content brings its own h1. */
export function Page({
  address,
  query = "",
  crumbs = [],
  filters = {},
  hasSearch = false,
  children,
}: PageProps) {
  return (
    <>
      <Header address={address} query={query} search={!hasSearch && <SearchBox filters={filters} />} />
      <main id="main">
        {address !== "/" && <Path crumbs={crumbs} />}
        {children}
      </main>
      <Footer />
    </>
  );
}

function Header({ address, query, search }: { address: Address; query: string; search: ReactNode }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <header className="site-header">
      <a className="skip" href="#main">
        {t("site.skip")}
      </a>
      <a className="wordmark" href={localizedPath("/", language)}>
        {t("site.name")}
      </a>
      {search}
      <LanguageSwitch address={address} query={query} />
      <nav aria-label={t("site.sections")} className="sections">
        <ul>
          {sections.map((section) => (
            <li key={section}>
              <a
                href={localizedPath(`/${section}`, language)}
                aria-current={currentIn(`/${section}`, address)}
              >
                {t(`nav.${section}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function currentIn(section: Address, address: Address): "page" | "true" | undefined {
  if (address === section) return "page";
  return address.startsWith(`${section}/`) ? "true" : undefined;
}

function Path({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("site");
  const language = useLocale();
  return (
    <nav aria-label={t("path")} className="path">
      <ol>
        {[{ address: "/" as const, label: t("home") }, ...crumbs].map((crumb) => (
          <li key={crumb.address}>
            <a href={localizedPath(crumb.address, language)}>{crumb.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer() {
  const t = useTranslations();
  const language = useLocale();
  const about = localizedPath("/about", language);
  return (
    <footer className="site-footer">
      <p>{t("site.description")}</p>
      <p>
        {t("site.untilDay")} {t("site.noTrace")}
      </p>
      <ul>
        <li>
          <a href={localizedPath("/methodology", language)}>{t("nav.methodology")}</a>
        </li>
        <li>
          <a href={about}>{t("nav.about")}</a>
        </li>
        <li>
          <a href={`${about}#privacy`}>{t("site.privacy")}</a>
        </li>
      </ul>
      <p>{t.rich("site.licence", { records: (text) => <a href={`${about}#licences`}>{text}</a> })}</p>
    </footer>
  );
}
