import { useTranslations } from "next-intl";
import type { Death as DeathFacts } from "#domain/case-file/death.ts";
import { DateWords } from "#ui/profile/date-words.tsx";
import { FacilityLink } from "#ui/profile/facility-link.tsx";
import { FactList, factRow } from "#ui/profile/facts.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { useWithheldRows, withheldIn } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

/** The death under the headings of the Minnesota Protocol, in its order. */
export function Death({ view }: { view: ProfileView }) {
  const t = useTranslations("profile.heading");
  const withheld = useWithheldRows(withheldIn(view, ["death"]));
  const rows = [...useDeathRows(view, view.form.death ?? {}), ...withheld];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("death")}</h2>
      <FactList rows={rows} />
    </section>
  );
}

const told = [
  "circumstances",
  "healthBefore",
  "healthKnownToAuthorities",
  "officialCause",
  "reportedCause",
  "autopsy",
  "bodyReturned",
  "bodyState",
  "investigation",
  "informed",
] as const;

function useDeathRows(view: ProfileView, death: DeathFacts) {
  const t = useTranslations();
  const label = useTranslations("fact");
  const words = (key: "identification" | "lastSeenAlive" | "place" | (typeof told)[number]) =>
    factRow(view, label(`death-${key}`), death[key], (it) => <Words text={it} />);
  return [
    ...factRow(view, label("death-setting"), death.setting, (it) => t(`deathSetting.${it}`)),
    ...factRow(view, label("death-date"), death.date, (it) => <DateWords date={it} />),
    ...words("identification"),
    ...words("lastSeenAlive"),
    ...words("place"),
    ...factRow(view, label("death-facility"), death.facility, (it) => <FacilityLink view={view} code={it} />),
    ...told.flatMap(words),
  ];
}
