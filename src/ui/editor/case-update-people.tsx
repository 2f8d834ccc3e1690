import { useLocale } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import { type Found, PersonFound } from "#ui/editor/person-found.tsx";
import { usePersonLabel } from "#ui/editor/person-label.ts";

/** People whom a search found, each as the way to an update of their case. */
export function PeopleToUpdate({ people }: { people: readonly Found[] }) {
  const language = useLocale();
  const label = usePersonLabel();
  return (
    <ul className="entries">
      {people.map((person) => (
        <PersonFound
          key={person.personId}
          person={person}
          link={
            <a href={localizedPath(`/editor/update?person=${person.personId}`, language)}>{label(person)}</a>
          }
        />
      ))}
    </ul>
  );
}
