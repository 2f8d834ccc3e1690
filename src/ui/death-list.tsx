import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { Death, DeathSetting } from "#domain/case-file/death.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { Day } from "#ui/day.tsx";
import { Pagination, pageQuery } from "#ui/pagination.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";
import { Words } from "#ui/profile/words.tsx";

type Props = {
  page: number;
  pages: number;
  total: number;
  rows: readonly { card: PersonCard; death: Death }[];
  settings: readonly { setting: DeathSetting | "not-known"; people: number }[];
};

const headings = [
  ["officialCause", "official"],
  ["reportedCause", "reported"],
  ["investigation", "investigation"],
] as const;

/** The dead, with what is said of the cause by each side. */
export function DeathList({ page, pages, total, rows, settings }: Props) {
  const t = useTranslations();
  const language = useLocale();
  if (total === 0) return <p>{t("deaths.empty")}</p>;
  return (
    <>
      <section aria-labelledby="settings">
        <h2 id="settings">{t("deaths.settings")}</h2>
        <dl className="tally">
          {settings.map(({ setting, people }) => (
            <div key={setting}>
              <dt>{t(`deathSetting.${setting}`)}</dt>
              <dd>{people}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-labelledby="dead">
        <h2 id="dead">{t("counts.people", { count: total })}</h2>
        <ul className="cards wide">
          {rows.map(({ card, death }) => (
            <PersonCardItem key={card.number} card={card}>
              <p>
                <b>{t("deaths.date")}</b>{" "}
                {card.death?.date === undefined ? (
                  <i className="gap">{t("gap.not-known")}</i>
                ) : (
                  <Day date={card.death.date} />
                )}
              </p>
              {headings.map(([heading, label]) => (
                <p key={heading}>
                  <b>{t(`deaths.${label}`)}</b> <Said value={death[heading]?.value} />
                </p>
              ))}
            </PersonCardItem>
          ))}
        </ul>
        <Pagination
          page={page}
          pages={pages}
          href={(it) => localizedPath("/deaths", language) + pageQuery(it)}
        />
      </section>
    </>
  );
}

function Said({ value = "not-known" }: { value: LocalizedText | "no" | "not-known" | undefined }) {
  const t = useTranslations("gap");
  return value === "no" || value === "not-known" ? <i className="gap">{t(value)}</i> : <Words text={value} />;
}
