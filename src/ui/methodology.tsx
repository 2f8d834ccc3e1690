import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Figure } from "#domain/reference.ts";
import { FigureSource, FigureValue } from "#ui/figure-item.tsx";
import { ProseSections, proseTags } from "#ui/prose-sections.tsx";

const sections = [
  "record",
  "who",
  "sources",
  "status",
  "recognition",
  "gaps",
  "contradictions",
  "versions",
  "deaths",
  "health",
  "figures",
  "names",
  "dates",
  "limits",
] as const;

/** How the registry is made, with the table of all totals. */
export function Methodology({ figures }: { figures: readonly Figure[] }) {
  const t = useTranslations("methodology");
  const tags = { ...proseTags, versions: (text: ReactNode) => <a href="#versions">{text}</a> };
  return (
    <ProseSections
      contents={t("contents")}
      sections={sections.map((id) => ({
        id,
        title: t(`section.${id}.title`),
        body: (
          <>
            {t.rich(`section.${id}.text`, tags)}
            {id === "figures" && <FigureTable figures={figures} />}
          </>
        ),
      }))}
    />
  );
}

function FigureTable({ figures }: { figures: readonly Figure[] }) {
  const t = useTranslations("methodology");
  const language = useLocale();
  return (
    <table>
      <caption>{t("figuresCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("figuresTotal")}</th>
          <th scope="col">{t("figuresSource")}</th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={figure.id} id={figure.id}>
            <th scope="row">
              <b>
                <FigureValue figure={figure} />
              </b>{" "}
              {figure.definition[language]}
            </th>
            <td>
              <FigureSource figure={figure} />
              <br />
              <cite lang="en">{figure.source.title}</cite>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
