import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { SameWordsShown } from "#domain/hiding.ts";
import { useSectionName } from "#ui/editor/hideable.tsx";

/** Where else the words of a fact can be read, with the way to hide each of these too. */
export function SameWordsList({ personId, places }: { personId: string; places: readonly SameWordsShown[] }) {
  const t = useTranslations("withholding");
  return (
    <section id="same-words">
      <h2>{t("sameWords")}</h2>
      {places.length === 0 ? (
        <p>{t("sameWordsNone")}</p>
      ) : (
        <>
          <p className="soft">{t("sameWordsLead")}</p>
          <ul className="same-words">
            {places.map((place) => (
              <Place key={place.id} personId={personId} place={place} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Place({ personId, place }: { personId: string; place: SameWordsShown }) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const sectionName = useSectionName();
  const { id, section, inEach, sameFacility, namedBy } = place;
  const shown = inEach.find(({ around }) => around.lang === language) ?? inEach[0];
  const path = localizedPath(`/editor/people/${personId}/withhold`, language);
  return (
    <li>
      <b>{sectionName(section)}</b>{" "}
      {shown !== undefined && <q lang={shown.around.lang}>{shown.around.text}</q>}{" "}
      <span className="soft">
        {shown !== undefined && t("sharedWords", { words: shown.words.join(", ") })}
        {shown === undefined && sameFacility && t("sameFacility")}
      </span>{" "}
      {section === "sources" ? (
        <SourceStays path={path} namedBy={namedBy} />
      ) : (
        <a href={`${path}?fact=${id}`}>{t("hide", { id })}</a>
      )}
    </li>
  );
}

// A source has no id to hide it by: it goes with the last fact that rests on it.
function SourceStays({ path, namedBy }: { path: string; namedBy: readonly string[] }) {
  const t = useTranslations("withholding");
  return (
    <span>
      {t.rich("sourceStays", {
        facts: () =>
          namedBy.map((id, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <a href={`${path}?fact=${id}`}>{id}</a>
            </span>
          )),
      })}
    </span>
  );
}
