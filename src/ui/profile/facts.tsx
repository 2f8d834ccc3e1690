import { useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import type { Basis, Fact, Gap } from "#domain/case-file/fact.ts";
import { Evidence } from "#ui/profile/evidence.tsx";
import type { ProfileView } from "#ui/profile/view.ts";

/** One fact as a list of facts shows it: under its label, with what it rests on. */
export type FactRow = {
  id: string;
  label: string;
  /** False for what is not known: it stands in one line with its like. */
  isKnown: boolean;
  content: ReactNode;
};

/** The row of a single fact; none when the file doesn't have it. Sources that disagree stand side by side. */
export function factRow<T>(
  view: ProfileView,
  label: string,
  fact: Fact<T> | undefined,
  show: (value: T) => ReactNode,
): FactRow[] {
  if (fact === undefined) return [];
  const { id, value, basis, disputed } = fact;
  if (disputed !== undefined) {
    const sides = [{ value, basis }, ...disputed];
    return [
      { id, label, isKnown: true, content: <Contradiction view={view} id={id} sides={sides} show={show} /> },
    ];
  }
  if (value === "not-known") {
    return [{ id, label, isKnown: false, content: <Evidence view={view} basis={basis} /> }];
  }
  return [entryRow(view, label, fact, <Value value={value} show={show} />)];
}

/** The row of an entry of a list, which is one fact. */
export function entryRow(
  view: ProfileView,
  label: string,
  { id, basis }: { id: string; basis: readonly Basis[] },
  shown: ReactNode,
): FactRow {
  const content = (
    <>
      {shown}
      <Evidence view={view} basis={basis} id={id} />
    </>
  );
  return { id, label, isKnown: true, content };
}

/** Facts under their labels, and in one line which of them are not known. */
export function FactList({ rows }: { rows: readonly FactRow[] }) {
  const t = useTranslations("profile");
  const known = rows.filter((row) => row.isKnown);
  const gaps = rows.filter((row) => !row.isKnown);
  return (
    <>
      {known.length > 0 && (
        <dl>
          {known.map(({ id, label, content }, index) => (
            <Fragment key={id}>
              {label !== known[index - 1]?.label && <dt>{label}</dt>}
              <dd id={id}>{content}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {gaps.length > 0 && (
        <p className="gap">
          {`${t("notKnown")} `}
          {gaps.map(({ id, label, content }, index) => (
            <Fragment key={id}>
              {index > 0 && ", "}
              <span id={id}>
                {label}
                {content}
              </span>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

function Value<T>({ value, show }: { value: T | Gap; show: (value: T) => ReactNode }) {
  const t = useTranslations("gap");
  if (value === "no") return <b>{t("no")}</b>;
  if (value === "not-known") return <i className="gap">{t("not-known")}</i>;
  return show(value);
}

type ContradictionProps<T> = {
  view: ProfileView;
  id: string;
  sides: readonly { value: T | Gap; basis: readonly Basis[] }[];
  show: (value: T) => ReactNode;
};

function Contradiction<T>({ view, id, sides, show }: ContradictionProps<T>) {
  const t = useTranslations("profile");
  return (
    <>
      {t("disagree")}
      <Evidence view={view} basis={[]} id={id} />
      <ul className="sides">
        {sides.map(({ value, basis }) => (
          <li key={JSON.stringify([value, basis])}>
            <Value value={value} show={show} />
            <Evidence view={view} basis={basis} />
          </li>
        ))}
      </ul>
    </>
  );
}
