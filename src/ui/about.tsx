import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProseSections, proseTags } from "#ui/prose-sections.tsx";

const sections = ["who", "correct", "removal", "privacy", "safety", "licences"] as const;

const tags = {
  ...proseTags,
  cc: (text: ReactNode) => <a href="https://creativecommons.org/licenses/by/4.0/">{text}</a>,
};

/** Who runs this copy and how to reach them, how to correct or remove something, privacy, licences. */
export function About({ contact }: { contact: string | undefined }) {
  const t = useTranslations("about");
  return (
    <ProseSections
      contents={t("contents")}
      sections={sections.map((id) => ({
        id,
        title: t(`section.${id}.title`),
        body: (
          <>
            {t.rich(`section.${id}.text`, tags)}
            {id === "who" && (
              <p className="note">{contact === undefined ? t("noContact") : `${t("contact")} ${contact}`}</p>
            )}
          </>
        ),
      }))}
    />
  );
}
