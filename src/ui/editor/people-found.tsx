import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { usePersonLabel } from "#ui/editor/hideable.tsx";
import { PersonLink } from "#ui/editor/person-link.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

type Found = {
  personId: string;
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** The spelling that was found. */
  matched: string | undefined;
  draftId: string | undefined;
};

/** People whom a search found, each with what they are and the way to an open draft. */
export function PeopleFound({ people }: { people: readonly Found[] }) {
  const t = useTranslations("persons");
  const language = useLocale();
  const label = usePersonLabel();
  return (
    <ul className="entries">
      {people.map(({ personId: id, number, state, names, matched, draftId }) => (
        <li key={id}>
          <PersonLink person={{ id, number, names }} />
          <p className="soft">
            <Dotted>
              {t(`state.${state}`)}
              {matched !== undefined &&
                !Object.values(names).includes(matched) &&
                t("matched", { name: matched })}
              {draftId !== undefined && (
                <a
                  href={localizedPath(`/editor/drafts/${draftId}`, language)}
                  aria-label={t("draftOf", { name: label({ number, names }) })}
                >
                  {t("draft")}
                </a>
              )}
            </Dotted>
          </p>
        </li>
      ))}
    </ul>
  );
}
