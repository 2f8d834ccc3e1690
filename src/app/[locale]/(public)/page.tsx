import { getLocale, getTranslations } from "next-intl/server";
import { pageMetadata } from "#app/page-metadata.ts";
import { readHome } from "#data/public/home.ts";
import { listFigures } from "#data/public/reference.ts";
import { localizedPath } from "#domain/addresses.ts";
import { env } from "#env.ts";
import { HeadlineFigures } from "#ui/home/headline-figures.tsx";
import { Remembered } from "#ui/home/remembered.tsx";
import { Standing } from "#ui/home/standing.tsx";
import { Start } from "#ui/home/start.tsx";
import { JsonLd } from "#ui/json-ld.tsx";
import { Page } from "#ui/page.tsx";
import { SearchForm } from "#ui/search-form.tsx";
import { UpdateList } from "#ui/updates.tsx";

export async function generateMetadata() {
  const t = await getTranslations("home");
  return pageMetadata({ address: "/", description: t("lead") });
}

export default async function HomePage() {
  const language = await getLocale();
  const t = await getTranslations();
  const [home, figures] = await Promise.all([readHome(language), listFigures()]);
  const address = env.siteUrl + localizedPath("/", language);
  return (
    <Page address="/" hasSearch>
      <div className="split">
        <div>
          <h1>{t("home.title")}</h1>
          <p className="lead">{t("home.lead")}</p>
        </div>
        <div>
          <SearchForm hint={t("search.hint")} />
          <p className="note">
            {t.rich("home.warning", {
              safety: (text) => <a href={`${localizedPath("/about", language)}#safety`}>{text}</a>,
            })}
          </p>
        </div>
      </div>
      <Remembered dead={home.dead} />
      <div className="split">
        <div>
          <Standing {...home} />
          <section aria-labelledby="latest">
            <h2 id="latest">{t("home.latest")}</h2>
            <UpdateList updates={home.updates} />
            <p>
              <a href={localizedPath("/updates", language)}>{t("home.latestMore")}</a>
            </p>
          </section>
        </div>
        <HeadlineFigures figures={figures.filter((figure) => figure.headline)} />
      </div>
      <Start />
      <JsonLd
        data={{
          "@type": "WebSite",
          "@id": address,
          name: t("site.name"),
          url: address,
          inLanguage: language,
          description: t("site.description"),
          potentialAction: {
            "@type": "SearchAction",
            target: `${env.siteUrl}${localizedPath("/search", language)}?q={q}`,
            "query-input": "required name=q",
          },
          mainEntity: {
            "@type": "Dataset",
            name: t("home.title"),
            description: t("site.description"),
            license: "https://creativecommons.org/licenses/by/4.0/",
            isAccessibleForFree: true,
          },
        }}
      />
    </Page>
  );
}
