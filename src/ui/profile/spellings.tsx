import { useLocale, useTranslations } from "next-intl";
import { fullName } from "#domain/person-card.ts";
import { nameLang } from "#ui/name-lang.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Evidence } from "#ui/profile/evidence.tsx";
import type { ProfileView } from "#ui/profile/view.ts";
import { WithheldItems, withheldIn } from "#ui/profile/withheld.tsx";

/** Every spelling of the name, each with the sources that use it. */
export function Spellings({ view }: { view: ProfileView }) {
  const t = useTranslations();
  const language = useLocale();
  if (view.form.names.length === 0 && withheldIn(view, ["names"]).length === 0) return null;
  return (
    <section>
      <h2>{t("profile.heading.names")}</h2>
      <ul>
        {view.form.names.map((name) => (
          <li key={name.id} id={name.id}>
            <Dotted>
              <b lang={nameLang(name) === language ? undefined : nameLang(name)}>{fullName(name)}</b>
              {t(`nameKind.${name.kind}`)}
            </Dotted>
            <Evidence view={view} basis={name.basis} id={name.id} />
          </li>
        ))}
        <WithheldItems view={view} section="names" />
      </ul>
    </section>
  );
}
