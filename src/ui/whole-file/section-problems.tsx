"use client";

import { useTranslations } from "next-intl";
import { sectionFormId } from "#domain/form/section-fields.ts";
import { idle, type Problem } from "#domain/form-state.ts";
import { ProblemSummary } from "#ui/forms/problem-summary.tsx";
import { usePathLabel } from "#ui/whole-file/path-label.ts";
import type { SaverState } from "#ui/whole-file/section-saver.ts";

type Props = {
  shown: SaverState;
  /** What was wrong with the section when the page was made. */
  problems: readonly Problem[];
};

/** What is wrong with a section: of what was saved it is told quietly, since a draft may be incomplete. */
export function SectionProblems({ shown: { answer }, problems }: Props) {
  const t = useTranslations("wholeFile");
  const label = usePathLabel();
  const state = answer ?? { ...idle, problems };
  const isSaved = answer === undefined || answer.outcome === "done";
  const labels = state.problems.flatMap(({ field }) => (field === undefined ? [] : [[field, label(field)]]));
  return (
    <ProblemSummary
      form={sectionFormId}
      state={state}
      labels={Object.fromEntries(labels)}
      quietly={isSaved ? t("incomplete") : undefined}
    />
  );
}
