import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { NamesByLanguage } from "#domain/draft-names.ts";
import { type Actor, may, mayPublish } from "#domain/policy.ts";
import type { DraftState } from "#domain/workflow.ts";
import { useActorName } from "#ui/editor/actor-name.ts";
import { Moment } from "#ui/editor/moment.tsx";
import { usePersonLabel } from "#ui/editor/person-label.ts";
import { PersonLink } from "#ui/editor/person-link.tsx";
import { Dotted } from "#ui/profile/dotted.tsx";

/** An open draft as the desk tells of it. */
type DeskDraft = {
  id: string;
  personId: string;
  number: number | null;
  names: NamesByLanguage;
  state: DraftState;
  isStale: boolean;
  changedAt: Date;
  authors: readonly string[];
  last: { by: string; at: Date; note: string | null };
};

type DeskVersion = {
  personId: string;
  number: number;
  version: number;
  names: NamesByLanguage;
  at: Date;
  by: string;
};

/** Names by users' ids, as `namesOf` gives them. */
type People = ReadonlyMap<string, string>;

type Props = {
  actor: Actor;
  /** All that are open, last changed first. */
  drafts: readonly DeskDraft[];
  published: readonly DeskVersion[];
  people: People;
  /** What else somebody has to look at. */
  children?: ReactNode;
};

/** What there is to do: for oneself first, then for others. */
export function Desk({ actor, drafts, published, people, children }: Props) {
  const t = useTranslations("desk");
  const isMine = ({ authors }: DeskDraft) => authors.includes(actor.id);
  const inState = (...states: DraftState[]) => drafts.filter(({ state }) => states.includes(state));
  const others = inState("editing", "returned").filter((draft) => !isMine(draft));
  return (
    <>
      <DraftList id="returned" drafts={inState("returned").filter(isMine)}>
        {(draft) => <Return draft={draft} people={people} />}
      </DraftList>
      <DraftList id="mine" none={t("mineNone")} drafts={inState("editing").filter(isMine)}>
        {(draft) => <Changed draft={draft} />}
      </DraftList>
      <DraftList
        id="review"
        none={t("reviewNone")}
        drafts={inState("submitted")}
        page={may(actor.role, "review") ? "/review" : ""}
      >
        {(draft) => <ToReview draft={draft} actor={actor} people={people} />}
      </DraftList>
      {children}
      <DraftList id="others" drafts={others}>
        {(draft) => (
          <>
            <Changed draft={draft} />
            <Authors draft={draft} people={people} />
          </>
        )}
      </DraftList>
      <section aria-labelledby="published">
        <h2 id="published">{t("published")}</h2>
        {published.length === 0 && <p>{t("publishedNone")}</p>}
        <ul className="entries">
          {published.map((version) => (
            <Published key={`${version.number} ${version.version}`} version={version} people={people} />
          ))}
        </ul>
      </section>
    </>
  );
}

type DraftListProps = {
  id: "returned" | "mine" | "review" | "others";
  drafts: readonly DeskDraft[];
  /** What is said where there is none; without it there is no list then. */
  none?: string;
  /** The page of the draft that the list leads to. */
  page?: "" | "/review";
  children: (draft: DeskDraft) => ReactNode;
};

function DraftList({ id, drafts, none, page = "", children }: DraftListProps) {
  const t = useTranslations("desk");
  const language = useLocale();
  const label = usePersonLabel();
  if (drafts.length === 0 && none === undefined) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(id)}</h2>
      {drafts.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul className="entries">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <a href={localizedPath(`/editor/drafts/${draft.id}${page}`, language)}>{label(draft)}</a>
              {children(draft)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Changed({ draft: { changedAt, number, isStale } }: { draft: DeskDraft }) {
  const t = useTranslations("desk");
  return (
    <p className="soft">
      <Dotted>
        {number === null && t("new")}
        <span>{t.rich("changed", { when: () => <Moment at={changedAt} /> })}</span>
        {isStale && <b>{t("stale")}</b>}
      </Dotted>
    </p>
  );
}

function Authors({ draft: { authors }, people }: { draft: DeskDraft; people: People }) {
  const t = useTranslations("desk");
  const nameOf = useActorName(people);
  return <p className="soft">{t("authors", { names: authors.map(nameOf).join(", ") })}</p>;
}

function Return({ draft, people }: { draft: DeskDraft; people: People }) {
  const t = useTranslations("desk");
  const nameOf = useActorName(people);
  const { by, at, note } = draft.last;
  return (
    <>
      <p className="soft">{t.rich("returnedBy", { name: nameOf(by), when: () => <Moment at={at} /> })}</p>
      <p className="prose">{note}</p>
    </>
  );
}

function ToReview({ draft, actor, people }: { draft: DeskDraft; actor: Actor; people: People }) {
  const t = useTranslations("desk");
  const nameOf = useActorName(people);
  const { by, at } = draft.last;
  const why = !may(actor.role, "review") ? "notReviewer" : mayPublish(actor, draft.authors) ? "may" : "own";
  return (
    <>
      <p className="soft">
        <Dotted>
          {draft.number === null && t("new")}
          <span>{t.rich("submittedBy", { name: nameOf(by), when: () => <Moment at={at} /> })}</span>
          {draft.isStale && <b>{t("stale")}</b>}
        </Dotted>
      </p>
      <Authors draft={draft} people={people} />
      <p>{why === "may" ? <b>{t("may")}</b> : t(why)}</p>
    </>
  );
}

function Published({ version, people }: { version: DeskVersion; people: People }) {
  const t = useTranslations("desk");
  const language = useLocale();
  const nameOf = useActorName(people);
  const { personId: id, number, version: versionNumber, names, at, by } = version;
  return (
    <li>
      <PersonLink person={{ id, number, names }} />
      <p className="soft">
        <Dotted>
          <a href={localizedPath(`/editor/people/${id}/versions/${versionNumber}`, language)}>
            {t("version", { version: versionNumber })}
          </a>
          <Moment at={at} />
          {nameOf(by)}
        </Dotted>
      </p>
    </li>
  );
}
