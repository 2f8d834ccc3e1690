import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { Figure } from "#domain/reference.ts";
import { FigureSource, FigureValue } from "#ui/figure-item.tsx";

/** The totals that matter most, each with its definition, day and publisher. */
export function HeadlineFigures({ figures }: { figures: readonly Figure[] }) {
  const t = useTranslations("home");
  const language = useLocale();
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">{t("figures")}</h2>
      <ul className="figures">
        {figures.map((figure) => (
          <li key={figure.id}>
            <strong>
              <FigureValue figure={figure} />
            </strong>{" "}
            {figure.definition[language]}
            <p className="soft">
              <FigureSource figure={figure} />
            </p>
          </li>
        ))}
      </ul>
      <p className="soft">{t("figuresNote")}</p>
      <p>
        <a href={`${localizedPath("/methodology", language)}#figures`}>{t("figuresMore")}</a>
      </p>
    </section>
  );
}
