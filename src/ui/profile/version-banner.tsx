import { useLocale, useTranslations } from "next-intl";
import { localizedPath, profileAddress, versionsAddress } from "#domain/addresses.ts";
import { formatDate } from "#i18n/dates.ts";

type Props = {
  number: number;
  version: number;
  current: number;
  /** ISO 8601 in UTC. */
  publishedAt: string;
};

/** Which version a page shows, whether it is the current one, and the ways to that and to what changed. */
export function VersionBanner({ number, version, current, publishedAt }: Props) {
  const t = useTranslations("versions");
  const language = useLocale();
  const date = formatDate(publishedAt.slice(0, "YYYY-MM-DD".length), language);
  const changes = localizedPath(versionsAddress(number), language);
  if (version === current) {
    return (
      <p className="note">
        {`${t("isCurrent", { version, date })} `}
        <a href={`${changes}#v${version}`}>{t("toChanges")}</a>
      </p>
    );
  }
  return (
    <p className="note">
      <b>{t("isSuperseded", { version, date })}</b>{" "}
      <a href={localizedPath(profileAddress(number), language)}>{t("toCurrent", { version: current })}</a>
      {" · "}
      <a href={`${changes}#v${version + 1}`}>{t("toChangesSince")}</a>
    </p>
  );
}
