import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { Death, DeathSetting } from "#domain/case-file/death.ts";
import { known } from "#domain/case-file/fact.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { Day } from "#ui/day.tsx";
import { Pagination, pageQuery } from "#ui/pagination.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";
import { Withheld } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

type Props = {
  page: number;
  pages: number;
  total: number;
  rows: readonly { card: PersonCard; death: Death; withheld: readonly string[] }[];
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
          {rows.map(({ card, death, withheld }) => (
            <PersonCardItem key={card.number} card={card}>
              <Headings death={death} withheld={withheld} />
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

/** What is said of the death, what is withheld, and in one line what is not known. */
function Headings({ death, withheld }: { death: Death; withheld: readonly string[] }) {
  const t = useTranslations();
  const language = useLocale();
  const date = known(death.date);
  const unknown = headings.filter(
    ([heading]) => (death[heading]?.value ?? "not-known") === "not-known" && !withheld.includes(heading),
  );
  const isDateUnknown = date === undefined && !withheld.includes("date");
  const gaps = [...(isDateUnknown ? ["date" as const] : []), ...unknown.map(([, label]) => label)];
  return (
    <>
      {date !== undefined && (
        <p>
          <b>{t("deaths.date")}</b> <Day date={date} />
        </p>
      )}
      {[["date", "date"] as const, ...headings].map(
        ([heading, label]) =>
          withheld.includes(heading) && (
            <p key={heading}>
              <b>{t(`deaths.${label}`)}</b> <Withheld />
            </p>
          ),
      )}
      {headings.map(([heading, label]) => {
        const value = death[heading]?.value ?? "not-known";
        if (value === "not-known") return null;
        return (
          <p key={heading}>
            <b>{t(`deaths.${label}`)}</b> {value === "no" ? t("gap.no") : <Words text={value} />}
          </p>
        );
      })}
      {gaps.length > 0 && (
        <p className="gap">
          {t("deaths.unknown")}{" "}
          {gaps.map((label) => t(`deaths.${label}`).toLocaleLowerCase(language)).join(", ")}
        </p>
      )}
    </>
  );
}
