import { useTranslations } from "next-intl";
import type { Sex } from "#domain/case-file/person.ts";
import type { Status } from "#domain/status.ts";

/** Where a person stands, in words, with the kind of custody or release; without the day, which stands beside it. */
export function StatusText({ status, sex = "other" }: { status: Status; sex?: Sex | "other" | undefined }) {
  const t = useTranslations();
  const words = [t(`status.${status.state}`, { sex })];
  if (status.custody !== null && status.custody !== "not-known") words.push(t(`custody.${status.custody}`));
  if (status.release !== null) words.push(t(`release.${status.release}`));
  return words.join(", ");
}
