import { useTranslations } from "next-intl";
import { FacilityLink } from "#ui/profile/facility-link.tsx";
import { FactList, factRow } from "#ui/profile/facts.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { useWithheldRows, withheldIn } from "#ui/profile/withheld.tsx";
import { Words } from "#ui/words.tsx";

/** Whether and where one may write to the person. */
export function Contact({ view }: { view: ProfileView }) {
  const t = useTranslations("profile");
  const label = useTranslations("fact");
  const withheld = useWithheldRows(withheldIn(view, ["contact"]));
  const { mayWrite, facility, advice } = view.form.contact;
  const rows = [
    ...factRow(view, label("contact-mayWrite"), mayWrite, (it) => t(`mayWrite.${it}`)),
    ...factRow(view, label("contact-facility"), facility, (it) => <FacilityLink view={view} code={it} />),
    ...factRow(view, label("contact-advice"), advice, (it) => <Words text={it} />),
    ...withheld,
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t("heading.contact")}</h2>
      <FactList rows={rows} />
    </section>
  );
}
