"use client";

import { useTranslations } from "next-intl";

/** Instead of a page that broke in the browser. Nothing of it is lost: what was saved is on the server. */
export default function BrokenPage() {
  const t = useTranslations("forms.broken");
  return (
    <main id="main">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
    </main>
  );
}
