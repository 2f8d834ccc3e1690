import { useLocale } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { usePersonLabel } from "#ui/editor/hideable.tsx";

type Props = { person: { id: string; number: number | null; names: NamesByLanguage } };

/** Somebody's number and name, leading to their own page. */
export function PersonLink({ person }: Props) {
  const label = usePersonLabel();
  const language = useLocale();
  return <a href={localizedPath(`/editor/people/${person.id}`, language)}>{label(person)}</a>;
}
