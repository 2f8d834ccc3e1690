import { useLocale, useTranslations } from "next-intl";
import { localizedPath } from "#domain/addresses.ts";
import type { DraftFile } from "#domain/draft-file.ts";
import type { SectionDifference } from "#domain/file-difference.ts";
import type { FormState } from "#domain/form-state.ts";
import { type Actor, may, mayPublish } from "#domain/policy.ts";
import type { Article, Facility } from "#domain/reference.ts";
import type { ReviewWarning } from "#domain/review-warnings.ts";
import type { TranslationGap } from "#domain/translations.ts";
import { type DraftState, isClosed } from "#domain/workflow.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Dotted } from "#ui/profile/dotted.tsx";
import { PublishForm, ReturnForm } from "#ui/review/decide.tsx";
import { Difference } from "#ui/review/difference.tsx";
import { useReferencesOfBoth } from "#ui/review/references.ts";
import { ReviewWarnings } from "#ui/review/warnings.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

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
  publish: Action;
  /** Returns the draft to those who wrote it. */
  giveBack: Action;
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
        <Dotted>
          {t(`drafts.state.${draft.state}`)}
          {draft.baseVersion === 0 ? t("review.new") : t("review.since", { version: draft.baseVersion })}
        </Dotted>
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

/** Why somebody who may review cannot publish the draft as things stand; undefined where they can. */
function obstacle({ draft, isWhole, actor }: Props) {
  if (isClosed(draft.state)) return "closed";
  if (draft.state !== "submitted") return "notSubmitted";
  if (!mayPublish(actor, draft.authors)) return "own";
  if (draft.withdrawn) return "withdrawn";
  if (draft.baseVersion !== draft.currentVersion) return "stale";
  return isWhole ? undefined : "broken";
}

function Decision(props: Props) {
  const { draft, actor, publish, giveBack } = props;
  const t = useTranslations("review");
  if (!may(actor.role, "review")) return null;
  const why = obstacle(props);
  return (
    <>
      <section>
        {why !== "closed" && <h2>{t("publishTitle")}</h2>}
        {why !== undefined && why !== "closed" && <p className="notice">{t(`cannot.${why}`)}</p>}
        <PublishForm action={publish} draft={draft} isOpen={why === undefined} />
      </section>
      <section>
        {draft.state === "submitted" && <h2>{t("returnTitle")}</h2>}
        <ReturnForm action={giveBack} draft={draft} isOpen={draft.state === "submitted"} />
      </section>
    </>
  );
}
