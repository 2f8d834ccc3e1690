import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath, profileAddress } from "#domain/addresses.ts";
import type { FormState } from "#domain/form-state.ts";
import type { LocalizedText } from "#domain/localized-text.ts";
import { type Actor, may } from "#domain/policy.ts";
import type { DraftState } from "#domain/workflow.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { EditorForm } from "#ui/forms/editor-form.tsx";
import { SubmitButton } from "#ui/forms/submit-button.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";
import { Words } from "#ui/words.tsx";

type Action = (state: FormState, form: FormData) => Promise<FormState>;

type Draft = {
  id: string;
  state: DraftState;
  baseVersion: number;
  publishedVersion: number | null;
  createdBy: string;
  changedAt: Date;
};

type Version = {
  number: number;
  publicNote: LocalizedText | null;
  internalNote: string | null;
  at: Date;
  by: string;
};

type Person = {
  id: string;
  number: number | null;
  state: "published" | "withdrawn" | "unpublished";
  currentVersion: number;
  versions: readonly Version[];
  openDraft: Draft | undefined;
  closedDrafts: readonly Draft[];
};

type Props = {
  person: Person;
  actor: Actor;
  people: ReadonlyMap<string, string>;
  openDraft: Action;
  /** What is hidden of the person. */
  children: ReactNode;
};

/** Everything that editors know of somebody: how they stand, what is being written, what was published, what is hidden. */
export function PersonForEditors({ person, actor, people, openDraft, children }: Props) {
  const t = useTranslations("persons");
  const tDuplicates = useTranslations("duplicates");
  const language = useLocale();
  const nameOf = useActorName(people);
  const { id, number, state, versions, closedDrafts } = person;
  return (
    <>
      <p className="lead">
        <Dotted>
          {t(`state.${state}`)}
          {state !== "unpublished" && t("current", { version: person.currentVersion })}
          {state === "published" && number !== null && (
            <a href={localizedPath(profileAddress(number), language)}>{t("public")}</a>
          )}
          <a href={localizedPath(`/editor/duplicates?person=${id}`, language)}>{tDuplicates("link")}</a>
        </Dotted>
      </p>
      <section aria-labelledby="draft">
        <h2 id="draft">{t("work")}</h2>
        <Work person={person} actor={actor} openDraft={openDraft} />
      </section>
      {children}
      <section aria-labelledby="versions">
        <h2 id="versions">{t("versions")}</h2>
        {versions.length === 0 && <p>{t("noVersions")}</p>}
        <ul className="entries">
          {versions.map((version) => (
            <li key={version.number}>
              <a href={localizedPath(`/editor/people/${id}/versions/${version.number}`, language)}>
                {t("version", { version: version.number })}
              </a>
              <VersionDetails version={version} people={people} />
            </li>
          ))}
        </ul>
      </section>
      {closedDrafts.length > 0 && (
        <section aria-labelledby="closed">
          <h2 id="closed">{t("closed")}</h2>
          <ul className="entries">
            {closedDrafts.map((draft) => (
              <li key={draft.id}>
                <a href={localizedPath(`/editor/drafts/${draft.id}`, language)}>
                  {draft.publishedVersion === null
                    ? t("discarded")
                    : t("draftOfVersion", { version: draft.publishedVersion })}
                </a>
                <p className="soft">
                  <Dotted>
                    <Moment at={draft.changedAt} />
                    {t("begunBy", { name: nameOf(draft.createdBy) })}
                  </Dotted>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Work({ person, actor, openDraft }: Pick<Props, "person" | "actor" | "openDraft">) {
  const t = useTranslations("persons");
  const language = useLocale();
  const { id, openDraft: draft } = person;
  if (draft !== undefined) {
    return (
      <>
        <p>
          <Dotted>
            <a href={localizedPath(`/editor/drafts/${draft.id}`, language)}>
              {t(`open.${openState(draft)}`)}
            </a>
            <span>{t.rich("changed", { when: () => <Moment at={draft.changedAt} /> })}</span>
          </Dotted>
        </p>
        {draft.baseVersion !== person.currentVersion && <p>{t("stale")}</p>}
        {may(actor.role, "edit") && <UpdateLink personId={id} />}
      </>
    );
  }
  if (!may(actor.role, "edit")) return <p>{t("noDraft")}</p>;
  return (
    <>
      <EditorForm id="open-draft" action={openDraft} hidden={{ person: id }}>
        <SubmitButton>{t("begin")}</SubmitButton>
      </EditorForm>
      <UpdateLink personId={id} />
    </>
  );
}

function UpdateLink({ personId }: { personId: string }) {
  const t = useTranslations("persons");
  const language = useLocale();
  return (
    <p className="actions">
      <a href={localizedPath(`/editor/update?person=${personId}`, language)}>{t("update")}</a>
    </p>
  );
}

function openState({ state }: Draft): "editing" | "submitted" | "returned" {
  return state === "submitted" || state === "returned" ? state : "editing";
}

/** When and by whom a version was published, and its two notes. */
export function VersionDetails({
  version: { at, by, publicNote, internalNote },
  people,
}: {
  version: Version;
  people: ReadonlyMap<string, string>;
}) {
  const t = useTranslations("persons");
  const nameOf = useActorName(people);
  return (
    <>
      <p className="soft">
        <Dotted>
          <Moment at={at} />
          {t("publishedBy", { name: nameOf(by) })}
        </Dotted>
      </p>
      {publicNote !== null && <p>{t.rich("publicNote", { note: () => <Words text={publicNote} /> })}</p>}
      {internalNote !== null && <p className="prose">{t("internalNote", { note: internalNote })}</p>}
    </>
  );
}
