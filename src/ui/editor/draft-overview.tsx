import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath, profileAddress, versionAddress } from "#domain/addresses.ts";
import { type DraftSection, sectionNames, sectionOf } from "#domain/draft-file.ts";
import type { FormState } from "#domain/form-state.ts";
import { type Actor, may } from "#domain/policy.ts";
import type { TranslationGap } from "#domain/translations.ts";
import { type DraftState, isStep, type Step, stepsFrom } from "#domain/workflow.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type People = ReadonlyMap<string, string>;

type Draft = {
  id: string;
  personId: string;
  number: number | null;
  withdrawn: boolean;
  state: DraftState;
  save: number;
  baseVersion: number;
  currentVersion: number;
  publishedVersion: number | null;
  authors: readonly string[];
  steps: readonly { number: number; step: string; save: number; note: string | null; at: Date; by: string }[];
  changedAt: Date;
};

type Props = {
  draft: Draft;
  /** Paths of the file at which something is missing or wrong. */
  problems: readonly string[];
  translations: readonly TranslationGap[];
  /** Sections that say something else than the version that the draft was begun from. */
  changed: ReadonlySet<DraftSection>;
  actor: Actor;
  people: People;
  submit: Action;
  takeBack: Action;
  /** Others who have the same name, while nobody knows yet whether they are the same. */
  children?: ReactNode;
};

/** A draft at a glance: where it stands, what is missing, what can be done with it. */
export function DraftOverview(props: Props) {
  const { draft, actor, people, children } = props;
  const t = useTranslations("drafts");
  const nameOf = useActorName(people);
  const isOpen = stepsFrom(draft.state).length > 0;
  const returned =
    draft.state === "returned" ? draft.steps.findLast(({ step }) => step === "return") : undefined;
  return (
    <>
      <p className="lead">
        <Dotted>
          {t(`state.${draft.state}`)}
          {t("save", { save: draft.save })}
          <Moment at={draft.changedAt} />
        </Dotted>
      </p>
      <p>{t("savedBy", { names: draft.authors.map(nameOf).join(", ") })}</p>
      {draft.state === "published" && <PublishedAs draft={draft} />}
      {returned !== undefined && (
        <div className="notice">
          <p>
            {t.rich("returned", {
              name: nameOf(returned.by),
              when: () => <Moment at={returned.at} />,
            })}
          </p>
          <p className="prose">{returned.note}</p>
        </div>
      )}
      {isOpen && draft.withdrawn && <p className="notice">{t("withdrawn")}</p>}
      {isOpen && draft.baseVersion !== draft.currentVersion && <Stale draft={draft} actor={actor} />}
      {children}
      <Sections {...props} />
      <NextSteps {...props} />
      <History draft={draft} people={people} />
    </>
  );
}

function PublishedAs({ draft: { number, publishedVersion, personId } }: { draft: Draft }) {
  const t = useTranslations("drafts");
  const language = useLocale();
  if (number === null || publishedVersion === null) return null;
  return (
    <p className="notice">
      {t("published", { number, version: publishedVersion })}{" "}
      <Dotted>
        <a href={localizedPath(profileAddress(number), language)}>{t("toProfile")}</a>
        <a href={localizedPath(versionAddress(number, publishedVersion), language)}>{t("toVersion")}</a>
        <a href={localizedPath(`/editor/people/${personId}`, language)}>{t("toPerson")}</a>
      </Dotted>
    </p>
  );
}

function Stale({ draft: { id, state, baseVersion, currentVersion }, actor }: Pick<Props, "draft" | "actor">) {
  const t = useTranslations("drafts");
  const language = useLocale();
  return (
    <p className="notice">
      {t("stale", { current: currentVersion, base: baseVersion })}{" "}
      {state === "submitted" && t("staleSubmitted")}
      {state !== "submitted" && may(actor.role, "edit") && (
        <a href={localizedPath(`/editor/drafts/${id}/rebase`, language)}>{t("toRebase")}</a>
      )}
    </p>
  );
}

