import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { PeopleFound } from "#ui/editor/people-found.tsx";

/** Others who have the same name as somebody new. */
export function Namesakes({ people }: ComponentProps<typeof PeopleFound>) {
  const t = useTranslations("drafts");
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="namesakes">
      <h2 id="namesakes">{t("namesakes", { count: people.length })}</h2>
      <PeopleFound people={people} />
    </section>
  );
}
