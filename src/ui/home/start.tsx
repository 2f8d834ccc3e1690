import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";

const drawers = [
  ["people", "startPeople"],
  ["health", "startHealth"],
  ["facilities", "startFacilities"],
  ["methodology", "startMethodology"],
  ["about", "startAbout"],
] as const;

/** The ways into the index, as the fronts of its drawers. */
export function Start() {
  const t = useTranslations();
  const language = useLocale();
  return (
    <nav aria-labelledby="start">
      <h2 id="start">{t("home.start")}</h2>
      <ul className="drawers">
        {drawers.map(([section, words]) => (
          <li key={section}>
            <a href={localizedPath(`/${section}`, language)}>
              <b>{t(`nav.${section}`)}</b>
              <span>{t(`home.${words}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
