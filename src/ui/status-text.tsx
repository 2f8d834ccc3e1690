import { useTranslations } from "next-intl";
import type { Sex } from "#domain/case-file/person.ts";
import type { Status } from "#domain/status.ts";

/** Where a person stands, in words, with the kind of custody or release; without the day, which stands beside it. */
export function StatusText({ status, sex = "other" }: { status: Status; sex?: Sex | "other" | undefined }) {
  const t = useTranslations();
  const { state, custody, release } = status;
  const words = t(`status.${state}`, { sex });
  if (release !== null) return `${words} (${t(`release.${release}`)})`;
  return custody === null || custody === "not-known" ? words : `${words}, ${t(`custody.${custody}`)}`;
}
