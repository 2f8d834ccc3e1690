import { useLocale } from "next-intl";
import { facilityAddress, localizedPath } from "#domain/addresses.ts";
import type { ProfileView } from "#ui/profile/view.ts";

/** A facility by its name, as a link to its page. */
export function FacilityLink({ view, code }: { view: ProfileView; code: string }) {
  const language = useLocale();
  return (
    <a href={localizedPath(facilityAddress(code), language)}>
      {view.facilities.get(code)?.name[language] ?? code}
    </a>
  );
}
