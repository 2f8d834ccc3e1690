import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { Consequences } from "#domain/hiding.ts";
import { useSectionName } from "#ui/editor/hideable.tsx";
import { StatusText } from "#ui/status-text.tsx";

/** Which pages hiding something concerns, and what goes with it. */
export function HidingConsequences({ consequences }: { consequences: Consequences | undefined }) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const sectionName = useSectionName();
  const { addresses = [], goes = [], status } = consequences ?? {};
  return (
    <section>
      <h2>{t("effect")}</h2>
      {addresses.length === 0 && <p>{t("effectNone")}</p>}
      {status !== undefined && (
        <p>
          {t.rich("status", {
            before: () => <StatusText status={status.before} />,
            after: () => <StatusText status={status.after} />,
          })}
        </p>
      )}
      {goes.length > 0 && (
        <>
          <p>{t("goes")}</p>
          <ul>
            {goes.map(({ id, section }) => (
              <li key={id}>
                {sectionName(section)} <span className="soft">{id}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {addresses.length > 0 && (
        <>
          <p>{t("pages", { count: addresses.length })}</p>
          <ul className="addresses">
            {addresses.map((address) => (
              <li key={address}>
                <a href={localizedPath(address, language)}>{address}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
