import { useLocale, useTranslations } from "next-intl";
import { localizedPath, versionAddress } from "#domain/addresses.ts";
import type { Change } from "#domain/changes.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { Day } from "#ui/day.tsx";
import { ChangeList } from "#ui/profile/change-list.tsx";
import { Words } from "#ui/words.tsx";

type Version = {
  number: number;
  version: number;
  current: number;
  formHash: string;
  publicNote: LocalizedText | null;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  changes: readonly Change[];
};

/** A person's versions in the order given: when each was published, and what it changed. */
export function VersionList({ versions }: { versions: readonly Version[] }) {
  return versions.map((version) => <VersionEntry key={version.version} entry={version} />);
}

function VersionEntry({ entry }: { entry: Version }) {
  const t = useTranslations();
  const language = useLocale();
  const { number, version, current, formHash, publicNote, publishedAt, changes } = entry;
  return (
    <section id={`v${version}`}>
      <h2>
        <a href={localizedPath(versionAddress(number, version), language)}>
          {t("versions.version", { version })}
        </a>
        {" · "}
        <Day date={publishedAt.slice(0, "YYYY-MM-DD".length)} />
        {version === current && ` · ${t("versions.current")}`}
      </h2>
      {publicNote !== null && (
        <p>
          <Words text={publicNote} />
        </p>
      )}
      {version > 1 && changes.length > 0 && (
        <ChangeList number={number} version={version} changes={changes} />
      )}
      {version > 1 && changes.length === 0 && <p>{t("updates.unchanged")}</p>}
      {version === 1 && <p>{t("versions.first")}</p>}
      <p className="soft">
        {`${t("versions.hash")} `}
        <code>{formHash}</code>
      </p>
    </section>
  );
}
