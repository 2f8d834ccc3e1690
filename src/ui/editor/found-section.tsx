import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  q: string;
  found: { people: readonly unknown[]; more: boolean; nearest: boolean };
  /** The list of the people. */
  children: ReactNode;
};

/** How many people a search found, and the list of them; those who merely come nearest stand under a heading that says so. */
export function FoundSection({ q, found: { people, more, nearest }, children }: Props) {
  const t = useTranslations();
  const count = nearest ? 0 : people.length;
  return (
    <section aria-labelledby="found">
      <h2 id="found">{t("persons.found", { count, q })}</h2>
      {count === 0 && <p>{t("persons.nobody")}</p>}
      {nearest && <h3>{t("search.nearest")}</h3>}
      {children}
      {more && <p>{t("persons.more")}</p>}
    </section>
  );
}
