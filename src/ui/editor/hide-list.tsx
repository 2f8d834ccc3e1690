import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { localizedPath } from "#domain/addresses.ts";
import type { Hideable, PersonToHide } from "#domain/hiding.ts";
import { HideableWords, useSectionName } from "#ui/editor/hideable.tsx";

/** Everything of a person that can be hidden, by section, each with the way to hide it; what is hidden is marked. */
export function HideList({ person }: { person: PersonToHide }) {
  const t = useTranslations("withholding");
  const sectionName = useSectionName();
  const groups = Map.groupBy(person.hideable, (it) => (it.kind === "note" ? "note" : it.section));
  if (person.hideable.length === 0) return <p>{t("nothing")}</p>;
  return (
    <dl className="facts hideables">
      {[...groups].map(([section, items]) => (
        <Fragment key={section}>
          <dt>{sectionName(section)}</dt>
          {items.map((it) => (
            <dd key={it.id}>
              <HideableWords it={it} /> <Where it={it} /> <State person={person} it={it} />
            </dd>
          ))}
        </Fragment>
      ))}
    </dl>
  );
}

function Where({ it }: { it: Hideable }) {
  const t = useTranslations("withholding");
  if (it.kind === "note") return null;
  const { versions } = it;
  return (
    <span className="soft">
      {versions.length === 0
        ? t("inDraft")
        : t("inVersions", { count: versions.length, versions: ranges(versions) })}
    </span>
  );
}

/** `1–3, 5` */
function ranges(numbers: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}

function State({ person, it }: { person: PersonToHide; it: Hideable }) {
  const t = useTranslations("withholding");
  const language = useLocale();
  const hidden = person.hidden.find(({ factId }) => factId === it.id);
  const around = it.kind === "fact" ? it.within.find((id) => isHidden(person, id)) : undefined;
  const path = localizedPath(`/editor/people/${person.id}/withhold`, language);
  return (
    <>
      {hidden !== undefined && (
        <>
          <b className="hidden-mark">{t("hiddenNow", { manner: t(hidden.manner) })}</b>{" "}
        </>
      )}
      {around === undefined ? (
        <a href={`${path}?fact=${it.id}`}>{t(hidden === undefined ? "hide" : "look", { id: it.id })}</a>
      ) : (
        <b className="hidden-mark">{t("hiddenWith", { id: around })}</b>
      )}
    </>
  );
}

function isHidden(person: PersonToHide, id: string): boolean {
  return person.hidden.some(({ factId }) => factId === id);
}
