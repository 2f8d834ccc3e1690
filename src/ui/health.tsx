import { useTranslations } from "next-intl";
import type { HealthCondition, RiskGroup } from "#domain/case-file/health.ts";
import type { Edtf } from "#domain/dates/partial-date.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import type { PersonCard } from "#domain/person-card.ts";
import { Day } from "#ui/day.tsx";
import { PersonCardItem } from "#ui/person-card.tsx";
import { Words } from "#ui/words.tsx";

type Condition = Pick<HealthCondition, "group" | "onset" | "care"> & {
  factId: string;
  details: { condition: LocalizedText; asOf: Edtf };
};

type Props = {
  people: readonly { card: PersonCard; conditions: readonly Condition[]; risks: readonly RiskGroup[] }[];
  groups: readonly { group: RiskGroup; people: number }[];
  care: readonly { care: HealthCondition["care"]; conditions: number }[];
};

/** Of whose health something is known: the counts, and each condition as its source names it. */
export function HealthList({ people, groups, care }: Props) {
  const t = useTranslations();
  if (people.length === 0) return <p>{t("health.empty")}</p>;
  return (
    <>
      <div className="split">
        <section aria-labelledby="groups">
          <h2 id="groups">{t("health.groups")}</h2>
          <dl className="tally">
            {groups.map((it) => (
              <div key={it.group}>
                <dt>{t(`riskGroup.${it.group}`)}</dt>
                <dd>{it.people}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="care">
          <h2 id="care">{t("health.care")}</h2>
          <dl className="tally">
            {care.map((it) => (
              <div key={it.care}>
                <dt>{t(`care.${it.care}`)}</dt>
                <dd>{it.conditions}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <section aria-labelledby="people">
        <h2 id="people">{t("counts.people", { count: people.length })}</h2>
        <ul className="cards wide">
          {people.map(({ card, conditions, risks }) => (
            <PersonCardItem key={card.number} card={card}>
              {conditions.map((condition) => (
                <ConditionLine key={condition.factId} condition={condition} />
              ))}
              {conditions.length === 0 && (
                <p>
                  {risks.map((risk) => t(`riskGroup.${risk}`)).join(", ")}{" "}
                  <span className="soft">{t("health.noCondition")}</span>
                </p>
              )}
            </PersonCardItem>
          ))}
        </ul>
      </section>
    </>
  );
}

function ConditionLine({ condition: { onset, care, details } }: { condition: Condition }) {
  const t = useTranslations();
  return (
    <p>
      <b>
        <Words text={details.condition} />
      </b>
      {"\u00a0· "}
      {t(`onset.${onset}`)}
      {"\u00a0· "}
      {t(`care.${care}`)}
      <br />
      <span className="soft">
        {t("facilities.stayAsOf")} <Day date={details.asOf} />
      </span>
    </p>
  );
}
