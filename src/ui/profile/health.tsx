import { useTranslations } from "next-intl";
import type { HealthCondition } from "#domain/case-file/health.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Evidence } from "#ui/profile/evidence.tsx";
import { NoteBelow } from "#ui/profile/note-below.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { WithheldItems, withheldIn } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

/** Health as the sources give it, and the risk groups that they count the person to. */
export function Health({ view }: { view: ProfileView }) {
  const t = useTranslations();
  const { conditions, riskGroups } = view.form.health;
  if (conditions.length + riskGroups.length + withheldIn(view, ["health"]).length === 0) return null;
  return (
    <section>
      <h2>{t("profile.heading.health")}</h2>
      <ul>
        {conditions.map((condition) => (
          <li key={condition.id} id={condition.id}>
            <Condition condition={condition} />
            <Evidence view={view} basis={condition.basis} id={condition.id} />
          </li>
        ))}
        {riskGroups.map(({ id, basis, group }) => (
          <li key={id} id={id}>
            {`${t("fact.health-riskGroups")}: ${t(`riskGroup.${group}`)}`}
            <Evidence view={view} basis={basis} id={id} />
          </li>
        ))}
        <WithheldItems view={view} section="health" />
      </ul>
    </section>
  );
}

function Condition({
  condition: { condition, group, onset, care, period, note },
}: {
  condition: HealthCondition;
}) {
  const t = useTranslations();
  return (
    <>
      <Dotted>
        <b>
          <Words text={condition} />
        </b>
        {`${t(`riskGroup.${group}`)} · ${t(`onset.${onset}`)} · ${t(`care.${care}`)}`}
        {period !== undefined && <DateWords date={period} />}
      </Dotted>
      <NoteBelow note={note} />
    </>
  );
}
