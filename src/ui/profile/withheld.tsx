import { useTranslations } from "next-intl";
import type { Told } from "#domain/disclosure.ts";
import type { FactRow } from "#ui/profile/facts.tsx";
import { sectionKey } from "#ui/profile/section-label.ts";
import type { ProfileView } from "#ui/profile/view.ts";

/** What the page says is withheld in some sections of the file, but for what stands within a fact. */
export function withheldIn({ form }: ProfileView, sections: readonly string[]): Told[] {
  return form.withheld.filter(
    ({ section, within }) =>
      within === undefined && sections.some((it) => section === it || section.startsWith(`${it}.`)),
  );
}

/** The word that stands where something is withheld. */
export function Withheld() {
  const t = useTranslations("gap");
  return <i className="withheld">{t("withheld")}</i>;
}

/** Rows that say "withheld", each under the label of what is. */
export function useWithheldRows(withheld: readonly Told[]): FactRow[] {
  const t = useTranslations("fact");
  return withheld.map(({ id, section }) => ({
    id,
    label: t(sectionKey(section)),
    isKnown: true,
    content: <Withheld />,
  }));
}

/** Entries of a list that say "withheld". */
export function WithheldItems({ view, section }: { view: ProfileView; section: string }) {
  return withheldIn(view, [section]).map(({ id }) => (
    <li key={id} id={id}>
      <Withheld />
    </li>
  ));
}