function Sections({ draft, problems, translations, changed }: Props) {
  const t = useTranslations("drafts");
  const language = useLocale();
  const isEdited = stepsFrom(draft.state).includes("save");
  return (
    <section aria-labelledby="sections">
      <h2 id="sections">{t("sections")}</h2>
      <ul className="entries sections-of-draft">
        {sectionNames.map((section) => {
          const wrong = problems.filter((path) => sectionOf(path) === section).length;
          const gaps = translations.filter((gap) => sectionOf(gap.section) === section);
          const missing = gaps.filter((gap) => gap.missing.length > 0).length;
          const outdated = gaps.filter((gap) => gap.outdated.length > 0).length;
          const name = t(`section.${section}`);
          return (
            <li key={section}>
              {isEdited ? (
                <a href={localizedPath(`/editor/drafts/${draft.id}/${section}`, language)}>{name}</a>
              ) : (
                name
              )}
              <p className="soft">
                <Dotted>
                  {wrong + gaps.length === 0 &&
                    !changed.has(section) &&
                    t(draft.baseVersion === 0 ? "empty" : "asPublished")}
                  {wrong > 0 && <b className="wrong">{t("wrong", { count: wrong })}</b>}
                  {changed.has(section) && t("changed")}
                  {outdated > 0 && t("outdated", { count: outdated })}
                  {missing > 0 && t("untranslated", { count: missing })}
                </Dotted>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function NextSteps({ draft, problems, changed, actor, submit, takeBack }: Props) {
  const t = useTranslations("drafts");
  const language = useLocale();
  const can = (step: Step) => stepsFrom(draft.state).includes(step);
  const path = (page: string) => localizedPath(`/editor/drafts/${draft.id}/${page}`, language);
  const hidden = { draft: draft.id, base: String(draft.save) };
  const edits = may(actor.role, "edit");
  const isWhole = problems.length === 0 && changed.size > 0 && draft.baseVersion === draft.currentVersion;
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t("next")}</h2>
      {edits && can("submit") && !isWhole && <p>{t(changed.size > 0 ? "notYet" : "nothingYet")}</p>}
      {edits && can("submit") && isWhole && (
        <EditorForm id="submit" action={submit} hidden={hidden}>
          <p>{t("submitLead")}</p>
          <SubmitButton>{t("submit")}</SubmitButton>
        </EditorForm>
      )}
      {edits && can("take-back") && (
        <EditorForm id="take-back" action={takeBack} hidden={hidden}>
          <SubmitButton kind="secondary">{t("takeBack")}</SubmitButton>
        </EditorForm>
      )}
      <ul className="ways">
        <li>
          <a href={path("review")}>
            {t(can("publish") && may(actor.role, "review") ? "review" : "difference")}
          </a>
        </li>
        {stepsFrom(draft.state).length > 0 && (
          <li>
            <a href={path("preview")}>{t("preview")}</a>
          </li>
        )}
        <li>
          <a href={path("saves")}>{t("saves")}</a>
        </li>
        {edits && can("save") && (
          <li>
            <a href={localizedPath(`/editor/update?person=${draft.personId}`, language)}>{t("update")}</a>
          </li>
        )}
        {edits && can("discard") && (
          <li>
            <a href={path("discard")}>{t("discard")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}

function History({ draft: { steps }, people }: { draft: Draft; people: People }) {
  const t = useTranslations("drafts");
  const nameOf = useActorName(people);
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      <ol className="entries">
        {steps.map(({ number, step, save, note, at, by }) => (
          <li key={number}>
            <Dotted>
              <b>{isStep(step) ? t(`step.${step}`) : step}</b>
              {nameOf(by)}
              <Moment at={at} />
              {t("save", { save })}
            </Dotted>
            {note !== null && <p className="prose">{note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
