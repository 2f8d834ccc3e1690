import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { type Found, PersonFound } from "#ui/editor/person-found.tsx";
import { usePersonLabel } from "#ui/editor/person-label.ts";
import { PersonLink } from "#ui/editor/person-link.tsx";

type Props = { people: readonly (Found & { draftId: string | undefined })[] };

/** People whom a search found, each with what they are and the way to an open draft. */
export function PeopleFound({ people }: Props) {
  const t = useTranslations("persons");
  const language = useLocale();
  const label = usePersonLabel();
  return (
    <ul className="entries">
      {people.map((person) => (
        <PersonFound
          key={person.personId}
          person={person}
          link={<PersonLink person={{ ...person, id: person.personId }} />}
        >
          {person.draftId !== undefined && (
            <a
              href={localizedPath(`/editor/drafts/${person.draftId}`, language)}
              aria-label={t("draftOf", { name: label(person) })}
            >
              {t("draft")}
            </a>
          )}
        </PersonFound>
      ))}
    </ul>
  );
}
