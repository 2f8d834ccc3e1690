import { useTranslations } from "next-intl";
import { Page } from "#ui/page.tsx";

export default function HomePage() {
  const t = useTranslations("site");
  return (
    <Page address="/">
      <h1>{t("name")}</h1>
    </Page>
  );
}
