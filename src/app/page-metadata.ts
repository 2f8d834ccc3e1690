import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type Address, localizedPath } from "#domain/addresses.ts";
import { type Language, languages } from "#domain/languages.ts";
import { env } from "#env.ts";

type Subject = {
  address: Address;
  /** Without the site's name; left out on the home page. */
  title?: string;
  description: string;
  /** False for pages that search engines are to leave out: search results, filtered lists. */
  indexed?: boolean;
};

/** Title, description, canonical address and the same page in the other languages. */
export async function pageMetadata({
  address,
  title,
  description,
  indexed = true,
}: Subject): Promise<Metadata> {
  const language = await getLocale();
  const t = await getTranslations("site");
  const absolute = (it: Language) => env.siteUrl + localizedPath(address, it);
  const fullTitle = title === undefined ? t("title") : t("titleTemplate", { title });
  return {
    title: fullTitle,
    description,
    robots: indexed ? undefined : { index: false, follow: true },
    alternates: {
      canonical: absolute(language),
      languages: {
        ...Object.fromEntries(languages.map((it) => [it, absolute(it)])),
        "x-default": address === "/" ? `${env.siteUrl}/` : absolute("en"),
      },
    },
    openGraph: {
      title: fullTitle,
      description,
      url: absolute(language),
      siteName: t("name"),
      type: "website",
    },
    // It would only say the same again.
    twitter: null,
    icons: { icon: "/favicon.svg" },
    referrer: "no-referrer",
  };
}
