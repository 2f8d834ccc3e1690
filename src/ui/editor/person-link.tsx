import { useLocale } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { usePersonLabel } from "#ui/editor/person-label.ts";

type Props = {
  person: { id: string; number: number | null; names: NamesByLanguage };
  /** It opens another tab: whoever follows it has something unfinished in this one. */
  isElsewhere?: boolean;
};

/** Somebody's number and name, leading to their own page. */
export function PersonLink({ person, isElsewhere = false }: Props) {
  const label = usePersonLabel();
  const language = useLocale();
  return (
    <a
      href={localizedPath(`/editor/people/${person.id}`, language)}
      {...(isElsewhere && { target: "_blank", rel: "noreferrer" })}
    >
      {label(person)}
    </a>
  );
}
