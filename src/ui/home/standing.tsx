import { useLocale, useTranslations } from "next-intl";
import type { Edtf } from "#domain/dates/partial-date.ts";
import type { State } from "#domain/status.ts";
import { formatDate } from "#i18n/dates.ts";

type Props = {
  total: number;
  states: readonly { state: State; people: number }[];
  knownUntil: Edtf | null;
};

/** How many people stand where, and the day on which that knowledge ends. */
export function Standing({ total, states, knownUntil }: Props) {
  const t = useTranslations();
  const language = useLocale();
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{t("home.standing")}</h2>
      <dl className="tally">
        {states
          .filter(({ people }) => people > 0)
          .map(({ state, people }) => (
            <div key={state}>
              <dt>{t(`status.${state}`, { sex: "other" })}</dt>
              <dd>{people}</dd>
            </div>
          ))}
      </dl>
      <p className="soft">
        {knownUntil === null
          ? t("home.empty")
          : t("home.standingNote", { count: total, date: formatDate(knownUntil, language) })}
      </p>
    </section>
  );
}
