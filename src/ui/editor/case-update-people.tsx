import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { usePersonLabel } from "#ui/editor/hideable.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

type Found = {
  personId: string;
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  names: NamesByLanguage;
  /** The spelling that was found. */
  matched: string | undefined;
};

/** People whom a search found, each as the way to an update of their case. */
export function PeopleToUpdate({ people }: { people: readonly Found[] }) {
  const t = useTranslations("persons");
  const language = useLocale();
  const label = usePersonLabel();
  return (
    <ul className="entries">
      {people.map(({ personId, number, state, names, matched }) => (
        <li key={personId}>
          <a href={localizedPath(`/editor/update?person=${personId}`, language)}>
            {label({ number, names })}
          </a>
          <p className="soft">
            <Dotted>
              {t(`state.${state}`)}
              {matched !== undefined &&
                !Object.values(names).includes(matched) &&
                t("matched", { name: matched })}
            </Dotted>
          </p>
        </li>
      ))}
    </ul>
  );
}
