import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import type { SectionDifference } from "#domain/file-difference.ts";
import { type Actor, may, mayPublish } from "#domain/policy.ts";
import type { Article, Facility } from "#domain/reference.ts";
import type { ReviewWarning } from "#domain/review-warnings.ts";
import type { TranslationGap } from "#domain/translations.ts";
import { type DraftState, isClosed } from "#domain/workflow.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Difference } from "#ui/review/difference.tsx";
import { useReferencesOfBoth } from "#ui/review/references.ts";
import { ReviewWarnings } from "#ui/review/warnings.tsx";

type Props = {
  draft: {
    id: string;
    personId: string;
    state: DraftState;
    save: number;
    baseVersion: number;
    currentVersion: number;
    withdrawn: boolean;
    authors: readonly string[];
    file: DraftFile;
  };
  /** What it is held against; empty for somebody new. */
  before: DraftFile;
  sections: readonly SectionDifference[];
  warnings: readonly ReviewWarning[];
  gaps: readonly TranslationGap[];
  /** Whether it could be published as it is. */
  isWhole: boolean;
  known: { facilities: readonly Facility[]; articles: readonly Article[] };
  actor: Actor;
  people: ReadonlyMap<string, string>;
  /** The forms by which a reviewer decides. */
  children: { publish: ReactNode; return: ReactNode };
};

/** What a draft changes, in words, and what a reviewer can do with it. */
export function Review(props: Props) {
  const { draft, before, sections, warnings, gaps, known, people } = props;
  const t = useTranslations();
  const language = useLocale();
  const nameOf = useActorName(people);
  const references = useReferencesOfBoth(before, draft.file, known);
  return (
    <>
      <p className="lead">
        {draft.baseVersion === 0 ? t("review.new") : t("review.since", { version: draft.baseVersion })}
      </p>
      <p>{t("drafts.savedBy", { names: draft.authors.map(nameOf).join(", ") })}</p>
      {!isClosed(draft.state) && (
        <p>
          <a href={localizedPath(`/editor/drafts/${draft.id}/preview`, language)}>{t("drafts.preview")}</a>
        </p>
      )}
      <ReviewWarnings personId={draft.personId} warnings={warnings} gaps={gaps} />
      {sections.length === 0 ? (
        <p>{t("review.unchanged")}</p>
      ) : (
        <nav aria-label={t("review.contents")} className="contents">
          <ul>
            {sections.map(({ section, facts }) => (
              <li key={section}>
                <a href={`#${section}`}>
                  {t("review.inSection", { section: t(`drafts.section.${section}`), count: facts.length })}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <Difference sections={sections} references={references} />
      <Decision {...props} />
    </>
  );
}

function Decision({ draft, isWhole, actor, children }: Props) {
  const t = useTranslations("review");
  if (draft.state !== "submitted" || !may(actor.role, "review")) return null;
  const isStale = draft.baseVersion !== draft.currentVersion;
  const why = !mayPublish(actor, draft.authors)
    ? "own"
    : draft.withdrawn
      ? "withdrawn"
      : isStale
        ? "stale"
        : isWhole
          ? undefined
          : "broken";
  return (
    <>
      <section aria-labelledby="to-publish">
        <h2 id="to-publish">{t("publishTitle")}</h2>
        {why === undefined ? children.publish : <p className="notice">{t(`cannot.${why}`)}</p>}
      </section>
      <section aria-labelledby="to-return">
        <h2 id="to-return">{t("returnTitle")}</h2>
        {children.return}
      </section>
    </>
  );
}
