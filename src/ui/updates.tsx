import { useLocale, useTranslations } from "next-intl";
import { localizedPath, profileAddress, versionAddress } from "#domain/addresses.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { cardNumber } from "#ui/card-number.ts";
import { Day } from "#ui/day.tsx";
import { PersonName } from "#ui/person-name.tsx";
import { Words } from "#ui/words.tsx";

const kinds = ["added", "changed", "removed", "withheld"] as const;

type Update = {
  number: number;
  version: number;
  card: PersonCard;
  publicNote: LocalizedText | null;
  /** ISO 8601 in UTC. */
  publishedAt: string;
  changes: readonly { kind: (typeof kinds)[number] }[];
};

/** Published versions, in the order given: whose, when, and how much changed. */
export function UpdateList({ updates }: { updates: readonly Update[] }) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <ol className="updates">
      {updates.map(({ number, version, card, publicNote, publishedAt, changes }) => (
        <li key={`${number}/${version}`}>
          <span className="typed">{t("card.number", { number: cardNumber(number) })}</span>
          <div>
            <a href={localizedPath(profileAddress(number), language)}>
              <PersonName card={card} />
            </a>
            <p className="soft">
              <Day date={publishedAt.slice(0, "YYYY-MM-DD".length)} />
              {", "}
              <a href={localizedPath(versionAddress(number, version), language)}>
                {version === 1 ? t("updates.first") : t("updates.version", { version })}
              </a>
              {version > 1 && <Changes changes={changes} />}
            </p>
            {publicNote !== null && (
              <p>
                <Words text={publicNote} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Changes({ changes }: Pick<Update, "changes">) {
  const t = useTranslations("updates");
  const counts = kinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0);
  const words = counts.map(({ kind, count }) => t(kind, { count }));
  return `: ${words.length === 0 ? t("unchanged") : words.join(", ")}`;
}
