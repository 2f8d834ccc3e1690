import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { env } from "#env.ts";
import { JsonLd } from "#ui/json-ld.tsx";
import type { Crumb } from "#ui/page.tsx";

/** The way to a page as linked data: the crumbs without home, the page itself last. */
export function BreadcrumbData({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("site");
  const language = useLocale();
  const way: readonly Crumb[] = [{ address: "/", label: t("home") }, ...crumbs];
  return (
    <JsonLd
      data={{
        "@type": "BreadcrumbList",
        itemListElement: way.map(({ address, label }, index) => ({
          "@type": "ListItem",
          position: index + 1,
          name: label,
          item: env.siteUrl + localizedPath(address, language),
        })),
      }}
    />
  );
}
